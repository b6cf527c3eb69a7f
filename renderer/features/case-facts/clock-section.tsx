import type { CaseOverview, Track } from '../../../shared/case.ts';
import type { Input } from '../../../shared/contract.ts';
import type { Reply } from '../../../shared/reply.ts';
import type { MadeFrom } from '../../data/edit-keeper.ts';
import { usDate } from '../../../shared/partial-date.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { EditChoice } from '../../ui/edit-field.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Select } from '../../ui/select.tsx';
import { ClockList } from './clock-list.tsx';

const TRACKS: readonly { readonly id: Track; readonly label: string; readonly note: string }[] = [
  { id: 'standard', label: 'Standard', note: '30 days' },
  { id: 'expedited', label: 'Expedited', note: '3 days' },
  { id: 'formulary', label: 'Formulary', note: '5 working days' },
];

const EXTENSIONS = [
  { id: '0', label: 'None' },
  { id: '1', label: '1 day' },
  { id: '2', label: '2 days' },
  { id: '3', label: '3 days' },
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
      <EditChoice
        value={overview.facts.certifiedOn}
        write={(certifiedOn, from) => write({ certifiedOn }, from)}
        inWords={usDate}
      >
        {({ value, choose }) => (
          <DateField
            label="Certified as urgent on"
            value={value}
            onChange={choose}
            description="The physician’s written certification makes it expedited."
          />
        )}
      </EditChoice>
      <EditChoice
        value={overview.facts.extensionDays}
        write={(extensionDays, from) => write({ extensionDays }, from)}
        inWords={(days) => EXTENSIONS[days]?.label ?? String(days)}
      >
        {({ value, choose }) => (
          <Select
            label="Extension"
            value={String(value)}
            options={EXTENSIONS}
            onChange={(days) => choose(Number(days))}
          />
        )}
      </EditChoice>
    </div>
    <EditChoice
      value={overview.facts.urByMail}
      write={(urByMail, from) => write({ urByMail }, from)}
      inWords={(isOn) => (isOn ? 'yes' : 'no')}
    >
      {({ value, choose }) => (
        <Checkbox
          label="The denial was served by mail"
          note="Five days more to apply."
          isOn={value}
          onChange={choose}
        />
      )}
    </EditChoice>
    <ClockList caseId={overview.id} />
  </div>
);
