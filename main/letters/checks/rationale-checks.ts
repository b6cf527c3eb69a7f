import { Decision } from '../../../shared/item.ts';
import { areRelated } from './sided-parts.ts';
import { hasOpioid, hasOpioidParagraph } from '../items/opioids.ts';
import { doseDisagreements, partDisagreements, summaryDisagreements, type Disagreement } from './agreement.ts';
import {
  ANY_CASE,
  itemName,
  itemPart,
  type CheckedItem,
  type CheckedLetter,
  type LetterCheck,
  type Spot,
} from './check.ts';
import { findClosing, type Polarity } from './closing-polarity.ts';
import { findNegativeClaims, isDenied } from './negative-claims.ts';
import { countWords, quotedShare, readingGrade, sharedText } from './prose.ts';

/** What the rationale must say of the treatment for each decision on the denial (domain, section 1). */
export const EXPECTED_CLOSING: Readonly<Record<Decision, Polarity>> = {
  Upheld: 'not-necessary',
  Overturned: 'necessary',
};
const SAID: Readonly<Record<Polarity, string>> = {
  necessary: 'is medically necessary',
  'not-necessary': 'is not medically necessary',
};

const rationaleSpot = (item: CheckedItem, message: string, quote?: string): Spot => ({
  where: itemPart(item, 'rationale'),
  message,
  ...(quote === undefined ? {} : { quote }),
});

const contradictions = (item: CheckedItem): Spot[] => {
  const decision = Decision.safeParse(item.decision);
  const closing = findClosing(item.rationale);
  if (!decision.success || closing === null || closing.polarity === EXPECTED_CLOSING[decision.data]) return [];
  return [
    rationaleSpot(
      item,
      `The decision is ${decision.data}, but the rationale ends saying that the treatment ${SAID[closing.polarity]}.`,
      closing.sentence,
    ),
  ];
};

const told = (item: CheckedItem, { what, wanted, quote }: Disagreement): Spot =>
  rationaleSpot(
    item,
    `The ${what} of ${itemName(item).toLowerCase()} is ${wanted}; the rationale says otherwise.`,
    quote,
  );
const toldOfSummary = (item: CheckedItem, { what, wanted, quote }: Disagreement): Spot => ({
  where: itemPart(item, 'heading'),
  quote,
  message: `The ${what} of ${itemName(item).toLowerCase()} is ${wanted}; the summary says otherwise.`,
});

const isSide = ({ what }: Disagreement): boolean => what === 'side';

const opioidSpots = (item: CheckedItem): Spot[] => {
  const has = hasOpioidParagraph(item.rationale);
  const isOpioid = hasOpioid(item.request.drugs) && item.request.kind === 'drug';
  if (item.decision === 'Upheld' && isOpioid && !has && item.rationale.trim() !== '')
    return [
      rationaleSpot(item, 'An opioid is denied here without the paragraph that this is no advice to stop abruptly.'),
    ];
  if (has && (item.decision === 'Overturned' || !isOpioid))
    return [
      rationaleSpot(
        item,
        `The paragraph on stopping opioids stands here, but ${item.decision === 'Overturned' ? 'the item is Overturned' : 'the item is no opioid'}.`,
      ),
    ];
  return [];
};

/** From so many words on, and this share of them alike, two rationales are one text. */
const LONG_ENOUGH = 40;
const ALIKE = 0.9;

const areKin = (a: CheckedItem, b: CheckedItem): boolean =>
  a.parent === b.index ||
  b.parent === a.index ||
  (a.parent !== null && a.parent === b.parent) ||
  (a.request.kind === b.request.kind &&
    (a.request.bodyParts.length === 0 ||
      b.request.bodyParts.length === 0 ||
      a.request.bodyParts.some((part) => b.request.bodyParts.some((other) => areRelated(part, other)))));

const reused = (item: CheckedItem, { checkedItems, context: { earlierRationales = [] } }: CheckedLetter): Spot[] => {
  if (countWords(item.rationale) < LONG_ENOUGH) return [];
  const twin = checkedItems.find(
    (other) => other.index < item.index && !areKin(item, other) && sharedText(item.rationale, other.rationale) >= ALIKE,
  );
  const earlier = earlierRationales.find(({ text }) => sharedText(item.rationale, text) >= ALIKE);
  return [
    ...(twin === undefined
      ? []
      : [
          rationaleSpot(
            item,
            `The rationale is that of ${itemName(twin).toLowerCase()}, which asks for something else.`,
          ),
        ]),
    ...(earlier === undefined ? [] : [rationaleSpot(item, `The rationale is that of ${earlier.label}.`)]),
  ];
};

