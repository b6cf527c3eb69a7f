import { useEffect, useMemo, useRef } from 'react';
import type { Finding } from '../../../shared/check.ts';
import type { CaseId } from '../../../shared/ids.ts';
import { foldSpace } from '../../../shared/letter.ts';
import type { ShownSentence } from '../../../shared/summary.ts';
import { useEdit } from '../../data/use-edit.ts';
import { useCommand } from '../../data/hooks.ts';
import { useShortSource, useSourceLabel } from '../../data/source-label.ts';
import { pointAtSentence, useWorkspace } from '../../data/workspace-state.ts';
import { ConflictNotice } from '../../ui/conflict-notice.tsx';
import { ProseEditor } from '../../ui/prose-editor.tsx';
import type { ProseMark } from '../../ui/prose-schema.ts';
import { countWords, placeSentences, textOfSummary } from './place-sentences.ts';
import type { PlacedSentence } from './place-sentences.ts';
import { SourceMargin } from './source-margin.tsx';

const markOf = ({ sentence, start, end }: PlacedSentence<ShownSentence>, current: string | null): ProseMark[] => [
  ...(sentence.id === current ? [{ id: sentence.id, start, end, look: 'current' as const }] : []),
  ...(sentence.sources.length === 0
    ? [{ id: sentence.id, start, end, look: 'warn' as const, title: 'No page supports this sentence yet' }]
    : []),
  ...(sentence.offered !== null
    ? [{ id: sentence.id, start, end, look: 'warn' as const, title: 'The timeline says something else now' }]
    : []),
];

/** So long is the middle one of 194 published summaries, its lead-in counted. */
const USUAL_WORDS = 239;

/** The words that sum the summary up, above it. */
const metaOf = (text: string, sentences: readonly ShownSentence[]): string => {
  const behind = sentences.filter(({ offered }) => offered !== null).length;
  const without = sentences.filter(({ sources }) => sources.length === 0).length;
  return [
    `${String(countWords(text))} words (usual ${String(USUAL_WORDS)})`,
    `${String(sentences.length)} sentences`,
    ...(sentences.length > 0
      ? [without === 0 ? 'every one with its page' : `${String(without)} without a source`]
      : []),
    ...(behind > 0 ? [`${String(behind)} behind the timeline`] : []),
  ].join(' · ');
};

/** The words that a finding is about, within those that it quotes. */
const wordsOf = (finding: Finding, start: number): { readonly start: number; readonly end: number } => {
  const end = start + (finding.quote?.length ?? 0);
  if (finding.name !== 'sentence-differs') return { start, end };
  const { at, words } = finding.values;
  return { start: start + at, end: start + at + words.length };
};

/** The words that a check objects to, where they stand. A sentence behind the timeline is marked as such already. */
const objected = (text: string, finding: Finding): ProseMark[] => {
  const { severity, quote, message, name } = finding;
  const start = quote ? text.indexOf(quote) : -1;
  if (start < 0 || severity === 'info' || name === 'sentence-behind-timeline') return [];
  const words = wordsOf(finding, start);
  return [{ id: `${name} ${String(words.start)}`, ...words, look: severity, title: message }];
};

/** The store folds white space: the blank before the cursor must not be taken away by what it answers. */
const isSameProse = (a: string, b: string): boolean => foldSpace(a) === foldSpace(b);

type Props = {
  readonly caseId: CaseId;
  readonly sentences: readonly ShownSentence[];
  readonly findings: readonly Finding[];
};

/** The clinical case summary as the letter will print it, edited in place; it saves itself. */
export const SummaryEditor = ({ caseId, sentences, findings }: Props) => {
  const frame = useRef<HTMLDivElement>(null);
  const { run } = useCommand('summary.write');
  const {
    value: text,
    change,
    flush,
    conflict,
  } = useEdit(textOfSummary(sentences), (words, from) => run({ caseId, text: words }, from), isSameProse);
  const sourceLabel = useSourceLabel(caseId);
  const shortSource = useShortSource(caseId);
  const current = useWorkspace((state) => state.sentence);
  const placed = useMemo(() => placeSentences(text, sentences), [text, sentences]);
  const marks = useMemo(
    () => [...placed.flatMap((one) => markOf(one, current)), ...findings.flatMap((one) => objected(text, one))],
    [placed, current, findings, text],
  );
  useEffect(() => () => pointAtSentence(null), []);

  return (
    <>
      <p className="small quiet" role="status">
        {metaOf(text, sentences)}
      </p>
      <div className="summary-frame" ref={frame}>
        <ProseEditor
          label="Clinical case summary"
          value={text}
          onChange={change}
          onBlur={flush}
          marks={marks}
          isBare
          placeholder="Accept entries in the timeline and press “Make summary”, or write here."
          onSelect={({ start }) =>
            frame.current?.contains(document.activeElement) &&
            pointAtSentence(placed.find((one) => start >= one.start && start <= one.end)?.sentence.id ?? null)
          }
        />
        <SourceMargin frame={frame} sentences={placed} sourceLabel={sourceLabel} shortSource={shortSource} />
      </div>
      <ConflictNotice conflict={conflict} inWords={(words) => words} />
    </>
  );
};
