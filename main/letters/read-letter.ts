import { found } from '../../shared/finding-kinds.ts';
import { foldSpace, type Letter, type LetterForm } from '../../shared/letter.ts';
import { looseWords, readFields, templatePattern } from './fill-fields.ts';
import type { FormDescription } from '../../shared/letter-form.ts';
import { formOf, type LetterForms } from './letter-forms.ts';
import { wordNote, type FormChange, type LetterNote } from './read/letter-notes.ts';
import { readHeader } from './read/read-header.ts';
import { readItems } from './read/read-items.ts';

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

/** The text before, between and after the three headings; a heading that is missing leaves its section empty. */
const sectionsOf = (text: string, headings: Headings): Sections => {
  const sought = SECTIONS.map((name) => ({ name, heading: headings[name], at: headingAt(text, headings[name]) }));
  const present = sought
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

/** The form that a letter is in: each has something that the other never has. Null where neither shows. */
const formIn = (text: string): LetterForm | null => {
  if (
    /The\s+Expert\s+Reviewer\s+has\s+the\s+following\s+credentials|Case\s+Number\s*:|State\(s\)\s+of\s+Licensure/u.test(
      text,
    )
  )
    return '2016';
  return /reviewer\s+is\s+Board\s+Certified\s+in/iu.test(text) ? '2014' : null;
};

type HowMade = {
  readonly organisation: string;
  readonly licensure: string;
  readonly specialty: string;
  readonly notes: readonly LetterNote[];
};

const firstGroup = (text: string, pattern: RegExp): string => foldSpace(pattern.exec(text)?.[1] ?? '');

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
  const isOlder = form.form === '2014';
  return {
    organisation: firstGroup(text, /^\s*([\s\S]{1,80}?)\s+sent\s+the\s+complete\s+case\s+file/u),
    licensure: firstGroup(
      text,
      isOlder
        ? /licensed\s+to\s+practice\s+in\s+([^.]*)\./u
        : /State\(s\)\s+of\s+Licensure:([\s\S]*?)(?:Certification|$)/u,
    ),
    specialty: firstGroup(
      text,
      isOlder
        ? /Board\s+Certified\s+in\s+([\s\S]*?)\s+and\s+is\s+licensed/u
        : /Certification\(s\)\/Specialty:([\s\S]*)$/u,
    ),
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

/**
 * Takes a published determination of either form apart, from its plain text: lines and pages in reading order, however
 * broken. Whatever is missing, changed or not understood is a note.
 */
export const takeLetterApart = (text: string, forms: LetterForms): LetterRead => {
  const lines = lineText(text);
  const known = formIn(lines);
  const form = formOf(forms, known ?? '');
  const sections = sectionsOf(lines, form.headings);
  const header = readHeader(sections.text.before);
  const made = readHowMade(sections.text.howMade, form);
  const summary = afterLeadIn(sections.text.summary, form.summaryLeadIn, form.headings.summary);
  const issues = afterLeadIn(sections.text.issues, form.issuesLeadIn, form.headings.issues);
  const items = readItems(issues.text);
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
    messages: notes.map(wordNote),
  };
  return { letter, notes };
};

/** The letter alone. */
export const readLetter = (text: string, forms: LetterForms): Letter => takeLetterApart(text, forms).letter;
