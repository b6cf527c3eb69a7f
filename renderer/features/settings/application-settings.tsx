import type { Settings } from '../../../shared/settings.ts';
import { openVerify } from '../../commands/app-view.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { RadioCards } from '../../ui/radio-cards.tsx';
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
      <RadioCards
        label="Appearance"
        value={settings.theme}
        cards={THEMES}
        onChange={(theme) => void change({ theme })}
      />
      <Select
        label="Lock when nothing was touched for"
        value={String(settings.lockAfterMinutes)}
        options={steps.map((minutes) => ({ id: String(minutes), label: inWords(minutes) }))}
        onChange={(minutes) => void change({ lockAfterMinutes: Number(minutes) })}
      />
      <Checkbox
        label="Single keys"
        note="A, E, X and others act in the pane that has the focus. Switch them off when you dictate or use a screen reader."
        isOn={settings.singleKeys}
        onChange={(singleKeys) => void change({ singleKeys })}
      />
      <div>
        <Button onPress={() => openVerify(null)}>Verify the vault</Button>
        <p className="quiet">Reads every page, every change and every original, and says what was found.</p>
      </div>
    </div>
  );
};
