import type { Settings } from '../../../shared/settings.ts';
import { openVerify } from '../../commands/app-view.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { EditCards, EditChoice } from '../../ui/edit-field.tsx';
import type { RadioCard } from '../../ui/radio-cards.tsx';
import { Select } from '../../ui/select.tsx';
import type { SectionProps } from './reviewer-settings.tsx';

const THEMES: readonly RadioCard<Settings['theme']>[] = [
  { id: 'system', title: 'As the system', note: 'Follows the computer.' },
  { id: 'light', title: 'Light', note: 'Always.' },
  { id: 'dark', title: 'Dark', note: 'Always; pages are dimmed.' },
];
const MINUTES = [1, 2, 5, 10, 15, 30, 60, 120];
const inWords = (minutes: number): string =>
  minutes === 1
    ? '1 minute'
    : minutes < 60
      ? `${String(minutes)} minutes`
      : minutes === 60
        ? '1 hour'
        : `${String(minutes / 60)} hours`;

/** How the application behaves on this computer. */
export const ApplicationSettings = ({ settings, change }: SectionProps) => {
  const steps = [...new Set([...MINUTES, settings.lockAfterMinutes])].sort((a, b) => a - b);
  return (
    <div className="stack settings-section">
      <EditCards
        label="Appearance"
        value={settings.theme}
        cards={THEMES}
        write={(theme, from) => change({ theme }, from)}
      />
      <EditChoice
        value={settings.lockAfterMinutes}
        write={(lockAfterMinutes, from) => change({ lockAfterMinutes }, from)}
        inWords={inWords}
      >
        {({ value, choose }) => (
          <Select
            label="Lock when nothing was touched for"
            value={String(value)}
            options={steps.map((minutes) => ({ id: String(minutes), label: inWords(minutes) }))}
            onChange={(minutes) => choose(Number(minutes))}
          />
        )}
      </EditChoice>
      <EditChoice
        value={settings.singleKeys}
        write={(singleKeys, from) => change({ singleKeys }, from)}
        inWords={(isOn) => (isOn ? 'yes' : 'no')}
      >
        {({ value, choose }) => (
          <Checkbox
            label="Single keys"
            note="A, E, X and others act in the pane that has the focus. Switch them off when you dictate or use a screen reader."
            isOn={value}
            onChange={choose}
          />
        )}
      </EditChoice>
      <div>
        <Button onPress={() => openVerify(null)}>Verify the vault</Button>
        <p className="quiet">Reads every page, every change and every original, and says what was found.</p>
      </div>
    </div>
  );
};
