import type { FormDescription } from '../../../shared/letter-form.ts';
import { foldSpace, type LetterItem } from '../../../shared/letter.ts';
import { escapeWords, fillFields, labelPattern, looseWords } from '../fill-fields.ts';

/** A label of an item's part where it stands in the text; `label` is the organisation's, before the words of the form. */
export type Mark = {
  readonly part: 'claimsGuideline' | 'reviewerGuideline' | 'rationale';
  readonly label: string;
  readonly start: number;
  readonly end: number;
};

/** What an item's heading says: the request and its decision, both as the domain names them. */
type Title = Pick<LetterItem, 'heading' | 'decision'>;

/** How the items of a form are told apart. */
export type ItemMarks = {
  /** Every label in the text, in order. */
  readonly find: (text: string) => Mark[];
  /** Where the text ends with the heading of an item and its decision, the decision's place; null where it does not. */
  readonly decisionAt: (text: string) => number | null;
  readonly readTitle: (words: string) => Title;
  /** Where the heading of item `number` (from 1) is marked by its number in the text; null where it is not. */
  readonly numberAt: (text: string, number: number) => number | null;
  readonly isNumbered: boolean;
};

const FIELD = '{guidelineLabel}';

/** What a label begins with before the words that it shares with another one. */
const ownStart = (label: string, shared: string): string =>
  label.endsWith(shared) ? label.slice(0, -shared.length) : label;

/**
 * A label of the organisation's before the form's words: at the beginning of a line, or, where lines are lost, after a
 * finished sentence or in capitals.
 */
const organisationPattern = ({ reviewer, claims }: FormDescription['labels']): string => {
  const words = foldSpace(reviewer);
  const [before = '', after = ''] = words.split(FIELD);
  const tail = labelPattern(after);
  if (before !== '') return `${looseWords(before)}\\s+([^.:\\n]{0,60}?)\\s+${tail}`;
  const begins = `(?:(?<=^|\\n[ \\t]*)|(?<=[.)\\]"”]\\s+)|(?<=\\s)(?=[A-Z&-]{2,}\\s+${tail}))`;
  return `${begins}(?!${looseWords(ownStart(foldSpace(claims), after))})([A-Z][^.:\\n]{0,60}?)\\s+${tail}`;
};

const patternsOf = ({ labels }: FormDescription): Readonly<Record<Mark['part'], RegExp>> => ({
  claimsGuideline: new RegExp(labelPattern(labels.claims), 'gu'),
  reviewerGuideline: new RegExp(
    labels.reviewer.includes(FIELD) ? organisationPattern(labels) : labelPattern(labels.reviewer),
    'gu',
  ),
  rationale: new RegExp(labelPattern(labels.rationale), 'gu'),
});

/** The words of a heading's template: before the request, between it and the decision, and after the decision. */
const wordsAround = ({ item }: FormDescription): readonly [before: string, between: string, after: string] => {
  const [before = '', rest = ''] = item.heading.split('{heading}');
  const [between = '', after = ''] = rest.split('{decision}');
  return [before, between, after];
};

/** The decision at the end of what stands before a label: one known word, or several, as written. */
const decisionPattern = (form: FormDescription): RegExp => {
  const [, between, after] = wordsAround(form);
  const words = Object.values(form.item.decisions).sort((a, b) => b.length - a.length);
  const word = `(?:${words.map(looseWords).join('|')})`;
  const joint = between.trim() === '' ? '(?<=\\S)\\s+' : `${looseWords(between)}\\s*`;
  const several = `${word}(?:(?:\\s*[,;/&]|\\s+and|\\s+or)?\\s+${word}|\\s*/\\s*${word})*`;
  return new RegExp(`${joint}(${several})(?:${looseWords(after)})?\\.?\\s*$`, 'iu');
};

const ODD_DECISION = /:[^\S\n]*([A-Z][\w-]*(?:[ /][\w-]+){0,2})\.?\s*$/u;
/** A level or a count after a colon is a part of the request. */
const NO_DECISION = /^(?:#?\d|L\d|C\d)/u;

const ANY_NUMBER = '\\d{1,3}';

/** A pattern for what numbers an item; empty where the form does not. */
const numberPattern = (before: string, number: string): string =>
  before.includes('{number}') ? before.trim().split('{number}').map(escapeWords).join(number) : '';

/** How the items of a letter of this form are told apart: by the labels of their parts, their decisions and numbers. */
export const itemMarks = (form: FormDescription): ItemMarks => {
  const patterns = patternsOf(form);
  const known = decisionPattern(form);
  const [before, between] = wordsAround(form);
  const numbered = numberPattern(before, ANY_NUMBER);
  const leading = new RegExp(`^\\s*${numbered}\\s*`, 'u');
  const decisions = Object.entries(form.item.decisions);

  /** A decision that is worded like prose counts only behind a number. */
  const decisionAt = (text: string): number | null => {
    const match = known.exec(text);
    if (match === null) return null;
    const isOpen = numbered !== '' && !new RegExp(`(?<=^|\\s)${numbered}\\s`, 'u').test(text.slice(0, match.index + 1));
    return isOpen ? null : match.index;
  };
  return {
    isNumbered: numbered !== '',
    find: (text) =>
      (Object.entries(patterns) as [Mark['part'], RegExp][])
        .flatMap(([part, pattern]) =>
          [...text.matchAll(pattern)].map((match) => ({
            part,
            label: foldSpace(match[1] ?? ''),
            start: match.index,
            end: match.index + match[0].length,
          })),
        )
        .sort((a, b) => a.start - b.start),
    decisionAt,
    readTitle: (words) => {
      const heading = (end?: number): string => foldSpace(words.slice(0, end).replace(leading, ''));
      const match = known.exec(words) ?? (between.trim() === ':' ? ODD_DECISION.exec(words) : null);
      const written = foldSpace(match?.[1] ?? '');
      if (match === null || NO_DECISION.test(written)) return { heading: heading(), decision: '' };
      const decision = decisions.find(([, printed]) => printed === written)?.[0] ?? written;
      return { heading: heading(match.index), decision };
    },
    numberAt: (text, number) => {
      if (numbered === '') return null;
      const own = new RegExp(`(?<=^|\\s)${numberPattern(before, String(number))}\\s`, 'gu');
      return [...text.matchAll(own)].at(-1)?.index ?? null;
    },
  };
};

/** A label as a sentence names it: `reviewer guideline`. */
export const partName = ({ labels }: FormDescription, part: Mark['part']): string => {
  const label = { claimsGuideline: labels.claims, reviewerGuideline: labels.reviewer, rationale: labels.rationale }[
    part
  ];
  return foldSpace(fillFields(label, { guidelineLabel: 'reviewer' })).replace(/:$/u, '');
};
