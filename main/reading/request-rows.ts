import type { Line } from './read-lines.ts';
import { lowerFirst } from './sentence-case.ts';

/** A row of the table of a request form: the service in words of the form, and where it stands. */
export type RequestRow = {
  readonly service: string;
  readonly start: number;
  readonly last: Line;
  readonly page: number;
};

const ICD = '(?:[A-TV-Z]\\d{2}(?:\\.\\w{1,4})?|\\d{3}\\.\\d{1,2})';
/** The diagnosis, or the end of it where its cell was wrapped; its codes; the service. */
const CODED = new RegExp(`^([^\\d:]{0,70}?)[\\s,]*\\(?\\b${ICD}\\)?(?:\\s*,\\s*${ICD})*\\s+(\\S.*)$`);
const CPT = /\s+(?:\d{5}|[A-Z]\d{4})(?=\s|$)/;
const QUANTITY =
  /^(?:(?:one|a|single|x ?1|\d{1,2})(?:\s+(?:study|studies|pairs?|units?|each|items?|exam|kit))?|once|single)$/i;
/** How many there are to be, behind a service without a procedure code. */
const TRAILING_QUANTITY = /\s+(?:\d{1,2}|one)\s+(?:study|studies|pairs?|units?|each|items?|exam|kit)$/i;
/** How a drug is taken, behind what was asked for. */
const TRAILING_USE = /(?<=#\s?\d{1,4}\b.*)\s+\d{1,2}\s+(?:tabs?|tablets?|caps?|capsules?|pills?)\b.*$/i;

const tidy = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[\s:;,.–-]+$/, '')
    .trim();

/** The service as it was asked for: without its procedure code and without how many, but with how often. */
const serviceOf = (words: string): string => {
  const at = CPT.exec(words);
  if (at === null) return tidy(words.replace(TRAILING_USE, '').replace(TRAILING_QUANTITY, ''));
  const [service, other] = [tidy(words.slice(0, at.index)), tidy(words.slice(at.index + at[0].length))];
  return other === '' || QUANTITY.test(other) ? service : `${service}, ${lowerFirst(other)}`;
};

type Open = { readonly line: Line; readonly from: number; text: string; last: Line };

const extend = (row: Open | undefined, lines: readonly Line[]): void => {
  if (row === undefined) return;
  for (const line of lines) {
    row.text = `${row.text} ${line.text}`;
    row.last = line;
  }
};

const isComplete = (text: string): boolean => {
  const at = CPT.exec(text);
  return (at !== null && text.slice(at.index + at[0].length).trim() !== '') || TRAILING_QUANTITY.test(text);
};

/** Where the diagnosis of the next row begins among the lines between two codes: its cell is wrapped above its code. */
const diagnosisStart = (between: readonly Line[], tail: string): number => {
  if (tail !== '' && !/^[a-z(]/.test(tail)) return between.length;
  const at = between.findLastIndex(({ text }) => /^[A-Z][^\d]*$/.test(text));
  return at === -1 ? between.length : at;
};

/** Lines below the last row that still belong to it. */
const goesOn = ({ text }: Line): boolean => /^(?:[a-z(,\d]|AP\b|[A-Z]\d{4})/.test(text);

/**
 * The rows of a request form: diagnosis, its code, the service, a procedure code, how often. A cell may be wrapped over
 * lines; the code of the diagnosis tells where a row is. `isEnd` marks lines that end the table.
 */
export const findRequestRows = (lines: readonly Line[], isEnd: (line: Line) => boolean): RequestRow[] => {
  const rows: Open[] = [];
  let between: Line[] = [];
  let isOpen = false;
  const close = (): void => {
    const end = between.findIndex((line) => !goesOn(line));
    extend(isOpen ? rows.at(-1) : undefined, end === -1 ? between : between.slice(0, end));
    between = [];
    isOpen = false;
  };
  for (const line of lines) {
    const [, tail = '', service = ''] = CODED.exec(line.text) ?? [];
    if (service !== '' && /[a-z]{3}/i.test(service)) {
      if (isOpen && rows.at(-1)?.line.page === line.page)
        extend(rows.at(-1), between.slice(0, diagnosisStart(between, tail)));
      between = [];
      rows.push({ line, from: line.start + line.text.length - service.length, text: service, last: line });
      isOpen = true;
    } else if (line.text === '' || isEnd(line)) close();
    else if (isOpen && isComplete(rows.at(-1)?.text ?? '') && /^[A-Z]/.test(line.text)) between = [line];
    else between.push(line);
  }
  close();
  return rows.map(({ line, from, text, last }) => ({ service: serviceOf(text), start: from, last, page: line.page }));
};
