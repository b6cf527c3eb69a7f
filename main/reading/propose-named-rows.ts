import { findDates, type DateInText } from '../../shared/find-dates.ts';
import type { Dating, Encounter } from './find-encounters.ts';
import { cellNamed, findNamedRows, namedCell, type NamedRow } from './named-rows.ts';
import { joined } from './propose-diagnoses.ts';
import type { Proposal, Reading } from './proposal.ts';
import { lowerFirst, upperFirst } from './sentence-case.ts';
import { quoted } from './statement/write-statement.ts';

const OVER = /resolved|inactive|completed|past|history|entered in error|ruled out|refuted/i;
const NEGATED = /^(?:\[(?:negated|struck out):|no\b|none\b|denies\b|not on file|nkda?\b|nka\b|unknown)/i;

/** Names of conditions go small in a sentence; abbreviations and names with numbers stay. */
const small = (name: string): string => (/^[A-Z][a-z]/.test(name) ? lowerFirst(name) : name);

/** The words of a row in one line, with commas between its cells. */
const wordsOf = ({ cells }: NamedRow): string => [...cells.values()].filter((cell) => cell !== '').join(', ');

const dayOf = ({ datedBy }: NamedRow, { latest }: Reading): DateInText | undefined =>
  datedBy === null ? undefined : findDates(datedBy.text, { latest }).find(({ precision }) => precision === 'day');

const datingOf = (row: NamedRow, reading: Reading, visit: Dating): Pick<Dating, 'date' | 'dateText' | 'dateKind'> => {
  const day = dayOf(row, reading);
  return day === undefined ? visit : { date: day.date, dateText: day.text, dateKind: 'service' };
};

const result = (row: NamedRow, reading: Reading, visit: Dating): Proposal[] => {
  const [test, value] = [namedCell(row, 'test'), namedCell(row, 'value')];
  if (test === '' || value === '' || NEGATED.test(test)) return [];
  const unit = cellNamed(row, /^units?$/);
  const reference = cellNamed(row, /\b(?:ref|reference|range)\b/);
  const flag = cellNamed(row, /^(?:flag|abnormal|interpretation)s?$/);
  const measured = [value, value.endsWith(unit) ? '' : unit].filter((part) => part !== '').join(' ');
  const aside = [flag, reference === '' ? '' : `reference ${reference}`].filter((part) => part !== '').join(', ');
  return [
    {
      kind: 'visit',
      text: `${upperFirst(test)} was ${measured}${aside === '' ? '' : ` (${aside})`}.`,
      ranges: [row.line],
      dating: datingOf(row, reading, visit),
      reason: 'Row of a table of results.',
      section: 'results',
    },
  ];
};

const problems = (rows: readonly NamedRow[], reading: Reading, visit: Dating): Proposal[] => {
  const stated = rows.filter((row) => namedCell(row, 'problem') !== '' && !NEGATED.test(namedCell(row, 'problem')));
  const isOver = (row: NamedRow): boolean =>
    OVER.test(cellNamed(row, /\bstatus\b/)) || cellNamed(row, /\bresolved\b/) !== '';
  const active = stated.filter((row) => !isOver(row));
  const who = reading.speech.pronoun === null ? 'The patient' : upperFirst(reading.speech.pronoun);
  const names = [...new Set(active.map((row) => small(namedCell(row, 'problem'))))];
  const own: Proposal[] =
    names.length === 0
      ? []
      : [
          {
            kind: 'diagnosis',
            text: `${who} was diagnosed with ${joined(names)}.`,
            ranges: active.map(({ line }) => line),
            dating: visit,
            reason: 'Rows of a list of problems.',
            section: 'diagnosis',
          },
        ];
  // What is over, and how it came to an end, is said in the words of the list.
  const past = stated.filter(isOver).map((row): Proposal => ({
    kind: 'diagnosis',
    text: `Problem no longer listed as active: ${quoted(wordsOf(row))}`,
    ranges: [row.line],
    dating: visit,
    reason: 'Row of a list of problems that is marked as over.',
    section: 'diagnosis',
  }));
  return [...own, ...past];
};

const allergy = (row: NamedRow, visit: Dating): Proposal[] => {
  const substance = namedCell(row, 'substance');
  if (substance === '' || NEGATED.test(substance)) return [];
  return [
    {
      kind: 'visit',
      text: `Allergies: ${quoted(wordsOf(row))}`,
      ranges: [row.line],
      dating: visit,
      reason: 'Row of a table of allergies.',
      section: 'allergies',
    },
  ];
};

/**
 * What the tables of a visit say of results, problems and allergies: each result on its day, the problems together,
 * each allergy by itself. What is marked as negated or empty gives nothing.
 */
export const proposeNamedRows = (reading: Reading, visit: Encounter): Proposal[] => {
  const rows = findNamedRows(visit.lines);
  const ofSubject = (subject: NamedRow['subject']): NamedRow[] => rows.filter((row) => row.subject === subject);
  return [
    ...problems(ofSubject('problem'), reading, visit),
    ...ofSubject('result').flatMap((row) => result(row, reading, visit)),
    ...ofSubject('allergy').flatMap((row) => allergy(row, visit)),
  ];
};
