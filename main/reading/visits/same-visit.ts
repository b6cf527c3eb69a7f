import type { VisitKind } from '../../../shared/visit.ts';
import { ATTENDED } from './merit-of.ts';
import { wordsOf, type ToldDraft } from './told-draft.ts';

/** What tells two visits apart. */
export type Meeting = {
  readonly kind: VisitKind;
  readonly provider: string;
  readonly drafts: readonly ToldDraft[];
};

const nameOf = (provider: string): string[] =>
  provider
    .toLowerCase()
    .replace(/,.*$/, '')
    .split(/[\s.]+/)
    .filter((word) => word !== '');

/** `H. Grant, MD` and `Hollis Grant, MD` are one; a name that is not given contradicts none. */
export const isSameProvider = (a: string, b: string): boolean => {
  const [one, other] = [nameOf(a), nameOf(b)];
  if (one.length === 0 || other.length === 0) return true;
  if (one.at(-1) !== other.at(-1)) return false;
  const [first = '', second = ''] = [one[0], other[0]];
  return first.startsWith(second) || second.startsWith(first);
};

/** The words of a fact but for case, marks and who the person is called. */
const factWords = ({ kind, text }: ToldDraft): string =>
  `${kind} ${text
    .toLowerCase()
    .replace(/\b(?:the patient's|his|her|the patient|he|she|him)\b/g, '*')
    .replace(/[^a-z\d*/.%#+-]+/g, ' ')
    .trim()}`;

const numbersOf = (text: string): string => (text.match(/\d+(?:\.\d+)?/g) ?? []).join(' ');

const common = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => [...a].filter((word) => b.has(word)).length;

/** Whether one fact says no more than the other, in nearly the same words. */
const isWithin = (one: ToldDraft, other: ToldDraft): boolean => {
  const [own, others] = [wordsOf(one), wordsOf(other)];
  const shorter = Math.min(own.size, others.size);
  return one.kind === other.kind && shorter > 0 && common(own, others) / shorter >= 0.75;
};

/** Of the copies of a visit most facts are the same to the word; two visits by one provider share few. */
const SHARE = 0.5;

const sharesFacts = (a: Meeting, b: Meeting): boolean => {
  const [own, others] = [new Set(a.drafts.map(factWords)), new Set(b.drafts.map(factWords))];
  const fewer = Math.min(own.size, others.size);
  const shared = common(own, others);
  return fewer > 0 && shared >= Math.max(fewer * SHARE, Math.min(2, fewer));
};

/** A slip says nothing that the note of the day does not say. */
const isSlipOf = (slip: Meeting, note: Meeting): boolean =>
  slip.kind === 'work-status' &&
  (note.kind === 'visit' || note.kind === 'consultation') &&
  slip.drafts.every((one) => note.drafts.some((other) => isWithin(one, other)));

const SCORE = /\b\d{1,2}\/10\b/g;
const scoresOf = ({ drafts }: Meeting): Set<string> =>
  new Set(drafts.flatMap(({ text }): string[] => text.match(SCORE) ?? []));

/** A row of a flow sheet, and the note of the same session: a score of one stands in the other. */
const isRowOf = (row: Meeting, note: Meeting): boolean => {
  if (row.kind !== 'therapy' || note.kind !== 'therapy' || !row.drafts.every(({ text }) => ATTENDED.test(text)))
    return false;
  const [own, others] = [scoresOf(row), scoresOf(note)];
  return own.size === 0 || others.size === 0 || common(own, others) > 0;
};

/** Whether two encounters of one date are one visit: by one provider, and in words that agree. */
export const isSameVisit = (a: Meeting, b: Meeting): boolean =>
  isSameProvider(a.provider, b.provider) &&
  ((a.kind === b.kind && sharesFacts(a, b)) || isSlipOf(a, b) || isSlipOf(b, a) || isRowOf(a, b) || isRowOf(b, a));

const SHARED_WORDS = 2;
const TOO_COMMON = /^(?:right|left|pain|treat|thera|visit|was|\d.*)$/;

/** Whether an event that another record dates is something the visit of that day tells of itself. */
export const isToldBy = (event: ToldDraft, visit: Meeting): boolean => {
  const words = [...wordsOf(event)].filter((word) => !TOO_COMMON.test(word));
  return visit.drafts.some((own) => {
    const others = wordsOf(own);
    const shared = words.filter((word) => others.has(word)).length;
    const areNumbersEqual = numbersOf(own.text) !== '' && numbersOf(own.text) === numbersOf(event.text);
    return own.kind === event.kind && (shared >= SHARED_WORDS || (shared > 0 && areNumbersEqual));
  });
};
