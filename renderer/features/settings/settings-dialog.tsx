import { useState } from 'react';
import type { Settings } from '../../../shared/settings.ts';
import { closeOverlay, showSettings, useAppView } from '../../commands/app-view.ts';
import { keepAnswer } from '../../data/client.ts';
import { useCommand, useQueryOf } from '../../data/hooks.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { ApplicationSettings } from './application-settings.tsx';
import { GuidelineSettings } from './guideline-settings.tsx';
import { LetterSettings } from './letter-settings.tsx';
import { PrecedentSettings } from './precedent-settings.tsx';
import { ReviewerSettings } from './reviewer-settings.tsx';
import { SnippetSettings } from './snippet-settings.tsx';
import './settings.css';

const Sections = ({ saved }: { readonly saved: Settings }) => {
  const section = useAppView((view) => view.settingsAt);
  // What was changed here counts at once: the next change is made to it, not to what was read before.
  const [settings, setSettings] = useState(saved);
  const { run } = useCommand('settings.update');
  const change = async (part: Partial<Settings>): Promise<boolean> => {
    setSettings((now) => ({ ...now, ...part }));
    const reply = await run(part);
    if (reply.ok) keepAnswer('settings.show', {}, reply.value);
    return reply.ok;
  };
  return (
    <Tabs
      label="Settings"
      selected={section}
      onSelect={showSettings}
      entries={[
        { id: 'reviewer', label: 'Reviewer', panel: <ReviewerSettings settings={settings} change={change} /> },
        { id: 'letter', label: 'Letter', panel: <LetterSettings settings={settings} change={change} /> },
        { id: 'guidelines', label: 'Guidelines', panel: <GuidelineSettings /> },
        { id: 'snippets', label: 'Snippets', panel: <SnippetSettings /> },
        { id: 'precedents', label: 'Precedents', panel: <PrecedentSettings /> },
        { id: 'application', label: 'Application', panel: <ApplicationSettings settings={settings} change={change} /> },
      ]}
    />
  );
};

const SettingsBody = () => {
  const { data: settings } = useQueryOf('settings.show', {});
  return <div className="settings">{settings === undefined ? null : <Sections saved={settings} />}</div>;
};

/** Settings over whatever is open; every change is kept at once. */
export const SettingsDialog = () => {
  const isOpen = useAppView((view) => view.overlay === 'settings');
  return (
    <Dialog isOpen={isOpen} onClose={closeOverlay} title="Settings" size="wide">
      <SettingsBody />
    </Dialog>
  );
};
