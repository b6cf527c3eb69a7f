import type { CaseOverview } from '../../../shared/case.ts';
import { ENTRY_KIND_NAMES } from '../../../shared/entry.ts';
import { usShortDate } from '../../../shared/partial-date.ts';
import { useQueryOf } from '../../data/hooks.ts';
import { useSourceLabel } from '../../data/source-label.ts';
import { PrintOnly } from '../../ui/print-only.tsx';

type Props = {
  readonly overview: CaseOverview;
  readonly onDone: () => void;
};

/** The accepted entries of the timeline on paper, each with where it stands in the records. */
export const PrintedTimeline = ({ overview, onDone }: Props) => {
  const { data: entries } = useQueryOf('timeline.list', { caseId: overview.id, state: 'accepted' });
  const sourceLabel = useSourceLabel(overview.id);
  if (entries === undefined) return null;
  return (
    <PrintOnly onDone={onDone}>
      <h1>Timeline{overview.caseNumber === '' ? '' : `, case ${overview.caseNumber}`}</h1>
      <table>
        <thead>
          <tr>
            <th scope="col">Date</th>
            <th scope="col">Kind</th>
            <th scope="col">Entry</th>
            <th scope="col">Source</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.id}>
              <td>{entry.date === null ? 'no date' : usShortDate(entry.date)}</td>
              <td>{ENTRY_KIND_NAMES[entry.kind]}</td>
              <td>{entry.text}</td>
              <td>{[...new Set(entry.sources.map(sourceLabel))].join('; ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </PrintOnly>
  );
};
