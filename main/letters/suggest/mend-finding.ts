import type { Mend } from '../../../shared/check.ts';
import type { Found, FoundAs } from '../../../shared/finding-kinds.ts';
import { Decision } from '../../../shared/item.ts';
import type { Letter, LetterItem } from '../../../shared/letter.ts';
import { fillFields } from '../fill-fields.ts';
import { computeRemaining } from '../items/compute-remaining.ts';
import { parsePartial, partialHeading } from '../items/partial-request.ts';
import { inStyleOf, unifyDates } from './mend-dates.ts';
import { inSentence, personWord, suggestClosing, suggestOpioidParagraph, type Suggestions } from './suggestions.ts';

/** What mends are made of besides the letter. */
export type MendSources = {
  readonly suggestions: Suggestions;
  /** The last day that a date in the letter may mean. */
  readonly latest: string;
  /** Why sources outside the MTUS are cited, by item. */
  readonly outsideReasons?: readonly string[];
};

/** The words `from` of the part become `to`; null where there are none. */
const rewrite = ({ part }: Found, from: string | undefined, to: string): Mend | null =>
  from === undefined || from === to ? null : { part, from, to };

const mendRemainder = (finding: Found, { heading }: LetterItem): Mend | null => {
  const partial = parsePartial(heading);
  const remaining = partial === null ? null : computeRemaining(partial.original, partial.authorised);
  return partial === null || remaining?.kind !== 'remaining'
    ? null
    : rewrite(finding, heading, partialHeading({ ...partial, remaining: remaining.text }));
};

const mendForm = (finding: Found, { heading }: LetterItem): Mend | null => {
  const partial = parsePartial(heading);
  return partial === null
    ? null
    : rewrite(finding, heading, partialHeading({ ...partial, form: 'original-request', remaining: partial.original }));
};

/** The count that frequency and duration come to, in place of the one that is stated in brackets. */
const mendCount = (finding: FoundAs<'miscounted'>): Mend | null => {
  const { quote = '', values } = finding;
  return rewrite(finding, quote, quote.replace(/\(\d+(?=[^)]*\))/u, `(${String(values.product)}`));
};

/** The edition in force of the chapter that the finding names, in place of the one that was not. */
const mendEdition = (
  finding: FoundAs<'edition-not-in-force'>,
  { reviewerGuideline }: LetterItem,
  { header }: Letter,
): Mend | null => {
  const { chapter, year, current } = finding.values;
  const from = `${chapter} ${year}`;
  return header.decisionDate === '' || current === null || !reviewerGuideline.includes(from)
    ? null
    : rewrite(finding, from, `${chapter} ${String(current)}`);
};

const mendClosing = (finding: Found, { heading, decision }: LetterItem, suggestions: Suggestions): Mend | null => {
  const word = Decision.safeParse(decision);
  return word.success ? rewrite(finding, finding.quote, suggestClosing(heading, word.data, suggestions)) : null;
};

/** The reason that the reviewer stated, or the usual one. */
const mendReason = (
  { part }: FoundAs<'missing-outside-reason'>,
  { heading }: LetterItem,
  {
    suggestions: {
      outsideReasons: [reason = ''],
    },
    outsideReasons = [],
  }: MendSources,
): Mend => {
  const stated = (outsideReasons[part.item] ?? '').trim();
  return { part, from: '', to: stated === '' ? fillFields(reason, { request: inSentence(heading) }) : stated };
};

const mendOpioids = ({ part }: Found, item: LetterItem, { summary }: Letter, suggestions: Suggestions): Mend | null => {
  const paragraph = suggestOpioidParagraph(item, personWord(summary), suggestions);
  return paragraph === null ? null : { part, from: '', to: paragraph };
};

const mendRestated = (finding: FoundAs<'restated-date-differs'>): Mend | null => {
  const { quote = '', values } = finding;
  const { written, date } = values;
  return quote.includes(written) ? rewrite(finding, quote, quote.replace(written, inStyleOf(written, date))) : null;
};

const itemOf = ({ part }: Found, { items }: Letter): LetterItem | undefined =>
  part.kind === 'item' ? items[part.item] : undefined;

const mendItem = (finding: Found, item: LetterItem, letter: Letter, sources: MendSources): Mend | null => {
  switch (finding.name) {
    case 'wrong-remainder':
      return mendRemainder(finding, item);
    case 'units-differ':
      return mendForm(finding, item);
    case 'miscounted':
      return mendCount(finding);
    case 'edition-not-in-force':
      return mendEdition(finding, item, letter);
    case 'missing-outside-reason':
      return mendReason(finding, item, sources);
    case 'contrary-dependent':
      return rewrite(finding, item.decision, 'Upheld');
    case 'contrary-closing':
      return mendClosing(finding, item, sources.suggestions);
    case 'missing-opioid-paragraph':
      return mendOpioids(finding, item, letter, sources.suggestions);
    default:
      return null;
  }
};

/** The mend that a finding offers, or null where only the reviewer can tell. */
export const mendFinding = (finding: Found, letter: Letter, sources: MendSources): Mend | null => {
  switch (finding.name) {
    case 'undecided-request':
      return { part: { kind: 'items' }, from: '', to: finding.values.request };
    case 'restated-date-differs':
      return mendRestated(finding);
    case 'uneven-words':
      return finding.values.what === 'date styles'
        ? rewrite(finding, letter.summary, unifyDates(letter.summary, sources.latest))
        : null;
    case 'person-identified':
      return finding.values.instead === '' ? null : rewrite(finding, finding.quote, finding.values.instead);
    default: {
      const item = itemOf(finding, letter);
      return item === undefined ? null : mendItem(finding, item, letter, sources);
    }
  }
};
