import { findDates, type DateInText } from '../../shared/find-dates.ts';
import { findFacts } from '../../shared/find-facts.ts';
import type { EntryKind } from '../../shared/entry.ts';
import type { PartialDate } from '../../shared/partial-date.ts';
import type { Proposal, Reading } from './proposal.ts';
import type { Line } from './read-lines.ts';
import { isDrugName, lowerFirst, upperFirst } from './sentence-case.ts';
import { isPlural, withArticle } from './statement/noun-phrase.ts';
import { expandAbbreviations } from './statement/expand-abbreviations.ts';

type Row = {
  readonly line: Line;
  readonly isDrug: boolean;
  readonly name: string;
  readonly first: DateInText;
  readonly second: DateInText | undefined;
  readonly rest: string;
};

const STOPPED = /^[\s:,;–-]*(?:stopped|discontinued|d\/c|reason)\b\s*:?\s*/i;
const THERAPY =
  /^(?:physical therapy|occupational therapy|chiropract\w+|acupunct\w+|massage\w*|home exercises?|aquatic therapy|TENS|epidural)/i;
const STRENGTH_END = /^[\w\s,.-]*?\d[\d.,/]*\s?(?:mg|mcg|ml|g|%|percent)(?![a-z])/i;

const tidy = (words: string): string =>
  expandAbbreviations(words)
    .replace(/\s+/g, ' ')
    .replace(/^[\s:,;–-]+|[\s:,;.–-]+$/g, '');

const startsWithDrug = (text: string): boolean =>
  isDrugName(text) && findFacts(text.slice(0, 40)).some(({ kind, start }) => kind === 'drug' && start === 0);

/**
 * A row of a table of treatments: a drug or therapy at its start, then the day it began and, if any, the day it ended.
 */
const readRow = (line: Line, latest: PartialDate): Row | null => {
  if (!/\d/.test(line.text)) return null;
  const isDrug = startsWithDrug(line.text);
  if (line.print !== null || !(isDrug || THERAPY.test(line.text))) return null;
  const [first, second] = findDates(line.text, { latest }).filter(({ precision }) => precision === 'day');
  if (
    first === undefined ||
    /\b(?:was|were|is|are|has|had|on|of|through|until|started|stopped|by)\s*$|[.]\s/i.test(
      line.text.slice(0, first.start),
    )
  )
    return null;
  const between = second === undefined ? '' : line.text.slice(first.end, second.start);
  if (
    second === undefined
      ? !isDrug && !/\bsince\s*$/i.test(line.text.slice(0, first.start))
      : !/^\s*(?:to|-|–|through)?\s*$/i.test(between)
  )
    return null;
  const name = tidy(
    line.text
      .slice(0, first.start)
      .replace(/\s*\t\s*/g, ', ')
      .replace(/\b(?:since|from)\s*$/i, ''),
  ).replace(/(#\s?\d+|\d\s?(?:mg|mcg|%)) (?=\d+ |up to |one |two |at )/, '$1, ');
  return {
    line,
    isDrug,
    name,
    first,
    second,
    rest: tidy(line.text.slice((second ?? first).end).replace(STOPPED, '')).replace(/^-$/, ''),
  };
};

/** Whether the line is such a row: its words are proposed by {@link proposeDrugRows} and not as prose. */
export const isTreatmentRow = (line: Line, latest: PartialDate): boolean => readRow(line, latest) !== null;

const remark = (rest: string): string => (rest === '' ? '' : ` (${lowerFirst(rest)})`);
const be = (name: string): string => (isPlural(name) ? 'were' : 'was');

const statements = ({
  isDrug,
  name,
  first,
  second,
  rest,
}: Row): readonly (readonly [text: string, date: DateInText])[] => {
  if (!isDrug)
    return second === undefined
      ? [[`${upperFirst(withArticle(lowerFirst(name)))} ${be(name)} started.`, first]]
      : [
          [
            `${upperFirst(name)}${name.includes(',') ? ',' : ''} ${be(name)} given from ${first.text} to ${second.text}${remark(rest)}.`,
            second,
          ],
        ];
  const short = STRENGTH_END.exec(name)?.[0] ?? name;
  return [
    [`${upperFirst(name)}${name.includes(',') ? ',' : ''} was started.`, first],
    ...(second === undefined ? [] : [[`${upperFirst(short)} was stopped${remark(rest)}.`, second] as const]),
  ];
};

/** The entries of every row of a table of treatments in the lines, one for each day that it gives. */
export const proposeDrugRows = (reading: Reading, lines: readonly Line[]): Proposal[] =>
  lines.flatMap((line) => {
    const row = readRow(line, reading.latest);
    if (row === null) return [];
    const kind: EntryKind = row.isDrug ? 'medication' : 'therapy';
    return statements(row).map(([text, { date, text: dateText }]) => ({
      kind,
      text,
      ranges: [line],
      dating: { date, dateText, dateKind: 'service' },
      reason: 'Row of a table of treatments with its days.',
      section: 'medications',
    }));
  });
