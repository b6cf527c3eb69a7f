import type { HeaderProposal } from '../../../shared/case.ts';
import type { CaseFinding } from '../../../shared/check.ts';
import type { CaseId } from '../../../shared/ids.ts';
import { HEADER_LABELS } from '../../../shared/letter.ts';
import type { HeaderName } from '../../../shared/letter.ts';
import { isPartialDate, usDate } from '../../../shared/partial-date.ts';
import type { TextSpan } from '../../../shared/span.ts';
import type { WriteEdit } from '../../data/edit-keeper.ts';
import { useReadRevision } from '../../data/read-revision.ts';
import { openFacts, openSpan } from '../../data/workspace-state.ts';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { EditChoice, EditField } from '../../ui/edit-field.tsx';
import { FindingNotices } from '../../ui/finding-notice.tsx';
import { Select } from '../../ui/select.tsx';
import { SourceLink } from '../../ui/source-link.tsx';

type Props = {
  readonly name: HeaderName;
  readonly value: string;
  readonly proposals: readonly HeaderProposal[];
  readonly caseId: CaseId;
  readonly findings: readonly CaseFinding[];
  readonly isWanted: boolean;
  readonly sourceLabel: (source: TextSpan) => string;
  readonly write: WriteEdit<string>;
};

const PRIORITIES = [
  { id: 'Standard', label: 'Standard' },
  { id: 'Expedited', label: 'Expedited' },
];
const shown = (value: string): string => (isPartialDate(value) ? usDate(value) : value);

const Field = ({ name, value, isWanted, write }: Pick<Props, 'name' | 'value' | 'isWanted' | 'write'>) => {
  const label = HEADER_LABELS[name];
  if (name === 'caseNumber')
    return (
      <EditField
        label={label}
        value={value}
        write={(text, from) => write(text.trim().toUpperCase(), from)}
        placeholder="CM14-1234567"
        autoFocus={isWanted}
      />
    );
  return (
    <EditChoice value={value} write={write} inWords={shown}>
      {(edit) =>
        name === 'priority' ? (
          <Select
            label={label}
            value={edit.value === '' ? null : edit.value}
            options={PRIORITIES}
            onChange={edit.choose}
          />
        ) : (
          <DateField label={label} value={edit.value} onChange={edit.choose} autoFocus={isWanted} />
        )
      }
    </EditChoice>
  );
};

/** A value of the case block with what the file says it is, to be taken with one click. */
export const HeaderRow = ({ name, value, proposals, caseId, findings, isWanted, sourceLabel, write }: Props) => {
  const others = proposals.filter((proposal) => proposal.value !== value);
  const revision = useReadRevision();
  const agreeing = proposals.find((proposal) => proposal.value === value);
  const look = (source: TextSpan): void => {
    openFacts(null);
    openSpan(source);
  };
  return (
    <li className="header-row">
      <Field name={name} value={value} isWanted={isWanted} write={write} />
      <div className="header-proposals">
        {agreeing ? (
          <p className="small agrees">
            as in <SourceLink onPress={() => look(agreeing.source)}>{sourceLabel(agreeing.source)}</SourceLink>
          </p>
        ) : null}
        {others.map((proposal) => (
          <p key={`${proposal.value} ${proposal.source.record} ${String(proposal.source.page)}`} className="small row">
            <Button
              label={`Take ${shown(proposal.value)} as ${HEADER_LABELS[name]} from ${sourceLabel(proposal.source)}`}
              onPress={() => void write(proposal.value, { revision })}
            >
              Take {shown(proposal.value)}
            </Button>
            <span className="quiet ellipsis">
              from <SourceLink onPress={() => look(proposal.source)}>{sourceLabel(proposal.source)}</SourceLink>
            </span>
          </p>
        ))}
        <FindingNotices caseId={caseId} findings={findings} />
      </div>
    </li>
  );
};
