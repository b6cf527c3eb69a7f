import type { FormDescription } from '../../shared/letter-form.ts';
import { foldSpace, type HeaderName, type Letter, type LetterBlock, type LetterItem } from '../../shared/letter.ts';
import type { Part } from '../../shared/part.ts';
import { usDate } from '../../shared/partial-date.ts';
import { Decision } from '../../shared/item.ts';
import { partOpioidParagraph } from './checks/closing-polarity.ts';
import { cleanText } from './clean-text.ts';
import { closeLines } from './close-lines.ts';
import { fillFields } from './fill-fields.ts';
import { formOf, type LetterForms } from './letter-forms.ts';

const HOW_MADE = { kind: 'how-made' } as const;
const SUMMARY = { kind: 'summary' } as const;
const ISSUES = { kind: 'issues' } as const;

type Fields = Readonly<Record<string, string>>;

const bold = (text: string) => ({ text, bold: true });
const plain = (text: string) => ({ text, bold: false });
const heading = (part: Part, text: string): LetterBlock => ({ style: 'heading', part, runs: [bold(text)] });
const body = (part: Part, text: string): LetterBlock => ({ style: 'body', part, runs: [plain(text)] });
const labelled = (part: Part, label: string, text: string): LetterBlock => ({
  style: 'body',
  part,
  runs: [bold(label), plain(` ${text}`)],
});

const headerValue = (name: HeaderName, value: string): string =>
  name === 'caseNumber' || name === 'priority' ? cleanText(value) : usDate(value);

const caseBlock = ({ header }: Letter, { caseBlock: { rows, labels } }: FormDescription): LetterBlock[] =>
  rows.flatMap((names, row) =>
    names.map((name) => ({
      style: 'case-block' as const,
      part: { kind: 'header' } as const,
      row,
      runs: [bold(`${labels[name]}:`), plain(` ${headerValue(name, header[name])}`)],
    })),
  );

/** Prose as its paragraphs: an empty line parts them. */
const paragraphs = (part: Part, prose: string): LetterBlock[] =>
  cleanText(prose)
    .split(/\n\s*\n/u)
    .map(foldSpace)
    .filter((text) => text !== '')
    .map((text) => body(part, text));

/** The rationale, parted at empty lines; what an opioid item ends with stands apart, as it does on the screen. */
const rationaleBlocks = (part: Part, label: string, rationale: string): LetterBlock[] => {
  const [first = '', ...others] = cleanText(rationale)
    .split(/\n\s*\n/u)
    .flatMap(partOpioidParagraph)
    .map(foldSpace)
    .filter((text) => text !== '');
  return [labelled(part, label, first), ...others.map((text) => body(part, text))];
};

/** A decision as the form words it; any other word as it stands. */
const decisionWords = (decision: string, { item }: FormDescription): string => {
  const { data } = Decision.safeParse(decision);
  return data === undefined ? decision : item.decisions[data];
};

/** A partial request ends with the verb that a decision in words begins with. */
const beforeVerb = (heading: string, decision: string): string =>
  /^(?:is|are)\b/u.test(decision) ? heading.replace(/\s+(?:is|are):?\s*$/u, '') : heading;

/** The line of an item: the request in bold, and what follows it from the decision on. */
const itemHeading = (heading: string, decision: string, number: number, form: FormDescription): LetterBlock['runs'] => {
  const [before = '', after = ''] = form.item.heading.split('{decision}');
  const request = fillFields(before, {
    heading: beforeVerb(heading, decisionWords(decision, form)),
    number: String(number),
  });
  return [bold(request.trimEnd()), plain(` ${decisionWords(decision, form)}${after}`)];
};

const itemBlocks =
  (form: FormDescription, fields: Fields) =>
  (item: LetterItem, index: number): LetterBlock[] => {
    const part = (name: keyof LetterItem): Part => ({ kind: 'item', item: index, name });
    const said = (name: keyof LetterItem): string => foldSpace(cleanText(item[name]));
    return [
      {
        style: 'item-heading',
        part: part('heading'),
        runs: itemHeading(said('heading'), said('decision'), index + 1, form),
      },
      labelled(part('claimsGuideline'), fillFields(form.labels.claims, fields), said('claimsGuideline')),
      labelled(part('reviewerGuideline'), fillFields(form.labels.reviewer, fields), said('reviewerGuideline')),
      ...rationaleBlocks(part('rationale'), fillFields(form.labels.rationale, fields), item.rationale),
    ];
  };

const fieldsOf = ({ organisation, guidelineLabel, reviewer }: Letter): Fields => ({
  organisation: cleanText(organisation),
  guidelineLabel: cleanText(guidelineLabel),
  licensure: cleanText(reviewer.licensure),
  specialty: cleanText(reviewer.specialty),
});

/**
 * The paragraphs of the letter in its own form: the form's fixed text around the parts of the letter, and nothing else.
 */
export const composeLetter = (letter: Letter, forms: LetterForms): LetterBlock[] => {
  const form = formOf(forms, letter.form);
  const fields = fieldsOf(letter);
  return [
    ...caseBlock(letter, form),
    heading(HOW_MADE, form.headings.howMade),
    body(HOW_MADE, fillFields(form.howMade, fields)),
    ...closeLines(form.credentials.map((line) => body({ kind: 'credentials' }, fillFields(line, fields)))),
    heading(SUMMARY, form.headings.summary),
    body(SUMMARY, form.summaryLeadIn),
    ...paragraphs(SUMMARY, letter.summary),
    heading(ISSUES, form.headings.issues),
    body(ISSUES, form.issuesLeadIn),
    ...letter.items.flatMap(itemBlocks(form, fields)),
  ];
};
