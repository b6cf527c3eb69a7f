import { foldSpace, type Letter, type LetterForm } from '../../shared/letter.ts';
import { looseWords, readFields, templatePattern } from './fill-fields.ts';
import type { FormDescription } from '../../shared/letter-form.ts';
import { formOf, type LetterForms } from './letter-forms.ts';
import { changedLeadIn, changedSection, missingHeading, noLetter } from './read/boilerplate-messages.ts';
import { readHeader } from './read/read-header.ts';
import { readItems } from './read/read-items.ts';

type Headings = FormDescription['headings'];
type Section = keyof Headings | 'before';
type Sections = { readonly text: Readonly<Record<Section, string>>; readonly messages: readonly string[] };

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
  const found = SECTIONS.map((name) => ({ name, heading: headings[name], at: headingAt(text, headings[name]) }));
  const present = found
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
    messages: found.filter(({ at }) => at === null).map(({ heading }) => missingHeading(heading)),
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
  readonly messages: readonly string[];
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
      messages: [],
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
    messages: foldSpace(text) === '' ? [] : [changedSection(form.headings.howMade, foldSpace(text))],
  };
};

/** The text after the fixed sentence that leads to it; the whole of it, and a message, where that was changed. */
const afterLeadIn = (
  text: string,
  leadIn: string,
  heading: string,
): { readonly text: string; readonly messages: readonly string[] } => {
  const match = new RegExp(`^\\s*${templatePattern(leadIn)}`, 'u').exec(text);
  if (match !== null) return { text: text.slice(match[0].length), messages: [] };
  return { text, messages: foldSpace(text) === '' ? [] : [changedLeadIn(heading)] };
};

/**
 * Takes a published determination of either form apart, from its plain text: lines and pages in reading order, however
 * broken. Whatever is missing, changed or not understood is told in `messages`, one sentence each, with its words.
 */
export const readLetter = (text: string, forms: LetterForms): Letter => {
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
  return {
    form: form.form,
    organisation: made.organisation,
    guidelineLabel: items.guidelineLabel,
    header: header.header,
    reviewer: { licensure: made.licensure, specialty: made.specialty },
    summary: foldSpace(summary.text),
    items: items.items,
    messages: isNoLetter
      ? [noLetter(foldSpace(lines))]
      : [
          ...(known === null
            ? ['This is neither the 2014 nor the 2016 form of a determination letter; it was read as the 2016 form.']
            : []),
          ...header.messages,
          ...sections.messages,
          ...made.messages,
          ...summary.messages,
          ...issues.messages,
          ...items.messages,
        ],
  };
};
