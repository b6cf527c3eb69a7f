import type { CaseOverview, HeaderProposal } from '../../../shared/case.ts';
import type { CaseId } from '../../../shared/ids.ts';
import { HEADER_LABELS } from '../../../shared/letter.ts';
import type { HeaderName } from '../../../shared/letter.ts';
import { isSamePart, type Part } from '../../../shared/part.ts';
import { useFindings } from '../../data/findings.ts';
import { useCommand, useQueryOf } from '../../data/hooks.ts';
import { formCards, useLetterForms } from '../../data/letter-forms.ts';
import { findingsOf, roomOf } from '../../data/parts.ts';
import { ReadRevision } from '../../data/read-revision.ts';
import { useSourceLabel } from '../../data/source-label.ts';
import { openFacts, useWorkspace, type FactsAt } from '../../data/workspace-state.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { EditCards, EditChoice, EditField } from '../../ui/edit-field.tsx';
import { FindingNotices } from '../../ui/finding-notice.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ClockSection } from './clock-section.tsx';
import type { WriteDetails } from './clock-section.tsx';
import { HeaderRow } from './header-row.tsx';
import { valuesToTake } from './values-to-take.ts';

const NAMES = Object.keys(HEADER_LABELS) as HeaderName[];
const NONE: readonly HeaderProposal[] = [];
/** What the letter says of the organisation; its findings stand at its own fields. */
const isOfOrganisation = (part: Part): boolean =>
  part.kind === 'reviewer-value' && (part.name === 'organisation' || part.name === 'guidelineLabel');
const isOfReviewer = (part: Part): boolean => roomOf(part) === 'reviewer' && !isOfOrganisation(part);

type BodyProps = { readonly caseId: CaseId; readonly at: FactsAt; readonly overview: CaseOverview };

const Fields = ({ caseId, at, overview }: BodyProps) => {
  const { data: proposed } = useQueryOf('case.propose', { caseId });
  const { open: findings } = useFindings(caseId);
  const { run } = useCommand('case.update');
  const sourceLabel = useSourceLabel(caseId);
  const forms = useLetterForms();
  const { facts } = overview;
  const write: WriteDetails = (change, from) => run({ caseId, facts: change }, from);
  const proposals = proposed?.header ?? NONE;
  const open = valuesToTake(facts.header, proposals);
  const openCount = Object.keys(open).length;
  const isAt = (part: Part): boolean => at !== 'beginning' && isSamePart(at, part);

  return (
    <>
      {openCount > 0 ? (
        <Notice
          tone="info"
          actions={
            <Button onPress={() => void write({ header: open })}>
              Take {openCount === 1 ? 'it' : `all ${String(openCount)}`} from the file
            </Button>
          }
        >
          {openCount === 1
            ? 'One value that is missing here stands'
            : `${String(openCount)} values that are missing here stand`}{' '}
          in the records.
        </Notice>
      ) : null}
      <ul className="header-rows" aria-label="Case block">
        {NAMES.map((name) => (
          <HeaderRow
            key={name}
            name={name}
            value={facts.header[name]}
            proposals={proposals.filter((proposal) => proposal.name === name)}
            caseId={caseId}
            findings={findingsOf(findings, { kind: 'header-value', name })}
            isWanted={isAt({ kind: 'header-value', name })}
            sourceLabel={sourceLabel}
            write={(value, from) => write({ header: { [name]: value } }, from)}
          />
        ))}
      </ul>
      <FindingNotices caseId={caseId} findings={findingsOf(findings, { kind: 'header' })} />
      <ClockSection overview={overview} write={write} />
      <div role="group" aria-label="Reviewer" className="stack">
        <h3 className="overline">Reviewer</h3>
        <div className="field-pair">
          <EditField
            label="State(s) of licensure"
            value={facts.reviewer.licensure}
            write={(licensure, from) => write({ reviewer: { licensure } }, from)}
            autoFocus={at !== 'beginning' && isOfReviewer(at)}
            placeholder="California"
          />
          <EditField
            label="Certification(s)/Specialty"
            value={facts.reviewer.specialty}
            write={(specialty, from) => write({ reviewer: { specialty } }, from)}
            placeholder="Physical Medicine & Rehabilitation"
          />
        </div>
        <EditChoice
          value={facts.attested}
          write={(attested, from) => write({ attested }, from)}
          inWords={(isOn) => (isOn ? 'yes' : 'no')}
        >
          {({ value, choose }) => (
            <Checkbox
              label="I have no conflict of interest in this case"
              note="No affiliation with the employer, the worker, the providers or the claims administrator."
              isOn={value}
              onChange={choose}
            />
          )}
        </EditChoice>
        <FindingNotices caseId={caseId} findings={findings.filter(({ part }) => isOfReviewer(part))} />
      </div>
      <div role="group" aria-label="Organisation" className="stack">
        <h3 className="overline">Review organisation</h3>
        <div className="field-pair">
          <EditField
            label="Name"
            value={facts.organisation}
            write={(organisation, from) => write({ organisation }, from)}
            autoFocus={isAt({ kind: 'reviewer-value', name: 'organisation' })}
            description="In the first paragraph."
          />
          <EditField
            label="Guideline label"
            value={facts.guidelineLabel}
            write={(guidelineLabel, from) => write({ guidelineLabel }, from)}
            autoFocus={isAt({ kind: 'reviewer-value', name: 'guidelineLabel' })}
            description="Before “guideline” in each item."
          />
        </div>
        <FindingNotices caseId={caseId} findings={findings.filter(({ part }) => isOfOrganisation(part))} />
        <EditCards
          label="Letter form"
          value={facts.form}
          cards={formCards(forms, facts.form)}
          write={(form, from) => write({ form }, from)}
        />
      </div>
    </>
  );
};

const Body = ({ caseId, at }: Omit<BodyProps, 'overview'>) => {
  const { data: overview, revision } = useQueryOf('case.show', { caseId });
  return overview ? (
    <ReadRevision value={revision}>
      <Fields caseId={caseId} at={at} overview={overview} />
    </ReadRevision>
  ) : null;
};

/** What the reviewer states about the case apart from items and prose. It is kept as it is typed. */
export const CaseDetails = ({ caseId }: { readonly caseId: CaseId }) => {
  const at = useWorkspace((state) => state.factsAt);
  return (
    <Dialog
      isOpen={at !== null}
      onClose={() => openFacts(null)}
      title="Case details"
      size="medium"
      footer={
        <Button variant="primary" onPress={() => openFacts(null)}>
          Done
        </Button>
      }
    >
      {at === null ? null : <Body caseId={caseId} at={at} />}
    </Dialog>
  );
};
