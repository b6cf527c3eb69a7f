import { PATTERN_KINDS, PATTERN_NAMES, patternFault, type PatternName } from '../../../shared/sentence-patterns.ts';
import type { Settings } from '../../../shared/settings.ts';
import { EditCards } from '../../ui/edit-field.tsx';
import type { RadioCard } from '../../ui/radio-cards.tsx';
import type { SectionProps } from './reviewer-settings.tsx';
import { SettingField } from './setting-field.tsx';

const ORDERS: readonly RadioCard<Settings['summaryOrder']>[] = [
  { id: 'date', title: 'By date', note: 'One visit after the other, as most letters do.' },
  { id: 'topic', title: 'By topic', note: 'Complaints and findings, studies, therapy, drugs, work, requests.' },
];

/** What the field says below itself: what is wrong with its words, or how the sentence usually reads. */
const noteOf = (name: PatternName, own: string): string => {
  const { usual } = PATTERN_KINDS[name];
  const fault = own.trim() === '' ? '' : patternFault(name, own);
  return fault === '' ? `Usually: ${usual}` : `${fault} Until then it reads: ${usual}`;
};

/** How the composed summary is arranged and worded; what is already written keeps its words until it is updated. */
export const SummarySettings = ({ settings, change }: SectionProps) => {
  const patterns = settings.sentencePatterns;
  return (
    <div className="stack settings-section">
      <EditCards
        label="After the opening"
        value={settings.summaryOrder}
        cards={ORDERS}
        write={(summaryOrder, from) => change({ summaryOrder }, from)}
      />
      <p className="quiet">
        Sentences that are put together from several facts read as these patterns say. Each field in braces stands once;
        an empty pattern reads as usual. Summaries follow when they are updated from the timeline.
      </p>
      {PATTERN_NAMES.map((name) => (
        <SettingField
          key={name}
          label={PATTERN_KINDS[name].title}
          placeholder={PATTERN_KINDS[name].usual}
          saved={patterns[name] ?? ''}
          write={(pattern, from) => change({ sentencePatterns: { ...patterns, [name]: pattern } }, from)}
          description={noteOf(name, patterns[name] ?? '')}
        />
      ))}
    </div>
  );
};
