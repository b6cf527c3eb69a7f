import { assertNever } from '../../shared/assert-never.ts';
import type { GuidelineRow, MtusCitation, Statement, StatementSide } from '../../shared/guideline.ts';
import type { FormDescription, StatementForm } from '../../shared/letter-form.ts';
import { foldSpace, type LetterForm } from '../../shared/letter.ts';
import { escapeWords, fillFields, readFields } from './fill-fields.ts';
import { formOf, type LetterForms } from './letter-forms.ts';

export type BuiltStatement = {
  readonly text: string;
  /** True where the wording was never seen in a letter of this form. */ readonly unconfirmed: boolean;
};

/** The chapter as the form names it, where the guideline table knows that. */
const chapterName = (chapter: string, { citation }: FormDescription, guidelines: readonly GuidelineRow[]): string =>
  guidelines.find((row) => row.chapter === chapter)?.[citation.chapterName] ?? chapter;

const citationText =
  (form: FormDescription, withSections: boolean, guidelines: readonly GuidelineRow[]) =>
  ({ chapter, year, sections }: MtusCitation): string =>
    foldSpace(
      fillFields(withSections && sections.trim() !== '' ? form.citation.withSections : form.citation.plain, {
        chapter: chapterName(chapter.trim(), form, guidelines),
        year: year.trim(),
        sections: sections.trim(),
      }),
    );

/**
 * The words of a guideline statement, without its label, in the wording of the form and the side. `guidelines` lets a
 * form name chapters in its own way.
 */
export const buildStatement = (
  statement: Statement,
  form: LetterForm,
  side: StatementSide,
  forms: LetterForms,
  guidelines: readonly GuidelineRow[] = [],
): BuiltStatement => {
  const fixed = formOf(forms, form);
  const built = (words: StatementForm, mtus: readonly MtusCitation[], other: string): BuiltStatement => {
    const { text, confirmed, sections } = fixed.statements[side][words];
    // A chapter that is still to be chosen is no chapter yet: it would leave "and ." in the letter.
    const citations = mtus
      .filter(({ chapter }) => chapter.trim() !== '')
      .map(citationText(fixed, sections, guidelines))
      .join(fixed.citation.join);
    return {
      text: fillFields(text, {
        mtus: citations,
        other: foldSpace(other).replace(text.endsWith('.') ? /\.$/u : /$/u, ''),
      }),
      unconfirmed: !confirmed,
    };
  };
  switch (statement.form) {
    case 'typed':
      return { text: statement.text, unconfirmed: false };
    case 'mtus':
      return built('mtus', statement.mtus, '');
    case 'mtus-and-other':
      return built('mtus-and-other', statement.mtus, statement.other);
    case 'other':
      return built('other', [], statement.other);
    case 'none':
      return built('none', [], '');
    default:
      return assertNever(statement);
  }
};

/** What a field of a citation can hold; of a chapter and its year the first year that fits parts them. */
const SHAPES = { chapter: '.+?', year: '(?:19|20)\\d{2}', sections: '.+' } as const;

const readCitation = (text: string, { citation }: FormDescription): MtusCitation | null => {
  const fields = readFields(citation.withSections, text, SHAPES) ?? readFields(citation.plain, text, SHAPES);
  return fields === null
    ? null
    : { chapter: fields.chapter ?? '', year: fields.year ?? '', sections: fields.sections ?? '' };
};

/** Chapters whose own name holds ", and ". */
const INSIDE = '(?<!Forearm, Wrist|Hand, Wrist)';

/**
 * The citations that a text joins. A section may hold the same words: what is no citation by itself belongs to the one
 * before it.
 */
const splitCitations = (text: string, form: FormDescription): string[] =>
  text.split(new RegExp(`${INSIDE}${escapeWords(form.citation.join)}`, 'u')).reduce<string[]>((whole, piece) => {
    const before = whole.at(-1);
    return before === undefined || readCitation(piece, form) !== null
      ? [...whole, piece]
      : [...whole.slice(0, -1), `${before}${form.citation.join}${piece}`];
  }, []);

const readStatement = (
  kind: StatementForm,
  fields: Readonly<Record<string, string>>,
  form: FormDescription,
): Statement | null => {
  if (kind === 'none') return { form: kind };
  if (kind === 'other') return { form: kind, other: fields.other ?? '' };
  const read = splitCitations(fields.mtus ?? '', form).map((citation) => readCitation(citation, form));
  const mtus = read.filter((citation) => citation !== null);
  if (mtus.length < read.length) return null;
  return kind === 'mtus' ? { form: kind, mtus } : { form: kind, mtus, other: fields.other ?? '' };
};

const READING_ORDER = ['none', 'other', 'mtus-and-other', 'mtus'] as const;

/**
 * A statement's words taken apart into one of the four forms, if the form built again gives the same words; typed
 * otherwise.
 */
export const parseStatement = (text: string, form: LetterForm, side: StatementSide, forms: LetterForms): Statement => {
  const words = foldSpace(text);
  const fixed = formOf(forms, form);
  for (const kind of READING_ORDER) {
    const fields = readFields(fixed.statements[side][kind].text, words);
    const statement = fields === null ? null : readStatement(kind, fields, fixed);
    if (statement !== null && buildStatement(statement, form, side, forms).text === words) return statement;
  }
  return { form: 'typed', text };
};
