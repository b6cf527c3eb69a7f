import { found } from '../../shared/finding-kinds.ts';
import { foldSpace, Letter, LetterHeader } from '../../shared/letter.ts';
import { labelPattern, looseWords, readFields, templatePattern } from './fill-fields.ts';
import type { FormDescription } from '../../shared/letter-form.ts';
import { currentForm, type LetterForms } from './letter-forms.ts';
import { wordNote, type FormChange, type LetterNote } from './read/letter-notes.ts';
import type { Outline } from '../../shared/outline.ts';
import { readHeader } from './read/read-header.ts';
import { readItems } from './read/read-items.ts';
import { outlineMarks, readOutline } from './read/read-outline.ts';

type Headings = FormDescription['headings'];
type Section = keyof Headings | 'before';
type Sections = { readonly text: Readonly<Record<Section, string>>; readonly notes: readonly LetterNote[] };

const LETTER = { kind: 'letter' } as const;
const formNote = (change: FormChange): LetterNote => ({ name: 'form', found: change });

/** PDFium writes a hyphen at a line's end as one of these, without the line break. */
const lineText = (text: string): string =>
  text
    .replace(/\r\n?|\f/gu, '\n')
    .replace(/[\u0002\ufffe]\n?/gu, '-\n')
    .replace(/\u00a0/gu, ' ');

const headingAt = (text: string, heading: string): { readonly start: number; readonly end: number } | null => {
  const words = looseWords(heading);
  const match =
    new RegExp(words, 'u').exec(text) ?? new RegExp(`(?<=^|\\n)[ \\t]*${words}[ \\t]*(?=\\n|$)`, 'iu').exec(text);
  return match === null ? null : { start: match.index, end: match.index + match[0].length };
};

const SECTIONS = ['howMade', 'summary', 'issues'] as const;

/**
 * The text before, between and after the three headings; a heading that is missing leaves its section empty. What
 * stands under other headings of the form is left out.
 */
const sectionsOf = (text: string, { headings, otherHeadings }: FormDescription): Sections => {
  const sought = SECTIONS.map((name) => ({ name, heading: headings[name], at: headingAt(text, headings[name]) }));
  const others = otherHeadings.map((heading) => ({ name: 'other' as const, at: headingAt(text, heading) }));
  const present = [...sought, ...others]
    .flatMap(({ name, at }) => (at === null ? [] : [{ name, ...at }]))
    .sort((a, b) => a.start - b.start);
  const bodies = present.map(({ name, end }, index) => [name, text.slice(end, present[index + 1]?.start)] as const);
  return {
    text: {
      howMade: '',
      summary: '',
      issues: '',
      ...Object.fromEntries(bodies),
      before: text.slice(0, present[0]?.start),
    },
    notes: sought
      .filter(({ at }) => at === null)
      .map(({ heading }) => formNote(found('missing-heading', LETTER, { heading }))),
  };
};

/** What a text was recognised as, and by how many marks. */
type Marked<Form> = { readonly form: Form; readonly marks: number };

/** The form that has most of its marks in the text, the current one before others; null where none has any. */
const formIn = (text: string, forms: LetterForms): Marked<FormDescription> | null => {
  const scored = forms
    .map((form) => ({
      form,
      marks: form.recognisedBy.filter((mark) => new RegExp(labelPattern(mark), 'u').test(text)).length,
    }))
    .filter(({ marks }) => marks > 0)
    .sort((a, b) => b.marks - a.marks || Number(b.form.isCurrent) - Number(a.form.isCurrent));
  return scored[0] ?? null;
};

type HowMade = {
  readonly organisation: string;
  readonly licensure: string;
  readonly specialty: string;
  readonly notes: readonly LetterNote[];
};

/** The words where a phrase holds its field; a field that begins or ends the phrase begins or ends the text. */
const surrounded = (text: string, phrase: string): string | null => {
  const [before = '', after = ''] = phrase.split(/\{\w+\}/u);
  const begin = before === '' ? '^\\s*([\\s\\S]{1,80}?)' : `${looseWords(before)}\\s*([\\s\\S]*?)`;
  const end = after === '' ? '$' : `${after.startsWith(' ') ? '\\s+' : ''}${looseWords(after)}`;
  const found = new RegExp(`${begin}${end}`, 'u').exec(text)?.[1];
  return found === undefined ? null : foldSpace(found);
};

/** The first phrase that the text has, by what it holds; empty where it has none. */
const firstOf = (text: string, phrases: readonly string[]): string =>
  phrases.map((phrase) => surrounded(text, phrase)).find((words) => words !== null) ?? '';

/**
 * The values of the first section: from the form's own words, or, where those were changed, from the words around them.
 */
