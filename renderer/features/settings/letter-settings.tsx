import { formCards, useLetterForms } from '../../data/letter-forms.ts';
import { EditCards } from '../../ui/edit-field.tsx';
import { CoverTemplate } from './cover-template.tsx';
import { OwnWords } from './own-words.tsx';
import type { SectionProps } from './reviewer-settings.tsx';
import { SettingField } from './setting-field.tsx';

const GRAINS = [
  { id: 'report' as const, title: 'Each report', note: 'Kind, provider, date and pages of every report.' },
  { id: 'provider' as const, title: 'Each provider', note: 'Every provider once, with the span of its dates.' },
];

/** What new cases start with; each case keeps its own. */
export const LetterSettings = ({ settings, change }: SectionProps) => {
  const forms = useLetterForms();
  return (
    <div className="stack settings-section">
      <p className="quiet">New cases start with these; each case keeps its own.</p>
      <SettingField
        label="Review organisation"
        saved={settings.organisation}
        write={(organisation, from) => change({ organisation }, from)}
        description="As the first paragraph of the letter names it."
      />
      <SettingField
        label="Guideline label"
        saved={settings.guidelineLabel}
        write={(guidelineLabel, from) => change({ guidelineLabel }, from)}
        description={
          settings.guidelineLabel === ''
            ? 'Printed before your guideline in each item.'
            : `Printed before your guideline: “${settings.guidelineLabel} guideline:”.`
        }
      />
      <EditCards
        label="Letter form"
        value={settings.letterForm}
        cards={formCards(forms, settings.letterForm)}
        write={(letterForm, from) => change({ letterForm }, from)}
      />
      <EditCards
        label="Documents reviewed"
        value={settings.documentsGrain}
        cards={GRAINS}
        write={(documentsGrain, from) => change({ documentsGrain }, from)}
      />
      <CoverTemplate />
      <OwnWords words={settings.ownWords} />
    </div>
  );
};
