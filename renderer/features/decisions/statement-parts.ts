import { isOfChapter } from '../../../shared/edition-standing.ts';
import { UNKNOWN_WORDS } from '../../../shared/edition-words.ts';
import { editionName } from '../../../shared/guideline.ts';
import type { MtusCitation, Statement } from '../../../shared/guideline.ts';
import type { ItemEditions } from '../../../shared/item-editions.ts';
import { foldSpace } from '../../../shared/letter.ts';
import { usDate } from '../../../shared/partial-date.ts';

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

/** A citation as a statement takes it: of the MTUS, or any other by its words. */
type Cited = { readonly words: string; readonly mtus: MtusCitation | null };

/** The statement with one more citation; what was cited stays, words of one's own give way. */
export const withCitation = (statement: Statement, { words, mtus }: Cited): Statement => {
  const cited = 'mtus' in statement ? statement.mtus.filter(({ chapter }) => chapter !== '') : [];
  const other = otherOf(statement);
  const all = mtus === null ? cited : [...cited, mtus];
  const others = mtus !== null || other.includes(words) ? other : [other, words].filter((one) => one !== '').join('; ');
  if (all.length === 0) return { form: 'other', other: others };
  return others === '' ? { form: 'mtus', mtus: all } : { form: 'mtus-and-other', mtus: all, other: others };
};

/** Whether the statement cites it already. */
export const isCited = (statement: Statement, { words, mtus }: Cited): boolean =>
  mtus === null
    ? otherOf(statement).includes(words)
    : 'mtus' in statement &&
      statement.mtus.some(({ chapter, sections }) => chapter === mtus.chapter && sections === mtus.sections);

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

/** An edition of the table with how it stands for the item. */
export type Edition = ItemEditions['editions'][number];

/** The edition that a citation names, by the chapter's own name or another one; undefined where the table has none. */
export const editionOf = (editions: readonly Edition[], { chapter, year }: MtusCitation): Edition | undefined =>
  editions.find(({ row }) => isOfChapter(row, chapter) && String(row.year ?? '') === year);

/** The editions that can be told apart by their names, each once: as it stands best. */
export const byName = (editions: readonly Edition[]): Edition[] =>
  editions.filter(
    ({ row }, index) => editions.findIndex((other) => editionName(other.row) === editionName(row)) === index,
  );

export type Force = 'in force' | 'not in force' | 'not known';
const FORCES: Readonly<Record<Edition['standing']['state'], Force>> = {
  'in-force': 'in force',
  'not-in-force': 'not in force',
  'not-known': 'not known',
};

/** How the editions that a statement cites stand; null where it cites none from the table. */
export const forceOf = (statement: Statement, editions: readonly Edition[]): Force | null => {
  const cited = ('mtus' in statement ? statement.mtus : [])
    .map((citation) => editionOf(editions, citation))
    .filter((edition) => edition !== undefined)
    .map(({ standing }) => FORCES[standing.state]);
  if (cited.length === 0) return null;
  return (['not in force', 'not known'] as const).find((force) => cited.includes(force)) ?? 'in force';
};

/** How an edition stands, beside its name in a list. */
export const standingInWords = ({ row, standing: { state, why }, end }: Edition, last: string): string => {
  if (why !== null) return UNKNOWN_WORDS[why];
  if (state === 'in-force') return 'in force';
  return row.effectiveFrom !== null && (end === null || last < row.effectiveFrom)
    ? `from ${usDate(row.effectiveFrom)}`
    : `until ${usDate(end ?? '')}`;
};

/** A section added to those that are named already. */
export const withSection = (sections: string, section: string): string =>
  sections.trim() === '' ? section : sections.includes(section) ? sections : `${sections.trim()}, ${section}`;
