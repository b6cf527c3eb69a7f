import type { FateCount, LeftOutRule, PageFate } from '../../shared/page-fate.ts';
import type { RecordKind } from '../../shared/record.ts';
import type { FactRank } from '../../shared/visit.ts';
import { readLines, type Line } from './read-lines.ts';
import type { PageRange, RecordText } from './record-text.ts';
import { titleIn } from './records/page-signs.ts';
import { headingOf } from './section-headings.ts';
import { splitSections } from './split-sections.ts';

/** A fact as far as a page needs it: where its words stand and whether its card shows it. */
export type PlacedFact = { readonly rank: FactRank; readonly sources: readonly PageRange[] };

export type FateContext = {
  readonly kind: RecordKind;
  readonly isOtherPatient?: boolean;
  readonly isRemoved?: boolean;
};

type Range = { readonly start: number; readonly end: number };
type Told = Range & { readonly rank: FactRank };

/** Records whose own rows are read and nothing else, or nothing at all. */
const GIVES_ITS_OWN: readonly RecordKind[] = [
  'imr-application',
  'imr-determination',
  'billing',
  'fax-cover',
  'blank',
  'utilization-review',
  'request-for-authorization',
  'drug-test',
];

const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/** The facts on the page in order; where two overlap, what stands on a card counts. */
const toldOn = (page: number, facts: readonly PlacedFact[]): Told[] =>
  facts
    .flatMap(({ rank, sources }) =>
      sources.filter((source) => source.page === page).map((source) => ({ ...source, rank })),
    )
    .sort((a, b) => a.start - b.start || Number(b.rank === 'key') - Number(a.rank === 'key'));

/** A line cut where facts begin and end; what lies under several is a fact where one of them is. */
const cutLine = ({ start, end }: Line, told: readonly Told[]): (Range & { readonly rank: FactRank | null })[] => {
  const over = told.filter((fact) => fact.start < end && fact.end > start);
  const edges = [
    ...new Set([start, end, ...over.flatMap((fact) => [Math.max(start, fact.start), Math.min(end, fact.end)])]),
  ].sort((a, b) => a - b);
  return edges.slice(1).map((to, at) => {
    const from = edges[at] ?? start;
    const ranks = over.filter((fact) => fact.start < to && fact.end > from).map(({ rank }) => rank);
    return { start: from, end: to, rank: ranks.includes('key') ? 'key' : (ranks[0] ?? null) };
  });
};

type Place = Range & { readonly isOther: boolean };

/** The stretches of a page under their headings; `other` sections give no entries. */
const placesOn = (page: number, lines: readonly Line[]): Place[] =>
  splitSections(lines).flatMap(({ kind, pieces }) =>
    pieces
      .filter((piece) => piece.page === page)
      .map(({ start, end }) => ({ start, end, isOther: kind === 'other' || kind === 'records' })),
  );

/** Studies are told by their conclusion. */
const CONCLUDES: readonly RecordKind[] = ['imaging-report', 'electrodiagnostic-report'];
const DAY = /^(?:visit \d{1,2}(?: of \d{1,2})?\s+)?(?:date(?: of \w+)?|dos)\s*:?\s*[\w,]*\s*\d/i;
const LIST_MARK = /^\W*\d{1,2}[.)]\W*$/;

const ruleOf = (
  range: Range,
  line: Line,
  places: readonly Place[],
  { kind, isOtherPatient, isRemoved }: FateContext,
): LeftOutRule => {
  if (isOtherPatient === true) return 'other patient';
  if (isRemoved === true) return 'record removed';
  if (line.print !== null) return line.print;
  const place = places.find(({ start, end }) => start < range.end && end > range.start);
  if (
    (place === undefined && headingOf(line.text) !== null) ||
    titleIn(line.text, true) !== null ||
    LIST_MARK.test(line.text.slice(range.start - line.start, range.end - line.start))
  )
    return 'heading';
  if (DAY.test(line.text)) return 'day of the visit';
  if (GIVES_ITS_OWN.includes(kind)) return 'kind of record';
  if (place?.isOther === true) return 'section';
  return CONCLUDES.includes(kind) ? 'body of a report' : 'nothing told';
};

/** `Subjective: Right knee pain`: the heading and what was left out behind it are two. */
const withoutHeading = (range: Range, line: Line, places: readonly Place[]): Range[] => {
  const place = places.find(({ start, end }) => start > range.start && start < range.end && end > range.start);
  return line.print !== null || place === undefined
    ? [range]
    : [
        { start: range.start, end: place.start },
        { start: place.start, end: range.end },
      ];
};

/** Ranges of one fate that only blanks and marks part are one. */
const joined = (fates: readonly PageFate[], text: string): PageFate[] => {
  const all: PageFate[] = [];
  for (const fate of fates) {
    const last = all.at(-1);
    const isSame =
      last !== undefined &&
      last.fate === fate.fate &&
      last.rule === fate.rule &&
      !hasWords(text.slice(last.end, fate.start)) &&
      !text.slice(last.end, fate.start).includes('\n');
    if (isSame) all[all.length - 1] = { ...last, end: fate.end };
    else all.push(fate);
  }
  return all;
};

/**
 * What became of every word of a page: a fact on a card, one that is folded, or left out and by which rule. `source`
 * holds the pages of its record, for running heads are told by the other pages. Every letter and digit of the page
 * stands in exactly one of the ranges, which are in order and never run over the end of a line.
 */
export const pageFates = (
  source: RecordText,
  page: number,
  facts: readonly PlacedFact[],
  context: FateContext,
): PageFate[] => {
  const text = source.pages.find((one) => one.page === page)?.text ?? '';
  const lines = readLines(source.pages);
  const places = placesOn(page, lines);
  const told = toldOn(page, facts);
  const fates = lines
    .filter((line) => line.page === page && line.text !== '')
    .flatMap((line) =>
      cutLine(line, told).flatMap(({ rank, ...range }): PageFate[] => {
        if (rank !== null) return [{ ...range, fate: rank === 'key' ? 'fact' : 'folded', rule: null }];
        return withoutHeading(range, line, places).map((part) => ({
          ...part,
          fate: 'left-out',
          rule: ruleOf(part, line, places, context),
        }));
      }),
    )
    .filter(({ start, end }) => hasWords(text.slice(start, end)));
  return joined(fates, text);
};

/** Counts the lines of a page by what became of them. */
export const countFates = (fates: readonly PageFate[], text: string): FateCount => {
  const lineOf = (at: number): number => text.slice(0, at).split('\n').length;
  const leftOut: Partial<Record<LeftOutRule, number>> = {};
  let [facts, folded] = [0, 0];
  for (const own of Map.groupBy(fates, ({ start }) => lineOf(start)).values()) {
    const rule = own.find((one) => one.rule !== null && one.rule !== 'heading')?.rule ?? own[0]?.rule ?? null;
    if (own.some(({ fate }) => fate === 'fact')) facts += 1;
    else if (own.some(({ fate }) => fate === 'folded')) folded += 1;
    else if (rule !== null) leftOut[rule] = (leftOut[rule] ?? 0) + 1;
  }
  return { facts, folded, leftOut };
};
