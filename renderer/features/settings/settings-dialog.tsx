import type { Settings } from '../../../shared/settings.ts';
import { closeOverlay, showSettings, useAppView } from '../../commands/app-view.ts';
import { whenRead } from '../../data/client.ts';
import { useCommand, useQueryOf } from '../../data/hooks.ts';
import { ReadRevision } from '../../data/read-revision.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { ApplicationSettings } from './application-settings.tsx';
import { ClockSettings } from './clock-settings.tsx';
import { GuidelineSettings } from './guideline-settings.tsx';
import { LetterSettings } from './letter-settings.tsx';
import { PrecedentSettings } from './precedent-settings.tsx';
import { ReviewerSettings } from './reviewer-settings.tsx';
import type { ChangeSettings } from './setting-field.tsx';
import { RuleSettings } from './rule-settings.tsx';
import { SnippetSettings } from './snippet-settings.tsx';
import { SummarySettings } from './summary-settings.tsx';
import './settings.css';

const Sections = ({ settings }: { readonly settings: Settings }) => {
  const section = useAppView((view) => view.settingsAt);
  const { run } = useCommand('settings.update');
  // The whole page follows the settings: it reads them again at once.
  const change: ChangeSettings = async (part, from) => {
    const reply = await run(part, from);
    if (reply.ok) await whenRead('settings.show', {}, reply.revision ?? 0);
    return reply;
  };
  return (
    <Tabs
      label="Settings"
      selected={section}
      onSelect={showSettings}
      entries={[
        { id: 'reviewer', label: 'Reviewer', panel: <ReviewerSettings settings={settings} change={change} /> },
        { id: 'letter', label: 'Letter', panel: <LetterSettings settings={settings} change={change} /> },
        { id: 'summary', label: 'Summary', panel: <SummarySettings settings={settings} change={change} /> },
        { id: 'guidelines', label: 'Guidelines', panel: <GuidelineSettings /> },
        { id: 'rules', label: 'Rules', panel: <RuleSettings /> },
        { id: 'clocks', label: 'Clocks', panel: <ClockSettings settings={settings} change={change} /> },
        { id: 'snippets', label: 'Snippets', panel: <SnippetSettings /> },
        { id: 'precedents', label: 'Precedents', panel: <PrecedentSettings /> },
        { id: 'application', label: 'Application', panel: <ApplicationSettings settings={settings} change={change} /> },
      ]}
    />
  );
};

const SettingsBody = () => {
  const { data: settings, revision } = useQueryOf('settings.show', {});
  return (
    <div className="settings">
      <ReadRevision value={revision}>{settings === undefined ? null : <Sections settings={settings} />}</ReadRevision>
    </div>
  );
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
