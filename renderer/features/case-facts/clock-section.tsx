import type { CaseOverview, Track } from '../../../shared/case.ts';
import type { Input } from '../../../shared/contract.ts';
import type { Reply } from '../../../shared/reply.ts';
import type { MadeFrom } from '../../data/edit-keeper.ts';
import { usDate } from '../../../shared/partial-date.ts';
import { EditChoice } from '../../ui/edit-field.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Select } from '../../ui/select.tsx';

const TRACKS: readonly { readonly id: Track; readonly label: string; readonly note: string }[] = [
  { id: 'standard', label: 'Standard', note: '30 days' },
  { id: 'expedited', label: 'Expedited', note: '3 days' },
  { id: 'formulary', label: 'Formulary', note: '5 working days' },
];

/** Changes the given details; the others stay. */
export type WriteDetails = (facts: Input<'case.update'>['facts'], from?: MadeFrom) => Promise<Reply<unknown>>;

type Props = { readonly overview: CaseOverview; readonly write: WriteDetails };

const trackName = (track: Track): string => TRACKS.find(({ id }) => id === track)?.label ?? track;

/** When the determination is due: the clock runs from the day on which the records were complete. */
export const ClockSection = ({ overview, write }: Props) => (
  <div role="group" aria-label="Clock" className="stack">
    <h3 className="overline">Clock</h3>
    <div className="field-pair">
      <EditChoice
        value={overview.facts.recordsComplete}
        write={(recordsComplete, from) => write({ recordsComplete }, from)}
        inWords={usDate}
      >
        {({ value, choose }) => (
          <DateField
            label="Records complete"
            value={value}
            onChange={choose}
            description={overview.due === '' ? 'The clock runs from here.' : `Due ${usDate(overview.due)}`}
          />
        )}
      </EditChoice>
      <EditChoice value={overview.facts.track} write={(track, from) => write({ track }, from)} inWords={trackName}>
        {({ value, choose }) => <Select label="Track" value={value} options={TRACKS} onChange={choose} />}
      </EditChoice>
    </div>
  </div>
);