const readHowMade = (text: string, form: FormDescription): HowMade => {
  const fields = readFields([form.howMade, ...form.credentials].join(' '), text);
  if (fields !== null)
    return {
      organisation: fields.organisation ?? '',
      licensure: fields.licensure ?? '',
      specialty: fields.specialty ?? '',
      notes: [],
    };
  return {
    organisation: firstOf(text, form.surroundings.organisation),
    licensure: firstOf(text, form.surroundings.licensure),
    specialty: firstOf(text, form.surroundings.specialty),
    notes:
      foldSpace(text) === ''
        ? []
        : [formNote(found('changed-section', LETTER, { heading: form.headings.howMade, words: foldSpace(text) }))],
  };
};

/** The text after the fixed sentence that leads to it; the whole of it, and a note, where that was changed. */
const afterLeadIn = (
  text: string,
  leadIn: string,
  heading: string,
): { readonly text: string; readonly notes: readonly LetterNote[] } => {
  const match = new RegExp(`^\\s*${templatePattern(leadIn)}`, 'u').exec(text);
  if (match !== null) return { text: text.slice(match[0].length), notes: [] };
  return { text, notes: foldSpace(text) === '' ? [] : [formNote(found('changed-lead-in', LETTER, { heading }))] };
};

/** A letter that was taken apart, with what there is to say of it; its `messages` are the notes in words. */
export type LetterRead = { readonly letter: Letter; readonly notes: readonly LetterNote[] };

/** The outline that has most of its marks in the text, two at least; null where none has. */
const outlineIn = (text: string, outlines: readonly Outline[]): Marked<Outline> | null =>
  outlines
    .map((form) => ({ form, marks: outlineMarks(text, form) }))
    .filter(({ marks }) => marks > 1)
    .sort((a, b) => b.marks - a.marks)[0] ?? null;

/** A determination that is only read: its parts where a letter has them, decisions of ours in our words. */
const takeByOutline = (text: string, outline: Outline, forms: LetterForms): LetterRead => {
  const read = readOutline(text, outline);
  const isOurs = outline.programme === '';
  const notes: LetterNote[] = [
    { name: 'by-outline', outline },
    ...read.messages.map((words) => ({ name: 'outline-message', words }) as const),
  ];
  const letter: Letter = {
    ...Letter.parse({}),
    header: LetterHeader.parse({ caseNumber: read.caseNumber, decisionDate: read.decisionDate }),
    summary: read.summary,
    items: read.items.map(({ heading, outcome, decision, guideline, rationale }) => ({
      heading,
      decision: isOurs ? (decision ?? '') : outcome,
      claimsGuideline: '',
      reviewerGuideline: guideline,
      rationale,
    })),
    messages: notes.map((note) => wordNote(note, currentForm(forms), forms)),
    ...(!isOurs && { programme: outline.programme }),
  };
  return { letter, notes };
};

/**
 * Takes a published determination of any known form apart, from its plain text: lines and pages in reading order, however
 * broken. Whatever is missing, changed or not understood is a note.
 */
export const takeLetterApart = (text: string, forms: LetterForms, outlines: readonly Outline[] = []): LetterRead => {
  const lines = lineText(text);
  const own = formIn(lines, forms);
  const outline = outlineIn(lines, outlines);
  if (outline !== null && outline.marks > (own?.marks ?? 0)) return takeByOutline(lines, outline.form, forms);
  const known = own?.form ?? null;
  const form = known ?? currentForm(forms);
  const sections = sectionsOf(lines, form);
  const header = readHeader(sections.text.before, form);
  const made = readHowMade(sections.text.howMade, form);
  const summary = afterLeadIn(sections.text.summary, form.summaryLeadIn, form.headings.summary);
  const issues = afterLeadIn(sections.text.issues, form.issuesLeadIn, form.headings.issues);
  const items = readItems(issues.text, form);
  const isNoLetter = known === null && SECTIONS.every((name) => sections.text[name] === '');
  const notes: readonly LetterNote[] = isNoLetter
    ? [{ name: 'no-letter', words: foldSpace(lines) }]
    : [
        ...(known === null ? [{ name: 'unknown-form' } as const] : []),
        ...[header, sections, made, summary, issues, items].flatMap((read) => read.notes),
      ];
  const letter: Letter = {
    form: form.form,
    organisation: made.organisation,
    guidelineLabel: items.guidelineLabel,
    header: header.header,
    reviewer: { licensure: made.licensure, specialty: made.specialty },
    summary: foldSpace(summary.text),
    items: items.items,
    messages: notes.map((note) => wordNote(note, form, forms)),
  };
  return { letter, notes };
};

/** The letter alone. */
export const readLetter = (text: string, forms: LetterForms, outlines?: readonly Outline[]): Letter =>
  takeLetterApart(text, forms, outlines).letter;
