import type { LetterForm } from '../../../shared/letter.ts';
import { RadioCards } from '../../ui/radio-cards.tsx';
import type { RadioCard } from '../../ui/radio-cards.tsx';
import { CoverTemplate } from './cover-template.tsx';
import type { SectionProps } from './reviewer-settings.tsx';
import { SettingField } from './setting-field.tsx';

const FORMS: readonly RadioCard<LetterForm>[] = [
  { id: '2016', title: '2016', note: 'Case block and credentials block.' },
  { id: '2014', title: '2014', note: 'Specialty and state inside the first paragraph.' },
];

/** What new cases start with; each case keeps its own. */
export const LetterSettings = ({ settings, change }: SectionProps) => (
  <div className="stack settings-section">
    <p className="quiet">New cases start with these; each case keeps its own.</p>
    <SettingField
      label="Review organisation"
      saved={settings.organisation}
      write={(organisation) => change({ organisation })}
      description="As the first paragraph of the letter names it."
    />
    <SettingField
      label="Guideline label"
      saved={settings.guidelineLabel}
      write={(guidelineLabel) => change({ guidelineLabel })}
      description={
        settings.guidelineLabel === ''
          ? 'Printed before your guideline in each item.'
          : `Printed before your guideline: “${settings.guidelineLabel} guideline:”.`
      }
    />
    <RadioCards
      label="Letter form"
      value={settings.letterForm}
      cards={FORMS}
      onChange={(letterForm) => void change({ letterForm })}
    />
    <CoverTemplate />
  </div>
);
