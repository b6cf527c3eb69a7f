import type { CaseFacts, CaseOverview, Track } from '../../../shared/case.ts';
import { usDate } from '../../../shared/partial-date.ts';
import { DateField } from '../../ui/date-field.tsx';
import { Select } from '../../ui/select.tsx';

const TRACKS: readonly { readonly id: Track; readonly label: string; readonly note: string }[] = [
  { id: 'standard', label: 'Standard', note: '30 days' },
  { id: 'expedited', label: 'Expedited', note: '3 days' },
  { id: 'formulary', label: 'Formulary', note: '5 working days' },
];

type Props = {
  readonly overview: CaseOverview;
  readonly write: (facts: Partial<Omit<CaseFacts, 'origin' | 'header'>>) => Promise<boolean>;
};

/** When the determination is due: the clock runs from the day on which the records were complete. */
export const ClockSection = ({ overview, write }: Props) => (
  <div role="group" aria-label="Clock" className="stack">
    <h3 className="overline">Clock</h3>
    <div className="field-pair">
      <DateField
        label="Records complete"
        value={overview.facts.recordsComplete}
        onChange={(recordsComplete) => void write({ recordsComplete })}
        description={overview.due === '' ? 'The clock runs from here.' : `Due ${usDate(overview.due)}`}
      />
      <Select label="Track" value={overview.facts.track} options={TRACKS} onChange={(track) => void write({ track })} />
    </div>
  </div>
);
