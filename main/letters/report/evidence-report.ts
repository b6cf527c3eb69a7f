import { findFacts } from '../../../shared/find-facts.ts';
import { usDate, type PartialDate } from '../../../shared/partial-date.ts';
import type { LetterBlock } from '../../../shared/letter.ts';
import { splitSentences } from '../../../shared/split-sentences.ts';
import type { Worksheet } from '../../../shared/worksheet.ts';
import { cleanText } from '../clean-text.ts';
import { closeLines } from '../close-lines.ts';

/** Words of the case file: the record as lists name it, the page within it, and what stands there. */
export type Citation = { readonly record: string; readonly page: number; readonly quote: string };

/** The pages of one record: how many, and of those read, read by eye, and cited. */
export type PageAccount = {
  readonly record: string;
  readonly pages: number;
  readonly read: number;
  readonly byEye: number;
  readonly cited: number;
};

/** A search over all pages; `isOutdated`: pages have changed since its day. */
export type NegativeSearch = {
  readonly term: string;
  readonly day: PartialDate;
  readonly isOutdated: boolean;
  readonly pagesSearched: number;
  readonly hits: number;
  /** Pages whose text is too uncertain to prove an absence. */ readonly unsure: readonly string[];
};

export type EvidenceReportInput = {
  readonly caseNumber: string;
  readonly sentences: readonly { readonly text: string; readonly sources: readonly Citation[] }[];
  readonly items: readonly {
    readonly heading: string;
    readonly decision: string;
    readonly rationale: string;
    readonly evidence: readonly (Citation & { readonly note: string })[];
    readonly outsideReason: string;
    readonly worksheet: Worksheet | null;
  }[];
  readonly searches: readonly NegativeSearch[];
  readonly pages: readonly PageAccount[];
  /** What was checked of the case file for this report, and found; `isSound` false: not as it should be. */
  readonly verified: readonly { readonly isSound: boolean; readonly said: string }[];
  /** The day up to which the guideline table is complete, and which edition each item was told by. */
  readonly guidelines: { readonly completeTo: string; readonly days: readonly string[] };
  readonly overridden: readonly { readonly check: number; readonly message: string; readonly reason: string }[];
};

const block = (
  style: LetterBlock['style'],
  ...runs: readonly (readonly [text: string, bold: boolean])[]
): LetterBlock => ({
  style,
  part: { kind: 'report' },
  runs: runs.map(([text, bold]) => ({ text: cleanText(text), bold })),
});
const heading = (text: string): LetterBlock => block('heading', [text, true]);
const statement = (label: string, text: string): LetterBlock => block('body', [label, true], [` ${text}`, false]);
const source = (text: string): LetterBlock => block('body', [`    ${text}`, false]);

/** In marks that open and close: a record's own words may hold straight ones. */
const cited = ({ record, page, quote }: Citation): string => `${record}, page ${String(page)}: “${quote}”`;

const withSources = (label: string, text: string, sources: readonly Citation[], none: string): LetterBlock[] =>
  closeLines([
    statement(label, text),
    ...(sources.length === 0 ? [source(none)] : sources.map((citation) => source(cited(citation)))),
  ]);

const wordsOf = (text: string): Set<string> =>
  new Set([...(text.toLowerCase().match(/[a-z0-9]{4,}/gu) ?? []), ...findFacts(text).map(({ value }) => value)]);

/** How much a sentence and a quote speak of the same. */
const kinship = (sentence: string, quote: string): number => {
  const words = wordsOf(sentence);
  return [...wordsOf(quote)].filter((word) => words.has(word)).length;
};

type Item = EvidenceReportInput['items'][number];

/** Each piece of evidence beside the sentence of the rationale that speaks most of the same. */
const evidenceBySentence = ({
  rationale,
  evidence,
}: Item): { readonly text: string; readonly evidence: Item['evidence'] }[] => {
  const sentences = splitSentences(rationale).map(({ text }) => text);
  const home = evidence.map(({ quote, note }) => {
    const scores = sentences.map((sentence) => kinship(sentence, `${quote} ${note}`));
    return scores.indexOf(Math.max(...scores));
  });
  return sentences.map((text, index) => ({ text, evidence: evidence.filter((_, at) => home[at] === index) }));
};

const QUESTIONS = {
  'treatment-benefit': 'benefit of the treatment',
  'treatment-harm': 'harm of the treatment',
  diagnosis: 'diagnosis',
  prognosis: 'prognosis',
} as const;

const worksheetBlocks = ({ recommendations, prevailing, reason }: Worksheet): LetterBlock[] =>
  closeLines([
    statement('Evidence weighed (8 CCR 9792.25.1):', reason),
    ...recommendations.map(({ source: from, says, question, design, year, quality }, index) =>
      source(
        [
          `${from}${year === '' ? '' : `, ${year}`}: ${says} (${QUESTIONS[question]})`,
          design,
          quality,
          index === prevailing ? 'prevails' : '',
        ]
          .filter((words) => words !== '')
          .join('; '),
      ),
    ),
  ]);

