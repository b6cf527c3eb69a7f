import { useMemo } from 'react';
import type { Entry } from '../../shared/entry.ts';
import { ENTRY_KIND_NAMES } from '../../shared/entry.ts';
import type { CaseId, EntryId, RecordId, VisitId } from '../../shared/ids.ts';
import type { Item } from '../../shared/item.ts';
import type { TextSpan } from '../../shared/span.ts';
import type { Sentence } from '../../shared/summary.ts';
import { useQueryOf } from './hooks.ts';

/**
 * Words of a page that the draft rests on. `proposed`: of a fact that waits to be accepted; `folded`: of one that is not
 * taken, lit only while it is pointed at.
 */
export type Citation = {
  readonly span: TextSpan;
  readonly use: 'cited' | 'proposed' | 'folded';
  readonly label: string;
  readonly entry: EntryId | null;
  readonly visit: VisitId | null;
};

const useOf = ({ state, isTicked }: Entry): Citation['use'] => {
  if (state === 'accepted') return 'cited';
  return state === 'proposed' && isTicked ? 'proposed' : 'folded';
};

const ofEntry = (entry: Entry): Citation[] =>
  entry.state === 'rejected'
    ? []
    : entry.sources.map((span) => ({
        ...{ span, use: useOf(entry), label: `Timeline: ${ENTRY_KIND_NAMES[entry.kind]}` },
        ...{ entry: entry.id, visit: entry.visit },
      }));

const alone = (span: TextSpan, label: string): Citation => ({ span, use: 'cited', label, entry: null, visit: null });

const ofSentence = ({ sources }: Sentence, index: number): Citation[] =>
  sources.map((span) => alone(span, `Summary, sentence ${index + 1}`));

const ofItem = ({ evidence }: Item, index: number): Citation[] =>
  evidence.map(({ span }) => alone(span, `Evidence for item ${index + 1}`));

/** The citations of a page of the open case, followed. */
export const useCitations = (caseId: CaseId, record: RecordId, page: number): readonly Citation[] => {
  const { data: entries } = useQueryOf('timeline.cited', { caseId, record, page });
  const { data: sentences } = useQueryOf('summary.show', { caseId });
  const { data: items } = useQueryOf('item.list', { caseId });
  return useMemo(
    () =>
      [
        ...(entries ?? []).flatMap(ofEntry),
        ...(sentences ?? []).flatMap(ofSentence),
        ...(items ?? []).flatMap(ofItem),
      ].filter(({ span }) => span.record === record && span.page === page),
    [entries, sentences, items, record, page],
  );
};
