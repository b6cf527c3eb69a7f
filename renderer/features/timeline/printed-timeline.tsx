import { ENTRY_KIND_NAMES } from '../../../shared/entry.ts';
import type { CaseId } from '../../../shared/ids.ts';
import { usShortDate } from '../../../shared/partial-date.ts';
import { useQueryOf } from '../../data/hooks.ts';
import { useSourceLabel } from '../../data/source-label.ts';
import { PrintOnly } from '../../ui/print-only.tsx';

type Props = {
  readonly caseId: CaseId;
  readonly onDone: () => void;
};

/** The accepted entries of the timeline on paper, each with where it stands in the records. */
export const PrintedTimeline = ({ caseId, onDone }: Props) => {
  const { data: overview } = useQueryOf('case.show', { caseId });
  const { data: entries } = useQueryOf('timeline.list', { caseId, state: 'accepted' });
  const sourceLabel = useSourceLabel(caseId);
  if (entries === undefined || overview === undefined) return null;
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
