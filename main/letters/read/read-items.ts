import { foldSpace, type LetterItem } from '../../../shared/letter.ts';
import { found } from '../../../shared/finding-kinds.ts';
import type { FormDescription } from '../../../shared/letter-form.ts';
import { findHeadingStart } from './find-heading-start.ts';
import { itemMarks, type ItemMarks, type Mark } from './item-marks.ts';
import type { LetterNote } from './letter-notes.ts';

export type ItemsRead = {
  readonly items: LetterItem[];
  readonly guidelineLabel: string;
  readonly notes: readonly LetterNote[];
};

const ORDER = ['claimsGuideline', 'reviewerGuideline', 'rationale'] as const;

const commonest = (labels: readonly string[]): string =>
  [...new Set(labels)].sort(
    (a, b) => labels.filter((label) => label === b).length - labels.filter((label) => label === a).length,
  )[0] ?? '';

/** The marks in order, cut into items: a new one begins where the order of the parts starts again. */
const groupsOf = (text: string, found: readonly Mark[], marks: ItemMarks): Mark[][] => {
  const groups: Mark[][] = [];
  for (const mark of found) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const isNext =
      last !== undefined &&
      ORDER.indexOf(mark.part) > ORDER.indexOf(last.part) &&
      marks.decisionAt(text.slice(last.end, mark.start)) === null;
    if (isNext) group?.push(mark);
    else groups.push([mark]);
  }
  return groups;
};

/** Where the heading of item `number` begins in a text that ends with it. */
const headingStart = (text: string, number: number, marks: ItemMarks): number =>
  marks.numberAt(text, number) ?? findHeadingStart(text);

/** Where the last rationale ends in a heading whose item was cut off, the place where that heading begins. */
const cutOffAt = (text: string, from: number, number: number, marks: ItemMarks): number | null => {
  const rest = text.slice(from);
  return marks.decisionAt(rest) === null ? null : from + headingStart(rest, number, marks);
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

const CUT_OFF: LetterNote = { name: 'form', found: found('cut-off', { kind: 'letter' }, {}) };

const isCutOff = (rationale: string): boolean => rationale !== '' && !/[.?!…:]["'”’)\]]*$/u.test(rationale);

const assemble = (text: string, groups: readonly (readonly Mark[])[], marks: ItemMarks): LetterItem[] => {
  let title = marks.readTitle(text.slice(0, groups[0]?.[0]?.start ?? text.length));
  const items = groups.map((group, index): LetterItem => {
    const [last, next] = [group.at(-1), groups[index + 1]?.[0]];
    const from = last?.end ?? 0;
    const number = index + 2;
    const headingAt =
      next === undefined
        ? cutOffAt(text, from, number, marks)
        : from + headingStart(text.slice(from, next.start), number, marks);
    const item = { ...NO_PARTS, ...partsOf(text, group, headingAt ?? text.length), ...title };
    title = headingAt === null ? { heading: '', decision: '' } : marks.readTitle(text.slice(headingAt, next?.start));
    return item;
  });
  return title.heading === '' && groups.length > 0 ? items : [...items, { ...NO_PARTS, ...title }];
};

/**
 * The items of a letter of this form from the text after the fixed sentence that leads to them, and the organisation's
 * label.
 */
export const readItems = (text: string, form: FormDescription): ItemsRead => {
  const marks = itemMarks(form);
  const labelled = marks.find(text);
  const labels = labelled.flatMap(({ part, label }) => (part === 'reviewerGuideline' ? [label] : []));
  const guidelineLabel = commonest(labels);
  const items = assemble(text, groupsOf(text, labelled, marks), marks).filter((item) =>
    Object.values(item).some((part) => part !== ''),
  );
  const others = [...new Set(labels)].filter((label) => label !== guidelineLabel);
  return {
    items,
    guidelineLabel,
    notes: [
      ...items.flatMap(notesOf),
      ...(isCutOff(items.at(-1)?.rationale ?? '') ? [CUT_OFF] : []),
      ...others.map((label) => ({ name: 'other-label', label, usual: guidelineLabel }) as const),
    ],
  };
};
