import {
  foldSpace,
  HEADER_LABELS,
  type HeaderName,
  type Letter,
  type LetterBlock,
  type LetterItem,
} from '../../shared/letter.ts';
import { usDate } from '../../shared/partial-date.ts';
import { cleanText } from './clean-text.ts';
import { fillFields } from './fill-fields.ts';
import type { LetterForms, LetterFormText } from './letter-forms.ts';

/** The seven values in the order in which the case block prints them. */
export const CASE_BLOCK: readonly HeaderName[] = [
  'caseNumber',
  'dateAssigned',
  'dateOfInjury',
  'decisionDate',
  'urDenialDate',
  'priority',
  'applicationReceived',
];

type Fields = Readonly<Record<string, string>>;

const bold = (text: string) => ({ text, bold: true });
const plain = (text: string) => ({ text, bold: false });
const heading = (part: string, text: string): LetterBlock => ({ style: 'heading', part, runs: [bold(text)] });
const body = (part: string, text: string): LetterBlock => ({ style: 'body', part, runs: [plain(text)] });
const labelled = (part: string, label: string, text: string): LetterBlock => ({
  style: 'body',
  part,
  runs: [bold(label), plain(` ${text}`)],
});

const caseBlock = ({ header }: Letter): LetterBlock[] =>
  CASE_BLOCK.map((name) => ({
    style: 'case-block',
    part: 'header',
    runs: [
      bold(`${HEADER_LABELS[name]}:`),
      plain(` ${name === 'caseNumber' || name === 'priority' ? cleanText(header[name]) : usDate(header[name])}`),
    ],
  }));

/** Prose as its paragraphs: an empty line parts them. */
const paragraphs = (part: string, prose: string): LetterBlock[] =>
  cleanText(prose)
    .split(/\n\s*\n/u)
    .map(foldSpace)
    .filter((text) => text !== '')
    .map((text) => body(part, text));

const itemBlocks =
  ({ labels }: LetterFormText, fields: Fields) =>
  (item: LetterItem, index: number): LetterBlock[] => {
    const part = (name: keyof LetterItem): string => `items.${String(index)}.${name}`;
    const said = (name: keyof LetterItem): string => foldSpace(cleanText(item[name]));
    return [
      {
        style: 'item-heading',
        part: part('heading'),
        runs: [bold(`${said('heading')}:`), plain(` ${said('decision')}`)],
      },
      labelled(part('claimsGuideline'), labels.claims, said('claimsGuideline')),
      labelled(part('reviewerGuideline'), fillFields(labels.reviewer, fields), said('reviewerGuideline')),
      labelled(part('rationale'), labels.rationale, said('rationale')),
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
  const form = forms[letter.form];
  const fields = fieldsOf(letter);
  return [
    ...(form.caseBlock ? caseBlock(letter) : []),
    heading('how-made', form.headings.howMade),
    body('how-made', fillFields(form.howMade, fields)),
    ...form.credentials.map((line) => body('credentials', fillFields(line, fields))),
    heading('summary', form.headings.summary),
    body('summary', form.summaryLeadIn),
    ...paragraphs('summary', letter.summary),
    heading('issues', form.headings.issues),
    body('issues', form.issuesLeadIn),
    ...letter.items.flatMap(itemBlocks(form, fields)),
  ];
};