const groundBlocks = ({ outsideReason, worksheet }: Item): LetterBlock[] => [
  ...(outsideReason.trim() === '' ? [] : closeLines([statement('Outside the MTUS:', outsideReason)])),
  ...(worksheet === null || worksheet.recommendations.length === 0 ? [] : worksheetBlocks(worksheet)),
];

const itemBlocks = (item: Item, index: number): LetterBlock[] => [
  block('item-heading', [`Item ${String(index + 1)}. ${item.heading}: ${item.decision}`, true]),
  ...evidenceBySentence(item).flatMap(({ text, evidence }, at) =>
    withSources(`${String(index + 1)}.${String(at + 1)}`, text, evidence, 'No page is pinned to this sentence.'),
  ),
  ...groundBlocks(item),
];

const searchLine = ({ term, day, isOutdated, pagesSearched, hits, unsure }: NegativeSearch): LetterBlock[] =>
  closeLines([
    statement(
      `"${term}":`,
      `${hits === 0 ? 'not documented on any' : `documented on ${String(hits)}`} of ${String(pagesSearched)} pages searched on ${usDate(day)}${isOutdated ? '; pages have changed since' : ''}.`,
    ),
    ...(unsure.length === 0 ? [] : [source(`Too uncertain to prove an absence: ${unsure.join(', ')}.`)]),
  ]);

const sum = (accounts: readonly PageAccount[], of: (account: PageAccount) => number): number =>
  accounts.reduce((all, account) => all + of(account), 0);

const account = (label: string, { pages, read, byEye, cited: citedPages }: Omit<PageAccount, 'record'>): LetterBlock =>
  statement(
    `${label}:`,
    `${String(pages)} ${pages === 1 ? 'page' : 'pages'} = ${String(read)} read + ${String(pages - read)} unread; ${String(byEye)} read by eye; ${String(citedPages)} cited.`,
  );

const pageBlocks = (pages: readonly PageAccount[]): LetterBlock[] =>
  closeLines([
    ...pages.map((one) => account(one.record, one)),
    account('In all', {
      pages: sum(pages, (one) => one.pages),
      read: sum(pages, (one) => one.read),
      byEye: sum(pages, (one) => one.byEye),
      cited: sum(pages, (one) => one.cited),
    }),
  ]);

const overrideBlocks = (overridden: EvidenceReportInput['overridden']): LetterBlock[] =>
  overridden.length === 0
    ? [block('body', ['None.', false])]
    : overridden.flatMap(({ check, message, reason }) =>
        closeLines([statement(`Check ${String(check)}:`, message), source(`Reason: ${reason}`)]),
      );

const none = (blocks: readonly LetterBlock[]): LetterBlock[] =>
  blocks.length === 0 ? [block('body', ['None.', false])] : [...blocks];

const verifiedBlocks = (verified: EvidenceReportInput['verified']): LetterBlock[] =>
  closeLines(verified.map(({ isSound, said }) => statement(isSound ? 'Sound:' : 'Not sound:', said)));

const guidelineBlocks = ({ completeTo, days }: EvidenceReportInput['guidelines']): LetterBlock[] =>
  closeLines([
    statement('Guideline table:', `complete to ${usDate(completeTo)}; what came after it is not judged.`),
    ...days.map((said, index) => source(`Item ${String(index + 1)}: editions told by ${said}.`)),
  ]);

/**
 * The evidence report beside a letter: each sentence of summary and rationale with record, page and quote, the negative
 * searches, the guideline table, the page accounting that adds up, what the case file was verified for, and the checks that were overridden
 * and why.
 */
export const composeEvidenceReport = ({
  caseNumber,
  sentences,
  items,
  searches,
  pages,
  verified,
  guidelines,
  overridden,
}: EvidenceReportInput): LetterBlock[] => [
  heading(caseNumber === '' ? 'EVIDENCE REPORT' : `EVIDENCE REPORT FOR ${caseNumber}`),
  heading('CLINICAL CASE SUMMARY'),
  ...none(
    sentences.flatMap(({ text, sources }, index) =>
      withSources(`${String(index + 1)}.`, text, sources, 'No page stands behind this sentence.'),
    ),
  ),
  heading('DECISION RATIONALES'),
  ...none(items.flatMap(itemBlocks)),
  heading('NEGATIVE SEARCHES'),
  ...none(searches.flatMap(searchLine)),
  heading('GUIDELINES'),
  ...guidelineBlocks(guidelines),
  heading('PAGES'),
  ...pageBlocks(pages),
  heading('VERIFICATION OF THE CASE FILE'),
  ...none(verifiedBlocks(verified)),
  heading('CHECKS OVERRIDDEN'),
  ...overrideBlocks(overridden),
];
