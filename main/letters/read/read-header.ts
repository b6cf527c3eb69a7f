import { HEADER_LABELS, type HeaderName, type LetterHeader } from '../../../shared/letter.ts';
import { isPartialDate } from '../../../shared/partial-date.ts';
import type { LetterNote } from './letter-notes.ts';

export type HeaderRead = {
  readonly header: LetterHeader;
  readonly notes: readonly LetterNote[];
  readonly found: boolean;
};

const DATES: readonly HeaderName[] = [
  'dateAssigned',
  'dateOfInjury',
  'decisionDate',
  'urDenialDate',
  'applicationReceived',
];
const LABEL =
  /(Case\s+Number|Date\s+Assigned|Date\s+of\s+Injury|Decision\s+Date|UR\s+Denial\s+Date|Priority|Application\s+Received)\s*:/giu;
const NAMES = new Map(
  (Object.keys(HEADER_LABELS) as HeaderName[]).map((name) => [HEADER_LABELS[name].toLowerCase(), name]),
);

const EMPTY: LetterHeader = {
  caseNumber: '',
  dateAssigned: '',
  dateOfInjury: '',
  decisionDate: '',
  urDenialDate: '',
  priority: '',
  applicationReceived: '',
};

/** `Application` and `Received:` stand on two lines of one cell, and the value may have slipped between them. */
const joinApplication = (text: string): string =>
  text.replace(/\bApplication\b([^:]*?)\bReceived\s*:/iu, (_, between: string) => `Application Received: ${between}\n`);

type Piece = { readonly name: HeaderName | null; readonly text: string };

/** Labels and values in the order they stand. */
const piecesOf = (text: string): Piece[] => {
  const pieces: Piece[] = [];
  let from = 0;
  const values = (until: number): void => {
    for (const value of text.slice(from, until).split(/[\n\t|]|\s{2,}/u))
      if (value.trim() !== '') pieces.push({ name: null, text: value.trim() });
  };
  for (const match of text.matchAll(LABEL)) {
    values(match.index);
    pieces.push({ name: NAMES.get((match[1] ?? '').replace(/\s+/gu, ' ').toLowerCase()) ?? null, text: match[0] });
    from = match.index + match[0].length;
  }
  values(text.length);
  return pieces;
};

/**
 * Gives each value its label: where there is a value for every label, to the earliest one still waiting, so that a
 * column of labels before a column of values reads too; where a value is missing, to the label right before it.
 */
const pair = (
  pieces: readonly Piece[],
): { readonly pairs: (readonly [HeaderName, string])[]; readonly left: string[] } => {
  const block = pieces.slice(
    Math.max(
      0,
      pieces.findIndex(({ name }) => name !== null),
    ),
  );
  const isComplete =
    block.filter(({ name }) => name === null).length >= block.filter(({ name }) => name !== null).length;
  const waiting: HeaderName[] = [];
  const pairs: (readonly [HeaderName, string])[] = [];
  const left: string[] = [];
  for (const { name, text } of pieces) {
    if (name !== null) {
      waiting.push(name);
      continue;
    }
    const taker = isComplete ? waiting.shift() : waiting.pop();
    if (!isComplete) waiting.length = 0;
    if (taker === undefined) left.push(text);
    else pairs.push([taker, text]);
  }
  return { pairs, left };
};

/** `MM/DD/YYYY` (or with dashes, or already as `YYYY-MM-DD`) as `YYYY-MM-DD`; empty where it is no such date. */
const isoDate = (written: string): string => {
  const match = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/u.exec(written);
  const iso =
    match === null
      ? written
      : `${match[3] ?? ''}-${(match[1] ?? '').padStart(2, '0')}-${(match[2] ?? '').padStart(2, '0')}`;
  return iso.length === 10 && isPartialDate(iso) ? iso : '';
};

const isDateName = (name: HeaderName): boolean => DATES.includes(name);

/** The case block: seven values by their labels, in rows or in columns; what cannot be read is a note. */
export const readHeader = (text: string): HeaderRead => {
  const { pairs, left } = pair(piecesOf(joinApplication(text)));
  const header: Record<string, string> = { ...EMPTY };
  const notes: LetterNote[] = left.map((words) => ({ name: 'no-header-value', words }));
  for (const [name, written] of pairs) {
    const value = isDateName(name) ? isoDate(written) : written;
    header[name] = value;
    if (value === '') notes.push({ name: 'no-header-date', header: name, written });
  }
  return { header: header as LetterHeader, notes, found: pairs.length > 0 };
};
