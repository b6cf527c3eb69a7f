import type { CaseOverview } from '../../../shared/case.ts';
import type { CheckStatus } from '../../../shared/check.ts';
import type { CaseId } from '../../../shared/ids.ts';
import { blockingOf, useFindings } from '../../data/findings.ts';
import { useCommand, useQueryOf } from '../../data/hooks.ts';
import { formCards, useLetterForms } from '../../data/letter-forms.ts';
import { ReadRevision } from '../../data/read-revision.ts';
import { openFacts, showTab } from '../../data/workspace-state.ts';
import { Button } from '../../ui/button.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Pill } from '../../ui/pill.tsx';
import { EditCards } from '../../ui/edit-field.tsx';
import { BesideSection } from './beside-section.tsx';
import { DocumentsSection } from './documents-section.tsx';
import { ExportSection } from './export-section.tsx';
import { IssuedSection } from './issued-section.tsx';
import { pageFacts, partFacts } from './letter-facts.ts';
import { useBesideExport, useExport } from './use-export.ts';

const checksInWords = (checks: readonly CheckStatus[]): string => {
  const passed = checks.filter(({ state }) => state === 'passed').length;
  const settled = checks.filter(({ state }) => state === 'overridden').length;
  return `${String(passed)} passed${settled > 0 ? `, ${String(settled)} settled by you` : ''}`;
};

/** Whether the letter can go out, and how the checks stand. */
const Readiness = ({ caseId }: { readonly caseId: CaseId }) => {
  const { open } = useFindings(caseId);
  const { data: checks } = useQueryOf('letter.checks', { caseId }, { keepsPrevious: true });
  const blocking = blockingOf(open).length;
  const warnings = open.filter(({ severity }) => severity === 'warn').length;
  const words = [
    blocking > 0 ? `${String(blocking)} blocking` : 'nothing blocks the export',
    warnings > 0 ? `${String(warnings)} to confirm` : '',
    checks && blocking === 0 ? checksInWords(checks) : '',
  ];
  return (
    <div className="row">
      <Pill tone={blocking > 0 ? 'block' : 'safe'}>{blocking > 0 ? 'Not ready' : 'Ready'}</Pill>
      <span className="quiet">{words.filter((part) => part !== '').join(', ')}</span>
      <span className="spread" />
      {open.length > 0 ? (
        <Button variant="quiet" onPress={() => showTab('checks')}>
          Checks
        </Button>
      ) : null}
    </div>
  );
};

const Body = ({ caseId, overview }: { readonly caseId: CaseId; readonly overview: CaseOverview }) => {
  const { open } = useFindings(caseId);
  const { data: sentences = [] } = useQueryOf('summary.show', { caseId });
  const { data: items = [] } = useQueryOf('item.list', { caseId });
  const { data: issued = [] } = useQueryOf('letter.issued', { caseId });
  const { data: pages = [] } = useQueryOf('page.list', { caseId });
  const { run: update } = useCommand('case.update');
  const forms = useLetterForms();
  const about = { caseId, caseNumber: overview.facts.header.caseNumber, form: overview.facts.form };
  const letter = useExport(about);
  const beside = useBesideExport(about);
  return (
    <div className="work-tab letter-tab">
      <Readiness caseId={caseId} />
      <EditCards
        label="Form"
        value={overview.facts.form}
        cards={formCards(forms, overview.facts.form)}
        write={(form, from) => update({ caseId, facts: { form } }, from)}
      />
      <div role="group" aria-label="In the letter">
        <div className="row">
          <h3 className="overline spread">In the letter</h3>
          <Button variant="quiet" onPress={() => openFacts('beginning')}>
            Case details
          </Button>
        </div>
        <Facts facts={partFacts(sentences, items)} />
      </div>
      <ExportSection form={overview.facts.form} findings={open} issued={issued} letter={letter} beside={beside} />
      <IssuedSection issued={issued} letter={letter} />
      <BesideSection caseId={caseId} facts={overview.facts} beside={beside} />
      <div role="group" aria-label="Pages of the file">
        <h3 className="overline">Pages of the file</h3>
        <Facts facts={pageFacts(pages, sentences, items)} />
      </div>
      <DocumentsSection caseId={caseId} />
    </div>
  );
};

/** What goes out: the form, the parts, the export and what goes with it, and the pages that it rests on. */
export const LetterTab = ({ caseId }: { readonly caseId: CaseId }) => {
  const { data: overview, revision } = useQueryOf('case.show', { caseId });
  return overview ? (
    <ReadRevision value={revision}>
      <Body caseId={caseId} overview={overview} />
    </ReadRevision>
  ) : null;
};
