import type { FormDescription } from '../../../shared/letter-form.ts';
import { foldSpace, type HeaderName, type LetterHeader } from '../../../shared/letter.ts';
import { isPartialDate } from '../../../shared/partial-date.ts';
import { escapeWords, looseWords } from '../fill-fields.ts';
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
const EMPTY: LetterHeader = {
  caseNumber: '',
  dateAssigned: '',
  dateOfInjury: '',
  decisionDate: '',
  urDenialDate: '',
  priority: '',
  applicationReceived: '',
};

type Labels = FormDescription['caseBlock']['labels'];

/** The words of the last label stand on two lines of one cell, and the value may have slipped between them. */
const joinLast = (text: string, label: string): string => {
  const [first = '', ...rest] = foldSpace(label).split(' ');
  if (rest.length === 0) return text;
  const parted = new RegExp(`\\b${escapeWords(first)}\\b([^:]*?)\\b${looseWords(rest.join(' '))}\\s*:`, 'iu');
  return text.replace(parted, (_, between: string) => `${label}: ${between}\n`);
};

type Piece = { readonly name: HeaderName | null; readonly text: string };

const labelKey = (label: string): string => foldSpace(label).toLowerCase();

/** Labels and values in the order they stand. */
const piecesOf = (text: string, labels: Labels): Piece[] => {
  const named = new Map(
    (Object.entries(labels) as [HeaderName, string][]).map(([name, label]) => [labelKey(label), name]),
  );
  const longestFirst = Object.values(labels).sort((a, b) => b.length - a.length);
  const pattern = new RegExp(`(${longestFirst.map(looseWords).join('|')})\\s*:`, 'giu');
  const pieces: Piece[] = [];
  let from = 0;
  const values = (until: number): void => {
    for (const value of text.slice(from, until).split(/[\n\t|]|\s{2,}/u))
      if (value.trim() !== '') pieces.push({ name: null, text: value.trim() });
  };
  for (const match of text.matchAll(pattern)) {
    values(match.index);
    pieces.push({ name: named.get(labelKey(match[1] ?? '')) ?? null, text: match[0] });
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

/** The case block: values by the form's labels, in rows or in columns; what cannot be read is a note. */
export const readHeader = (text: string, { caseBlock: { labels } }: FormDescription): HeaderRead => {
  const { pairs, left } = pair(piecesOf(joinLast(text, labels.applicationReceived), labels));
  const header: Record<string, string> = { ...EMPTY };
  const notes: LetterNote[] = left.map((words) => ({ name: 'no-header-value', words }));
  for (const [name, written] of pairs) {
    const value = isDateName(name) ? isoDate(written) : written;
    header[name] = value;
    if (value === '') notes.push({ name: 'no-header-date', header: name, written });
  }
  return { header: header as LetterHeader, notes, found: pairs.length > 0 };
};
