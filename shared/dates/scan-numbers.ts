/** Where a number of digits stands: `to` is exclusive. */
export type NumberAt = { readonly from: number; readonly to: number };

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isLetter = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122);

/** Every run of digits of a text, in order, in one pass. */
export const scanNumbers = (text: string): NumberAt[] => {
  const runs: NumberAt[] = [];
  const end = text.length;
  for (let at = 0; at < end; at += 1) {
    if (!isDigit(text.charCodeAt(at))) continue;
    const from = at;
    do at += 1;
    while (at < end && isDigit(text.charCodeAt(at)));
    runs.push({ from, to: at });
  }
  return runs;
};

const MONTHS: ReadonlySet<string> = new Set([
  'jan',
  'feb',
  'mar',
  'apr',
  'may',
  'jun',
  'jul',
  'aug',
  'sep',
  'oct',
  'nov',
  'dec',
]);

/** Between the name of a month and its number stand so many signs at most. */
const MOST_SIGNS = 5;

/** Whether a month's name may begin here. */
export const isMonthAt = (text: string, at: number): boolean => MONTHS.has(text.slice(at, at + 3).toLowerCase());

/** The beginning of the word that ends before `to`. */
const wordBefore = (text: string, to: number): number => {
  let from = to;
  while (from > 0 && isLetter(text.charCodeAt(from - 1))) from -= 1;
  return from;
};

/** Where the month's name begins that stands before a number, `the` or `of` between them or not; -1 where none does. */
export const monthBefore = (text: string, number: number): number => {
  let end = number;
  for (let words = 0; words < 2; words += 1) {
    const stop = end;
    while (end > 0 && stop - end <= MOST_SIGNS && !isLetter(text.charCodeAt(end - 1))) {
      if (isDigit(text.charCodeAt(end - 1))) return -1;
      end -= 1;
    }
    const from = wordBefore(text, end);
    if (end - from >= 3 && end - from <= 9 && isMonthAt(text, from)) return from;
    const word = text.slice(from, end).toLowerCase();
    if (word !== 'the' && word !== 'of') return -1;
    end = from;
  }
  return -1;
};
