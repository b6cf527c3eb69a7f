import { splitSentences } from '../../../shared/split-sentences.ts';
import type { Mention } from '../../letters/checks/check.ts';
import type { ReadCase } from '../../store/case-file.ts';
import { pagesMentioning, type MentioningPage } from '../../store/find-mentions.ts';
import { readingsVersion } from '../../store/readings.ts';

/** So many pages are named; a finding says that there are more. */
const MOST_PAGES = 12;
/** Terms remembered for a case; more are forgotten together. */
const MOST_TERMS = 500;

/** A word as it stands on a page, or parted at the end of a line. */
const evenParted = (word: string): string => Array.from(word).join('(?:[-\u2010]\\n|\u00ad)?');

/** The words of a term with anything but letters and figures between them, as the index sees them. */
const loosely = (term: string): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\p{N}])${(term.match(/[\p{L}\p{N}]+/gu) ?? []).map(evenParted).join('[^\\p{L}\\p{N}]+')}(?![\\p{L}\\p{N}])`,
    'iu',
  );

const mentionOn = ({ record, title, page, text }: MentioningPage, pattern: RegExp): Mention[] => {
  const match = pattern.exec(text);
  if (match === null) return [];
  const span = { record, page, start: match.index, end: match.index + match[0].length, quote: match[0] };
  const sentence = splitSentences(text.slice(Math.max(0, match.index - 400), match.index)).at(-1)?.text ?? '';
  return [{ label: `${title}, page ${String(page)}`, before: sentence, span }];
};

type Memory = { readonly version: string; readonly terms: Map<string, readonly Mention[]> };
const memories = new WeakMap<ReadCase, Memory>();

/**
 * Where a case's records mention a term; asked again and again while somebody types, so that answers are remembered
 * until the texts change.
 */
export const mentionsIn = (file: ReadCase): ((term: string) => readonly Mention[]) => {
  const version = readingsVersion(file);
  const known = memories.get(file);
  const memory = known?.version === version ? known : { version, terms: new Map<string, readonly Mention[]>() };
  memories.set(file, memory);
  return (term) => {
    const before = memory.terms.get(term);
    if (before !== undefined) return before;
    if (memory.terms.size >= MOST_TERMS) memory.terms.clear();
    const pattern = loosely(term);
    const found = pagesMentioning(file, term, MOST_PAGES).flatMap((page) => mentionOn(page, pattern));
    memory.terms.set(term, found);
    return found;
  };
};
