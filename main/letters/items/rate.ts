import { NUMBER, numberOf } from './quantity-words.ts';

/**
 * So much of something in each day, week or month, as home care is asked for: `12 hours a day, 7 days a week for 4
 * weeks`. Two rates over the same time differ by the rate, and not by what either comes to in all.
 */
export type Rate = {
  readonly per: 'day' | 'week' | 'month';
  /** Days a week and weeks, where they are said. */
  readonly days: number | null;
  readonly weeks: number | null;
};

export type RateInText = Rate & { readonly amount: number; readonly start: number; readonly end: number };

const HOURS = new RegExp(
  `\\b${NUMBER}[\\s-]{0,2}(?:hours?|hrs?\\.?)\\s?(?:of (?:\\w+ ){1,3})?(?:a|per|each|every|/)\\s?(day|week|month)\\b`,
  'iu',
);
const DAYS = new RegExp(`\\b${NUMBER}\\s?(?:days?|x|times)\\s?(?:a|per|each|/)\\s?week\\b`, 'iu');
const WEEKS = new RegExp(`(?:\\bfor|\\bx|\\btimes|\\bover|,)\\s?(?:the next )?${NUMBER}\\s?weeks?\\b`, 'iu');
const DAILY = /\b(?:daily|every day|seven days a week)\b/iu;

const numberIn = (text: string, pattern: RegExp): number | null => {
  const words = pattern.exec(text)?.[1];
  return words === undefined ? null : numberOf(words);
};

/** The rate in which a request counts hours; null where it counts none, or in several ways. */
export const rateOf = (text: string): RateInText | null => {
  const match = HOURS.exec(text);
  if (match === null || HOURS.test(text.slice(match.index + match[0].length))) return null;
  const [words, amount = '0', per = 'day'] = match;
  return {
    amount: numberOf(amount),
    per: per.toLowerCase() as Rate['per'],
    days: numberIn(text, DAYS) ?? (DAILY.test(text) ? 7 : null),
    weeks: numberIn(text, WEEKS),
    start: match.index,
    end: match.index + words.length,
  };
};

const agrees = (one: number | null, other: number | null): boolean => one === null || other === null || one === other;

/** Whether two rates run over the same time, as far as both say. */
export const isSameTime = (one: Rate, other: Rate): boolean =>
  one.per === other.per && agrees(one.days, other.days) && agrees(one.weeks, other.weeks);
