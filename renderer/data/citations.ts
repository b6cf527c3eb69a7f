import { useMemo } from 'react';
import type { Entry } from '../../shared/entry.ts';
import { ENTRY_KIND_NAMES } from '../../shared/entry.ts';
import type { CaseId, EntryId } from '../../shared/ids.ts';
import type { Item } from '../../shared/item.ts';
import type { TextSpan } from '../../shared/span.ts';
import type { Sentence } from '../../shared/summary.ts';
import { useQueryOf } from './hooks.ts';
import { pageKey } from './workspace-state.ts';

/** Words of a page that the draft rests on. `proposed`: of an entry that nobody has accepted yet. */
export type Citation = {
  readonly span: TextSpan;
  readonly use: 'cited' | 'proposed';
  readonly label: string;
  readonly entry: EntryId | null;
};

const ofEntry = ({ id, kind, state, sources }: Entry): Citation[] =>
  state === 'rejected'
    ? []
    : sources.map((span) => ({
        span,
        use: state === 'accepted' ? 'cited' : 'proposed',
        label: `Timeline: ${ENTRY_KIND_NAMES[kind]}`,
        entry: id,
      }));

const ofSentence = ({ sources }: Sentence, index: number): Citation[] =>
  sources.map((span) => ({ span, use: 'cited', label: `Summary, sentence ${index + 1}`, entry: null }));

const ofItem = ({ evidence }: Item, index: number): Citation[] =>
  evidence.map(({ span }) => ({ span, use: 'cited', label: `Evidence for item ${index + 1}`, entry: null }));

/** Every citation of a case by `record/page`. */
const citationsByPage = (
  entries: readonly Entry[],
  sentences: readonly Sentence[],
  items: readonly Item[],
): ReadonlyMap<string, readonly Citation[]> =>
  Map.groupBy([...entries.flatMap(ofEntry), ...sentences.flatMap(ofSentence), ...items.flatMap(ofItem)], ({ span }) =>
    pageKey(span.record, span.page),
  );

/** The citations of the open case, followed. */
export const useCitations = (caseId: CaseId): ReadonlyMap<string, readonly Citation[]> => {
  const { data: entries } = useQueryOf('timeline.list', { caseId });
  const { data: sentences } = useQueryOf('summary.show', { caseId });
  const { data: items } = useQueryOf('item.list', { caseId });
  return useMemo(() => citationsByPage(entries ?? [], sentences ?? [], items ?? []), [entries, sentences, items]);
};
