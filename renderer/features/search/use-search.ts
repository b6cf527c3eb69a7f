import { useEffect, useMemo, useState } from 'react';
import type { CaseId } from '../../../shared/ids.ts';
import { useQueryOf } from '../../data/hooks.ts';
import { lightMatches, openPage, pageKey } from '../../data/workspace-state.ts';
import { joinNeighbours, matchesOf } from './matches.ts';
import type { Hit, Match } from './matches.ts';

/** Asked this long after the last key. */
const ASK_AFTER_MS = 120;

const useLater = (words: string): string => {
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(words.trim()), ASK_AFTER_MS);
    return () => clearTimeout(timer);
  }, [words]);
  return asked;
};

export type Search = {
  readonly asked: string;
  readonly hits: readonly Hit[];
  readonly total: number;
  readonly matches: readonly Match[];
  readonly error: string | null;
};

const NONE: readonly Hit[] = [];

/** Searches the case while one types; what is found is lit in the reader. */
export const useSearch = (caseId: CaseId, words: string): Search => {
  const asked = useLater(words);
  const isEnabled = asked !== '';
  const { data, error } = useQueryOf(
    'search.run',
    { caseId, query: asked, limit: 200 },
    { isEnabled, keepsPrevious: true },
  );
  const hits = isEnabled ? (data?.hits ?? NONE) : NONE;
  useEffect(() => {
    lightMatches(new Map(hits.map(({ record, page, matches }) => [pageKey(record, page), joinNeighbours(matches)])));
    return () => lightMatches(new Map());
  }, [hits]);
  const matches = useMemo(() => matchesOf(hits), [hits]);
  return { asked, hits, total: isEnabled ? (data?.total ?? 0) : 0, matches, error: error?.message ?? null };
};

/** Opens a page at a match. */
export const openMatch = ({ record, page, start, end }: Match): void =>
  openPage(record, page, { start, end, quote: null });
