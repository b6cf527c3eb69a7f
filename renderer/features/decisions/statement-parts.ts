import type { GuidelineRow, MtusCitation, Statement } from '../../../shared/guideline.ts';
import { foldSpace } from '../../../shared/letter.ts';

export type StatementForm = Statement['form'];

export const FORM_NAMES: Readonly<Record<StatementForm, string>> = {
  typed: 'In own words',
  mtus: 'MTUS',
  'mtus-and-other': 'MTUS and another citation',
  other: 'Another citation, outside the MTUS',
  none: 'No evidence cited',
};

/** The short word that stands for the form on the folded card. */
export const FORM_TAGS: Readonly<Record<StatementForm, string>> = {
  typed: 'Typed',
  mtus: 'MTUS',
  'mtus-and-other': 'MTUS +',
  other: 'Non-MTUS',
  none: 'None',
};

const NO_CITATION: MtusCitation = { chapter: '', year: '', sections: '' };
const mtusOf = (statement: Statement): readonly MtusCitation[] =>
  'mtus' in statement ? statement.mtus : [NO_CITATION];
const otherOf = (statement: Statement): string => ('other' in statement ? statement.other : '');

/** The statement in another form; what both forms hold is kept. `printed` is what it says now. */
export const inForm = (statement: Statement, form: StatementForm, printed: string): Statement => {
  switch (form) {
    case 'typed':
      return { form, text: printed };
    case 'mtus':
      return { form, mtus: [...mtusOf(statement)] };
    case 'mtus-and-other':
      return { form, mtus: [...mtusOf(statement)], other: otherOf(statement) };
    case 'other':
      return { form, other: otherOf(statement) };
    case 'none':
      return { form };
  }
};

/** True while nothing has been stated. */
export const isBlank = (statement: Statement): boolean => {
  if (statement.form === 'typed') return foldSpace(statement.text) === '';
  return (
    'mtus' in statement && statement.mtus.every(({ chapter }) => chapter === '') && foldSpace(otherOf(statement)) === ''
  );
};

/** What the statement cites, in one line for the folded card. */
export const inOneLine = (statement: Statement): string => {
  if (statement.form === 'typed') return statement.text;
  if (statement.form === 'none') return 'did not cite any medical evidence';
  const chapters =
    'mtus' in statement
      ? statement.mtus.map(({ chapter, year }) => [chapter, year].filter((part) => part !== '').join(' '))
      : [];
  return [...chapters, otherOf(statement)].filter((part) => part !== '').join('; ');
};

/** True on days when this edition is the one to cite. Without a decision date today's edition counts. */
export const isInForce = ({ effectiveFrom, effectiveTo }: GuidelineRow, day: string): boolean =>
  effectiveFrom <= day && (effectiveTo === null || day < effectiveTo);

const rowOf = (rows: readonly GuidelineRow[], { chapter, year }: MtusCitation): GuidelineRow | undefined =>
  rows.find((row) => row.chapter === chapter && (year === '' || String(row.year) === year));

/** How the editions that a statement cites stand on the decision day; null where it cites none from the table. */
export const forceOf = (
  statement: Statement,
  rows: readonly GuidelineRow[],
  day: string,
): 'in force' | 'not in force' | null => {
  const cited = ('mtus' in statement ? statement.mtus : [])
    .map((citation) => rowOf(rows, citation))
    .filter((row) => row !== undefined);
  if (cited.length === 0) return null;
  return cited.every((row) => isInForce(row, day)) ? 'in force' : 'not in force';
};

/** Editions to choose from: those in force on the day first, by chapter. */
export const inOfferOrder = (rows: readonly GuidelineRow[], day: string): GuidelineRow[] =>
  [...rows].sort(
    (a, b) =>
      Number(isInForce(b, day)) - Number(isInForce(a, day)) || a.chapter.localeCompare(b.chapter) || b.year - a.year,
  );

/** A section added to those that are named already. */
export const withSection = (sections: string, section: string): string =>
  sections.trim() === '' ? section : sections.includes(section) ? sections : `${sections.trim()}, ${section}`;
