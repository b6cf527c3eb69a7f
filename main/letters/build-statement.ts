import { assertNever } from '../../shared/assert-never.ts';
import type { GuidelineRow, MtusCitation, Statement, StatementSide } from '../../shared/guideline.ts';
import { foldSpace, type LetterForm } from '../../shared/letter.ts';
import { fillFields, readFields } from './fill-fields.ts';
import type { LetterForms, LetterFormText, StatementForm } from './letter-forms.ts';

export type BuiltStatement = {
  readonly text: string;
  /** True where the wording was never seen in a letter of this form. */ readonly unconfirmed: boolean;
};

/** The chapter as the form names it: the 2014 form by its ACOEM chapter, where the guideline table knows that. */
const chapterName = (chapter: string, form: LetterForm, guidelines: readonly GuidelineRow[]): string =>
  form === '2016' ? chapter : (guidelines.find((row) => row.chapter === chapter)?.chapter2014 ?? chapter);

const citationText =
  ({ citation, form }: LetterFormText, withSections: boolean, guidelines: readonly GuidelineRow[]) =>
  ({ chapter, year, sections }: MtusCitation): string =>
    foldSpace(
      fillFields(withSections && sections.trim() !== '' ? citation.withSections : citation.plain, {
        chapter: chapterName(chapter.trim(), form, guidelines),
        year: year.trim(),
        sections: sections.trim(),
      }),
    );

/**
 * The words of a guideline statement, without its label, in the wording of the form and the side. `guidelines` lets the
 * 2014 form name chapters in its own way.
 */
export const buildStatement = (
  statement: Statement,
  form: LetterForm,
  side: StatementSide,
  forms: LetterForms,
  guidelines: readonly GuidelineRow[] = [],
): BuiltStatement => {
  const fixed = forms[form];
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

const YEARED = /^(?<chapter>.+?) (?<year>(?:19|20)\d{2})(?:, Section\(s\): (?<sections>.+))?$/u;
const YEARLESS = /^(?<chapter>.+?)(?:, Section\(s\): (?<sections>.+))?$/u;

const readCitation = (text: string, form: LetterForm): MtusCitation | null => {
  const groups = (form === '2016' ? YEARED : YEARLESS).exec(text)?.groups;
  return groups === undefined
    ? null
    : { chapter: groups.chapter ?? '', year: groups.year ?? '', sections: groups.sections ?? '' };
};

/** One chapter's own name holds the words that join chapters. */
const INSIDE = '(?<!Forearm, Wrist|Hand, Wrist), and ';
/**
 * Chapters joined by "and": a section may hold ", and " too, so that only the last one before a chapter's year parts
 * them.
 */
const JOINT = {
  2014: new RegExp(INSIDE, 'u'),
  2016: new RegExp(`${INSIDE}(?=(?:(?!${INSIDE}).)*? (?:19|20)\\d{2}(?:,|$))`, 'u'),
} as const;

const splitCitations = (text: string, form: LetterForm): string[] => text.split(JOINT[form]);

const readForm = (
  form: StatementForm,
  fields: Readonly<Record<string, string>>,
  letterForm: LetterForm,
): Statement | null => {
  const mtus = splitCitations(fields.mtus ?? '', letterForm).map((citation) => readCitation(citation, letterForm));
  const sound = mtus.filter((citation) => citation !== null);
  if (form === 'none') return { form };
  if (form === 'other') return { form, other: fields.other ?? '' };
  if (sound.length < mtus.length) return null;
  return form === 'mtus' ? { form, mtus: sound } : { form, mtus: sound, other: fields.other ?? '' };
};

const READING_ORDER = ['none', 'other', 'mtus-and-other', 'mtus'] as const;

/**
 * A statement's words taken apart into one of the four forms, if the form built again gives the same words; typed
 * otherwise.
 */
export const parseStatement = (text: string, form: LetterForm, side: StatementSide, forms: LetterForms): Statement => {
  const words = foldSpace(text);
  for (const kind of READING_ORDER) {
    const fields = readFields(forms[form].statements[side][kind].text, words);
    const statement = fields === null ? null : readForm(kind, fields, form);
    if (statement !== null && buildStatement(statement, form, side, forms).text === words) return statement;
  }
  return { form: 'typed', text };
};
