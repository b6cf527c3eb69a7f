import { foldSpace, type LetterItem } from '../../../shared/letter.ts';
import { found } from '../../../shared/finding-kinds.ts';
import { findHeadingStart } from './find-heading-start.ts';
import type { LetterNote } from './letter-notes.ts';

export type ItemsRead = {
  readonly items: LetterItem[];
  readonly guidelineLabel: string;
  readonly notes: readonly LetterNote[];
};

type Mark = {
  readonly part: 'claimsGuideline' | 'reviewerGuideline' | 'rationale';
  readonly start: number;
  readonly end: number;
};

const ORDER = ['claimsGuideline', 'reviewerGuideline', 'rationale'] as const;
const CLAIMS = /Claims\s+Administrator\s+guideline\s*:/gu;
const RATIONALE = /Decision\s+rationale\s*:/gu;
/**
 * A label of the organisation's at the beginning of a line, or, where lines are lost, after a finished sentence or in
 * capitals.
 */
const REVIEWER =
  /(?:(?<=^|\n[ \t]*)|(?<=[.)\]"”]\s+)|(?<=\s)(?=[A-Z&-]{2,}\s+guideline\s*:))(?!Claims\s+Administrator)([A-Z][^.:\n]{0,60}?)\s+guideline\s*:/gu;
const WORD = '(?:Upheld|Overturned)';
/** The decision at the end of what stands before a label: one known word, or several, as written. */
const KNOWN_DECISION = new RegExp(
  `:\\s*(${WORD}(?:(?:\\s*[,;/&]|\\s+and|\\s+or)?\\s+${WORD}|\\s*/\\s*${WORD})*)\\.?\\s*$`,
  'iu',
);
const ODD_DECISION = /:[^\S\n]*([A-Z][\w-]*(?:[ /][\w-]+){0,2})\.?\s*$/u;

const marksOf = (text: string, pattern: RegExp, part: Mark['part']): Mark[] =>
  [...text.matchAll(pattern)].map((match) => ({ part, start: match.index, end: match.index + match[0].length }));

const commonest = (labels: readonly string[]): string =>
  [...new Set(labels)].sort(
    (a, b) => labels.filter((label) => label === b).length - labels.filter((label) => label === a).length,
  )[0] ?? '';

/** The marks in order, cut into items: a new one begins where the order of the parts starts again. */
const groupsOf = (text: string, marks: readonly Mark[]): Mark[][] => {
  const groups: Mark[][] = [];
  for (const mark of marks) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const isNext =
      last !== undefined &&
      ORDER.indexOf(mark.part) > ORDER.indexOf(last.part) &&
      !KNOWN_DECISION.test(text.slice(last.end, mark.start));
    if (isNext) group?.push(mark);
    else groups.push([mark]);
  }
  return groups;
};

type Title = { readonly heading: string; readonly decision: string };

const splitTitle = (words: string): Title => {
  const match = KNOWN_DECISION.exec(words) ?? ODD_DECISION.exec(words);
  const isNumbered = match !== null && /^(?:#?\d|L\d|C\d)/u.test(match[1] ?? '');
  if (match === null || isNumbered) return { heading: foldSpace(words), decision: '' };
  return { heading: foldSpace(words.slice(0, match.index)), decision: foldSpace(match[1] ?? '') };
};

/** Where the last rationale ends in a heading whose item was cut off, the place where that heading begins. */
const cutOffAt = (text: string, from: number): number | null => {
  const rest = text.slice(from);
  return KNOWN_DECISION.test(rest) ? from + findHeadingStart(rest) : null;
};

const partsOf = (text: string, group: readonly Mark[], until: number): Partial<LetterItem> =>
  Object.fromEntries(
    group.map((mark, index) => [mark.part, foldSpace(text.slice(mark.end, group[index + 1]?.start ?? until))]),
  );

const NO_PARTS = { claimsGuideline: '', reviewerGuideline: '', rationale: '' };

const notesOf = ({ decision, ...parts }: LetterItem, item: number): LetterNote[] => [
  ...(decision === '' ? [{ name: 'no-decision', item } as const] : []),
  ...(/^(?:Upheld|Overturned)?$/u.test(decision) ? [] : [{ name: 'odd-decision', item, decision } as const]),
  ...ORDER.filter((part) => parts[part] === '').map((part) => ({ name: 'no-item-part', item, part }) as const),
];

const isCutOff = (rationale: string): boolean => rationale !== '' && !/[.?!…:]["'”’)\]]*$/u.test(rationale);

const assemble = (text: string, groups: readonly (readonly Mark[])[]): LetterItem[] => {
  let title = splitTitle(text.slice(0, groups[0]?.[0]?.start ?? text.length));
  const items = groups.map((group, index): LetterItem => {
    const [last, next] = [group.at(-1), groups[index + 1]?.[0]];
    const from = last?.end ?? 0;
    const headingAt = next === undefined ? cutOffAt(text, from) : from + findHeadingStart(text.slice(from, next.start));
    const item = { ...NO_PARTS, ...partsOf(text, group, headingAt ?? text.length), ...title };
    title = headingAt === null ? { heading: '', decision: '' } : splitTitle(text.slice(headingAt, next?.start));
    return item;
  });
  return title.heading === '' && groups.length > 0 ? items : [...items, { ...NO_PARTS, ...title }];
};

/** The items of a letter from the text after the fixed sentence that leads to them, and the organisation's label. */
export const readItems = (text: string): ItemsRead => {
  const reviewer = [...text.matchAll(REVIEWER)];
  const guidelineLabel = commonest(reviewer.map((match) => foldSpace(match[1] ?? '')));
  const marks = [
    ...marksOf(text, CLAIMS, 'claimsGuideline'),
    ...marksOf(text, REVIEWER, 'reviewerGuideline'),
    ...marksOf(text, RATIONALE, 'rationale'),
  ].sort((a, b) => a.start - b.start);
  const items = assemble(text, groupsOf(text, marks)).filter((item) => Object.values(item).some((part) => part !== ''));
  const others = [...new Set(reviewer.map((match) => foldSpace(match[1] ?? '')))].filter(
    (label) => label !== guidelineLabel,
  );
  return {
    items,
    guidelineLabel,
    notes: [
      ...items.flatMap(notesOf),
      ...(isCutOff(items.at(-1)?.rationale ?? '')
        ? [{ name: 'form', found: found('cut-off', { kind: 'letter' }, {}) } as const]
        : []),
      ...others.map((label) => ({ name: 'other-label', label, usual: guidelineLabel }) as const),
    ],
  };
};
