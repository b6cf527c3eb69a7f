import { Decision } from '../../../shared/item.ts';
import type { Finding, Mend } from '../../../shared/check.ts';
import type { GuidelineRow } from '../../../shared/guideline.ts';
import type { Letter, LetterItem } from '../../../shared/letter.ts';
import { fillFields } from '../fill-fields.ts';
import { guidelinesInForce } from '../guidelines-in-force.ts';
import { computeRemaining } from '../items/compute-remaining.ts';
import { parsePartial, partialHeading } from '../items/partial-request.ts';
import { productOf } from '../items/quantity.ts';
import { inStyleOf, unifyDates } from './mend-dates.ts';
import { inSentence, personWord, suggestClosing, suggestOpioidParagraph, type Suggestions } from './suggestions.ts';

/** What mends are made of besides the letter. */
export type MendSources = {
  readonly suggestions: Suggestions;
  readonly guidelines: readonly GuidelineRow[];
  /** The last day that a date in the letter may mean. */ readonly latest: string;
  /** Why sources outside the MTUS are cited, by item. */ readonly outsideReasons?: readonly string[];
};

const itemAt = (letter: Letter, where: string): LetterItem | undefined =>
  letter.items[Number(/^items\.(\d+)\./u.exec(where)?.[1] ?? NaN)];

const mendRemainder = ({ heading }: LetterItem, where: string): Mend | null => {
  const partial = parsePartial(heading);
  const remaining = partial === null ? null : computeRemaining(partial.original, partial.authorised);
  return partial === null || remaining?.kind !== 'remaining'
    ? null
    : { where, from: heading, to: partialHeading({ ...partial, remaining: remaining.text }) };
};

const mendForm = ({ heading }: LetterItem, where: string): Mend | null => {
  const partial = parsePartial(heading);
  return partial === null
    ? null
    : {
        where,
        from: heading,
        to: partialHeading({ ...partial, form: 'original-request', remaining: partial.original }),
      };
};

/** The count that frequency and duration come to, in place of the one that is stated in brackets. */
const mendCount = ({ where, quote = '' }: Finding): Mend | null => {
  const product = productOf(quote);
  const to = product === null ? quote : quote.replace(/\(\d+(?=[^)]*\))/u, `(${String(product)}`);
  return to === quote ? null : { where, from: quote, to };
};

/** The edition in force of the chapter that the finding names, in place of the one that was not. */
const mendEdition = (
  { where, message }: Finding,
  { reviewerGuideline }: LetterItem,
  { guidelines }: MendSources,
  { header }: Letter,
): Mend | null => {
  const [, chapter = '', year = ''] = /^(.+) (\d{4}) was not in force on /u.exec(message) ?? [];
  const current =
    header.decisionDate === ''
      ? undefined
      : guidelinesInForce(guidelines, header.decisionDate).find((row) => row.chapter === chapter);
  const from = `${chapter} ${year}`;
  return current === undefined || !reviewerGuideline.includes(from)
    ? null
    : { where, from, to: `${chapter} ${String(current.year)}` };
};

const mendClosing = (
  { heading, decision }: LetterItem,
  { where, quote }: Finding,
  suggestions: Suggestions,
): Mend | null => {
  const word = Decision.safeParse(decision);
  return word.success && quote !== undefined
    ? { where, from: quote, to: suggestClosing(heading, word.data, suggestions) }
    : null;
};

/** The reason that the reviewer stated, or the usual one. */
const mendReason = (
  { heading }: LetterItem,
  where: string,
  {
    suggestions: {
      outsideReasons: [reason = ''],
    },
    outsideReasons = [],
  }: MendSources,
): Mend | null => {
  const stated = outsideReasons[Number(/^items\.(\d+)/u.exec(where)?.[1])] ?? '';
  return {
    where,
    from: '',
    to: stated.trim() === '' ? fillFields(reason, { request: inSentence(heading) }) : stated.trim(),
  };
};

const mendOpioids = (
  item: LetterItem,
  { where }: Finding,
  { summary }: Letter,
  suggestions: Suggestions,
): Mend | null => {
  const paragraph = suggestOpioidParagraph(item, personWord(summary), suggestions);
  return paragraph === null ? null : { where, from: '', to: paragraph };
};

const HEADER_NAMED = [
  ['Date of Injury', 'dateOfInjury'],
  ['UR Denial Date', 'urDenialDate'],
] as const;

const mendRestated = ({ where, quote = '', message }: Finding, { header }: Letter): Mend | null => {
  const written = /^The summary gives (.+?) where the header's/u.exec(message)?.[1] ?? '';
  const name = HEADER_NAMED.find(([label]) => message.includes(`header's ${label} `))?.[1];
  if (name === undefined || written === '' || !quote.includes(written)) return null;
  return { where, from: quote, to: quote.replace(written, inStyleOf(written, header[name])) };
};

const mendStyles = ({ where, message }: Finding, { summary }: Letter, latest: string): Mend | null => {
  const unified = message.includes('date styles') ? unifyDates(summary, latest) : summary;
  return unified === summary ? null : { where, from: summary, to: unified };
};

const mendIdentity = ({ where, quote, message }: Finding): Mend | null => {
  const to = /write "(.*)"\.$/u.exec(message)?.[1];
  return quote === undefined || to === undefined ? null : { where, from: quote, to };
};

const mendMissing = ({ message }: Finding): Mend | null => {
  const heading = /^The disputed item "(.*)" is not decided\.$/u.exec(message)?.[1];
  return heading === undefined ? null : { where: 'items', from: '', to: heading };
};

const mendItem = (finding: Finding, item: LetterItem, letter: Letter, sources: MendSources): Mend | null => {
  switch (finding.check) {
    case 19:
      return mendRemainder(item, finding.where);
    case 20:
      return mendForm(item, finding.where);
    case 21:
      return mendCount(finding);
    case 23:
      return mendEdition(finding, item, sources, letter);
    case 24:
      return mendReason(item, finding.where, sources);
    case 27:
      return { where: finding.where, from: item.decision, to: 'Upheld' };
    case 29:
      return mendClosing(item, finding, sources.suggestions);
    case 33:
      return mendOpioids(item, finding, letter, sources.suggestions);
    default:
      return null;
  }
};

/** The mend that a finding offers, or null where only the reviewer can tell. */
export const mendFinding = (finding: Finding, letter: Letter, sources: MendSources): Mend | null => {
  if (finding.check === 13) return mendMissing(finding);
  if (finding.check === 37) return mendRestated(finding, letter);
  if (finding.check === 39) return mendStyles(finding, letter, sources.latest);
  if (finding.check === 42) return mendIdentity(finding);
  const item = itemAt(letter, finding.where);
  return item === undefined ? null : mendItem(finding, item, letter, sources);
};