const MOSTLY = 0.7;
/** Words that speak of this worker or this file. */
const CASE_WORD =
  /\b(?:patient|worker|claimant|applicant|employee|individual|member|he|she|his|her|documentation|documented|records?|request(?:ed)?|submitted|provided|this case|here)\b/iu;

/** What somebody found, did or wrote down in this case. */
const CASE_FACT =
  /\d[-/]\d|\b(?:exam(?:ination|ined)?|report(?:s|ed)?|complain\w*|reveal\w*|show(?:s|ed|n)?|underwent|treated|completed|received|authorized|sessions?|visits?|findings?|symptoms?|notes?|records?|document\w*)\b/iu;

const pasted = (item: CheckedItem): Spot[] => {
  if (countWords(item.rationale) < LONG_ENOUGH) return [];
  const own = item.rationale.replace(/"[^"]*"|“[^”]*”/gu, '');
  return !CASE_FACT.test(own) && (quotedShare(item.rationale) > MOSTLY || !CASE_WORD.test(own))
    ? [rationaleSpot(item, 'The rationale is mostly the words of a guideline and tells no fact of the case.')]
    : [];
};

const MOST_NAMED = 5;

const contradictedClaims = (item: CheckedItem, { context: { findMentions } }: CheckedLetter): Spot[] =>
  findMentions === undefined
    ? []
    : findNegativeClaims(item.rationale).flatMap(({ term, sentence, isOfFact }) => {
        const mentions = findMentions(term).filter(({ before }) => !isOfFact || !isDenied(before));
        if (mentions.length === 0) return [];
        const named = mentions
          .slice(0, MOST_NAMED)
          .map(({ label }) => label)
          .join('; ');
        const more = mentions.length > MOST_NAMED ? ` and ${String(mentions.length - MOST_NAMED)} more` : '';
        return [
          {
            ...rationaleSpot(
              item,
              `The rationale says that "${term}" is not documented, but it is mentioned on ${named}${more}.`,
              sentence,
            ),
            places: mentions.map(({ span }) => span),
          },
        ];
      });

/** The grade from which on a text is hard even for one who has studied. */
const HARD_GRADE = 20;

export const rationaleChecks: readonly LetterCheck[] = [
  {
    number: 29,
    group: 'rationale',
    severity: 'block',
    title: 'The closing sentence agrees with the decision',
    run: ({ checkedItems }) => checkedItems.flatMap(contradictions),
  },
  {
    number: 30,
    group: 'rationale',
    severity: 'warn',
    title: 'Body part and side are those of the item',
    run: ({ checkedItems, letter: { summary } }) =>
      checkedItems.flatMap((item) => {
        const inRationale = partDisagreements(item).map((found) => told(item, found));
        return inRationale.length > 0
          ? inRationale
          : summaryDisagreements(item, summary)
              .filter(isSide)
              .map((found) => toldOfSummary(item, found));
      }),
  },
  {
    number: 31,
    group: 'rationale',
    severity: 'warn',
    title: 'Drug, strength and count are those of the item',
    run: ({ checkedItems, letter: { summary } }) =>
      checkedItems.flatMap((item) => {
        const inRationale = doseDisagreements(item).map((found) => told(item, found));
        return inRationale.length > 0
          ? inRationale
          : summaryDisagreements(item, summary)
              .filter((found) => !isSide(found))
              .map((found) => toldOfSummary(item, found));
      }),
  },
  {
    number: 32,
    group: 'rationale',
    needs: 'findMentions',
    severity: 'warn',
    title: 'What is said not to be documented is not in the file',
    modes: ANY_CASE,
    run: (letter) => letter.checkedItems.flatMap((item) => contradictedClaims(item, letter)),
  },
  {
    number: 33,
    group: 'rationale',
    severity: 'warn',
    title: 'The paragraph on opioids stands where it belongs',
    run: ({ checkedItems }) => checkedItems.flatMap(opioidSpots),
  },
  {
    number: 34,
    group: 'rationale',
    severity: 'warn',
    title: 'The rationale is written for its own item',
    run: (letter) => letter.checkedItems.flatMap((item) => reused(item, letter)),
  },
  {
    number: 35,
    group: 'rationale',
    severity: 'warn',
    title: 'The rationale tells facts of the case',
    run: ({ checkedItems }) => checkedItems.flatMap(pasted),
  },
  {
    number: 36,
    group: 'rationale',
    severity: 'info',
    title: 'The rationale can be read',
    run: ({ checkedItems }) =>
      checkedItems
        .filter(({ rationale }) => countWords(rationale) >= LONG_ENOUGH && readingGrade(rationale) > HARD_GRADE)
        .map((item) =>
          rationaleSpot(
            item,
            `The rationale asks for a reading level of grade ${readingGrade(item.rationale).toFixed(0)}; shorter sentences would help.`,
          ),
        ),
  },
];
