import { dayDate, monthOf, yearNear } from './read-date.ts';
import type { WrittenDate } from './date-forms.ts';
import type { PartialDate } from '../partial-date.ts';

const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const UNITS =
  '(?!\\s?(?:mg|mcg|ml|mm|cm|lbs?|tab|cap|%|percent|times|units?|weeks?|days|months|years?|patients|visits|x\\b|:\\d|,?\\s?\\d{4}))';
const NAMED = new RegExp(
  `(?<![a-z])${MONTH}\\.?[\\s/-]{0,2}(?:the\\s)?(\\d{1,2})(?:st|nd|rd|th)?(?![\\w/.])${UNITS}|(?<![\\w/.-])(\\d{1,2})(?:st|nd|rd|th)?[\\s-](?:of\\s)?${MONTH}(?![a-z])(?!,?\\s?\\d{4})`,
  'giu',
);
const NUMERIC = /(?<![\w/.$#-])(\d{1,2})([/-])(\d{1,2})(?![\w/%°]|-\w|\.\d)/gu;

/** What makes two numbers with a slash a day: a word that asks for a date, directly before. */
const STRONG =
  /\b(?:on|dated?|dos|d\.o\.s\.?|doi|seen|as of|week of|until|till|since|effective|starting|started|beginning|rtw|scheduled for|f\/u|follow-?up|appt|appointment|visit|(?:sun|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?)(?:day)?)\b\.?\s*[:,-]?\s*(?:or about\s+)?$/iu;
const WEAK = /\b(?:from|through|thru|to|after|before|by|and|between|of|at|exam|eval|mri|surgery|last|for)\s*:?\s*$/iu;
const SCORE =
  /\b(?:pain|vas|scale|strength|motor|rated|rating|score|level|severity|intensity|out of|worst|best|average|murmur|reflex\w*|dtrs?|grade|pulses?|page|muscle|weakness|test(?:ed|ing)?)\b/iu;
/** Between the days of one list or range: `5/24, 5/26 and 5/30/14`, `5/24-5/30/14`. */
const JOINT = /^\s?(?:,|&|and|,\s?and|-|–|to|through|thru)\s?$/iu;

type Candidate = {
  readonly start: number;
  readonly end: number;
  readonly month: number;
  readonly day: number;
  readonly isNamed: boolean;
};

const looksLikeScore = (text: string, start: number, end: number): boolean => {
  const denominator = /\d+$/.exec(text.slice(start, end))?.[0] ?? '';
  const around = `${text.slice(Math.max(0, start - 40), start)} | ${text.slice(end, end + 24)}`;
  return ['10', '5', '6', '4'].includes(denominator) && SCORE.test(around);
};

const numericCandidates = (text: string): Candidate[] =>
  [...text.matchAll(NUMERIC)]
    .map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      month: Number(match[1]),
      day: Number(match[3]),
      isNamed: false,
    }))
    .filter(({ start, end }) => !looksLikeScore(text, start, end));

const namedCandidates = (text: string): Candidate[] =>
  [...text.matchAll(NAMED)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    month: monthOf(match[1] ?? match[4] ?? ''),
    day: Number(match[2] ?? match[3]),
    // "may 5" and "march 4" in small letters are verbs as often as months.
    isNamed: /^(?:[A-Z\d])/u.test(match[0]) || !/^(?:may|mar)/u.test(match[0]),
  }));

const isReal = ({ month, day }: Candidate): boolean => dayDate(2000, month, day) !== null;

/** Days in a column down the left edge, each later than the one before: the rows of a flow sheet. */
const columnOf = (text: string, candidates: readonly Candidate[]): ReadonlySet<Candidate> => {
  const atLineStart = candidates.filter(
    ({ start, isNamed }) =>
      !isNamed && /(?:^|\n)[ \t|]*(?:\d{1,2}[.)]?[ \t]{1,6})?$/u.test(text.slice(Math.max(0, start - 12), start)),
  );
  const order = ({ month, day }: Candidate): number => month * 31 + day;
  const isColumn =
    atLineStart.length > 1 &&
    atLineStart.every(
      (candidate, index) =>
        index === 0 || order(candidate) > order(atLineStart[index - 1] ?? candidate) || candidate.month === 1,
    );
  return new Set(isColumn && new Set(atLineStart.map(({ day }) => day)).size > 1 ? atLineStart : []);
};

const hasContext = (text: string, { start, end, isNamed }: Candidate, known: readonly WrittenDate[]): boolean => {
  if (isNamed) return true;
  const before = text.slice(Math.max(0, start - 28), start);
  if (STRONG.test(before)) return true;
  const isJoined =
    known.some(
      (other) =>
        JOINT.test(text.slice(end, Math.max(end, other.start)).slice(0, 12)) &&
        other.start - end < 12 &&
        other.start >= end,
    ) ||
    known.some((other) => other.end <= start && start - other.end < 12 && JOINT.test(text.slice(other.end, start)));
  return isJoined && !(WEAK.test(before) && SCORE.test(before));
};

const nearest = (known: readonly WrittenDate[], start: number): PartialDate | undefined =>
  known
    .filter(({ precision }) => precision === 'day')
    .reduce<WrittenDate | undefined>(
      (best, other) =>
        best === undefined || Math.abs(other.start - start) < Math.abs(best.start - start) ? other : best,
      undefined,
    )?.date;

const isFree = (known: readonly WrittenDate[], { start, end }: Candidate): boolean =>
  known.every((other) => end <= other.start || start >= other.end);

/**
 * Days written without their year, where the words around them leave no doubt that they are days and a full date of the
 * text (or `near`) gives the year; nothing otherwise. `known` are the dates with their year.
 */
export const findPartialDays = (
  text: string,
  known: readonly WrittenDate[],
  near: PartialDate | undefined,
): WrittenDate[] => {
  const named = namedCandidates(text);
  const candidates = [...named, ...numericCandidates(text)]
    .filter((candidate) => isReal(candidate) && isFree(known, candidate))
    .sort((a, b) => b.start - a.start);
  const column = columnOf(text, [...candidates].reverse());
  const found: WrittenDate[] = [];
  // From right to left, so that the first days of a list find the year that stands at its end.
  for (const candidate of candidates) {
    const all = [...known, ...found];
    const anchor = nearest(all, candidate.start) ?? near;
    if (anchor === undefined || !(column.has(candidate) || hasContext(text, candidate, all))) continue;
    const date = dayDate(yearNear(candidate.month, candidate.day, anchor), candidate.month, candidate.day);
    if (date !== null) found.push({ start: candidate.start, end: candidate.end, date, precision: 'day' });
  }
  return found;
};
