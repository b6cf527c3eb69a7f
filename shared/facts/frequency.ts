import { NUMBER_WORDS } from '../number-words.ts';
/** From the first number to the second, equal where the text gives one. */
type Range = readonly [low: number, high: number];

/** `2 times a week for 3 weeks (6)`: times a unit, units, and the total where it is stated. */
export type Frequency = {
  readonly times: Range;
  readonly unit: 'day' | 'week' | 'month';
  readonly periods: Range;
  readonly total: number | null;
};

export type FrequencyInText = Frequency & { readonly start: number; readonly end: number };

const NUMBER = `(?:\\d{1,3}|${NUMBER_WORDS.slice(1).join('|')}|once|twice|thrice)`;
const RANGE = `${NUMBER}(?:\\s?(?:-|–|to|or)\\s?${NUMBER})?`;
const UNIT = '(?:days?|wks?|weeks?|months?|mos?)';
const TIMES_A_WEEK = `(?:\\(?\\d{0,2}\\)?\\s?)?(?:times|x|×|visits?|sessions?|treatments?)?\\s?(?:a|an|per|/|each|every)\\s?(?:wk|week|day|month|mo)\\b`;
/** Spelled out: 2 times a week for 3 weeks; 2x/week x 3 weeks; twice a week over six weeks. */
const SPELLED = new RegExp(
  `\\b(${RANGE})\\s?${TIMES_A_WEEK}(?:ly)?,?\\s{0,2}(?:for|x|×|times|over|by)?\\s?(?:the next\\s)?(${RANGE})\\s?(?:\\(\\d{1,2}\\)\\s?)?(?:more\\s)?(${UNIT})\\b`,
  'giu',
);
/** Short: 2x6, 2 x 3 weeks, two times four visits. */
const SHORT = new RegExp(
  `\\b(${RANGE})\\s?(?:x|×|times)\\s?(${RANGE})(?:\\s?(${UNIT}))?\\b(?!\\s?(?:mg|mm|cm|ml|mcg|%|[x×]))`,
  'giu',
);
const TOTAL =
  /^[\s,]{0,3}(?:visits|sessions|treatments)?[\s,]{0,2}(?:\(\s?#?(\d{1,3})(?:\s?(?:total|sessions?|visits?|treatments?))*\s?\)|(?:=|for a total of|total(?: of)?|totaling)\s?#?(\d{1,3})\b)/iu;

const ALIASES: Readonly<Record<string, number>> = { once: 1, twice: 2, thrice: 3 };
const numberOf = (word: string): number => {
  const lower = word.toLowerCase();
  const spelled = NUMBER_WORDS.indexOf(lower);
  return ALIASES[lower] ?? (spelled >= 0 ? spelled : Number(lower));
};

/** Reads `2`, `two`, `2-3` or `two to three`. */
const rangeOf = (words: string): Range => {
  const [low = '0', high = low] = words.toLowerCase().split(/\s?(?:-|–|\bto\b|\bor\b)\s?/u);
  return [numberOf(low.trim()), numberOf(high.trim())];
};

const unitOf = (words: string): Frequency['unit'] =>
  /\b(?:day|days)\b/iu.test(words) ? 'day' : /\b(?:months?|mos?)\b/iu.test(words) ? 'month' : 'week';

const totalAfter = (text: string, end: number): { readonly total: number | null; readonly end: number } => {
  const match = TOTAL.exec(text.slice(end, end + 48));
  const total = match?.[1] ?? match?.[2];
  return match === null || total === undefined
    ? { total: null, end }
    : { total: Number(total), end: end + match[0].length };
};

const read = (text: string, match: RegExpExecArray): FrequencyInText => {
  const [whole, times = '', periods = ''] = match;
  const { total, end } = totalAfter(text, match.index + whole.length);
  return {
    times: rangeOf(times),
    periods: rangeOf(periods),
    unit: unitOf(whole.slice(times.length)),
    total,
    start: match.index,
    end,
  };
};

const isPlausible = ({ times, periods }: Frequency): boolean =>
  times[0] > 0 && periods[0] > 0 && times[1] <= 14 && periods[1] <= 60;

/** No frequency is told without a number, and a unit of time or a sign for times. */
const COUNTED = /\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|once|twice|thrice/i;
const TIMED = /wk|week|day|month|mo|x|×|times/i;

const matchesOf = (text: string, pattern: RegExp): RegExpExecArray[] => {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) found.push(match);
  return found;
};

/** Every frequency x duration in a text, in order; never overlapping, the spelled-out form first. */
export const findFrequencies = (text: string): FrequencyInText[] => {
  if (!COUNTED.test(text) || !TIMED.test(text)) return [];
  const spelled = matchesOf(text, SPELLED).map((match) => read(text, match));
  const short = matchesOf(text, SHORT)
    .map((match) => read(text, match))
    .filter((found) => spelled.every((other) => found.end <= other.start || found.start >= other.end));
  return [...spelled, ...short].filter(isPlausible).sort((a, b) => a.start - b.start);
};

const phrase = ([low, high]: Range): string => (low === high ? String(low) : `${String(low)}-${String(high)}`);

/** One spelling for every way of writing a frequency: `2 a week x 3`. */
export const frequencyValue = ({ times, unit, periods }: Frequency): string =>
  `${phrase(times)} a ${unit} x ${phrase(periods)}`;
