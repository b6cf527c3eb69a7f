import { useMemo } from 'react';
import type { CaseId } from '../../../shared/ids.ts';
import type { Part } from '../../../shared/part.ts';
import { useChangeSummary } from '../../data/change-summary.ts';
import { useFindings } from '../../data/findings.ts';
import { useQueryOf } from '../../data/hooks.ts';
import { findingsOf } from '../../data/parts.ts';
import { ReadRevision } from '../../data/read-revision.ts';
import { useWorkspace } from '../../data/workspace-state.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FindingNotices } from '../../ui/finding-notice.tsx';
import { BehindSentences } from './behind-sentences.tsx';
import { ChooseSentence } from './choose-sentence.tsx';
import { LeftOutSentences } from './left-out.tsx';
import { SentenceSources } from './sentence-sources.tsx';
import { SummaryEditor } from './summary-editor.tsx';

const SUMMARY: Part = { kind: 'summary' };

/** The clinical case summary: the prose of the letter, each sentence with the pages that it rests on. */
export const SummaryTab = ({ caseId }: { readonly caseId: CaseId }) => {
  const { data: sentences, error, revision } = useQueryOf('summary.show', { caseId });
  const { data: overview } = useQueryOf('case.show', { caseId });
  const { open: findings } = useFindings(caseId);
  const { change, isRunning } = useChangeSummary(caseId, 'summary.compose');
  const compose = (): void => void change({});
  const citing = useWorkspace((state) => state.citing);
  const current = useWorkspace((state) => state.sentence);
  const at = sentences?.findIndex(({ id }) => id === current) ?? -1;
  const sentence = sentences?.[at];
  // With every entry rejected there still are their sentences to take out.
  const canCompose = (overview?.accepted ?? 0) > 0 || sentences?.some(({ entries }) => entries.length > 0) === true;
  const ofSummary = useMemo(() => findingsOf(findings, SUMMARY), [findings]);
  // What is behind the timeline has a notice of its own, with what to do about it.
  const told = useMemo(() => ofSummary.filter(({ name }) => name !== 'sentence-behind-timeline'), [ofSummary]);

  if (error)
    return (
      <EmptyState icon="blocked" title="The summary cannot be shown">
        {error.message}
      </EmptyState>
    );
  if (!sentences) return null;
  if (citing !== null)
    return (
      <div className="work-tab">
        <ReadRevision value={revision}>
          <ChooseSentence caseId={caseId} words={citing} sentences={sentences} />
        </ReadRevision>
      </div>
    );
  return (
    <div className="work-tab summary">
      <div className="tab-tools">
        <span className="overline spread">Clinical case summary</span>
        <Button variant="quiet" onPress={compose} isDisabled={!canCompose || isRunning}>
          {sentences.length === 0 ? 'Make summary' : 'Update from the timeline'}
        </Button>
      </div>
      <ReadRevision value={revision}>
        <SummaryEditor caseId={caseId} sentences={sentences} findings={ofSummary} />
        <BehindSentences caseId={caseId} sentences={sentences} onUpdate={compose} />
        <LeftOutSentences caseId={caseId} />
        <FindingNotices caseId={caseId} findings={told} />
        {sentence ? <SentenceSources key={sentence.id} caseId={caseId} sentence={sentence} number={at + 1} /> : null}
      </ReadRevision>
    </div>
  );
};
