import { found, type Found } from '../../../shared/finding-kinds.ts';
import { Decision } from '../../../shared/item.ts';
import { areRelated } from './sided-parts.ts';
import { hasOpioid, hasOpioidParagraph } from '../items/opioids.ts';
import { doseDisagreements, partDisagreements, summaryDisagreements, type Disagreement } from './agreement.ts';
import { itemPart, otherItem, type CheckedItem, type CheckedLetter, type LetterCheck } from './check.ts';
import { findClosing, type Polarity } from './closing-polarity.ts';
import { countWords, quotedShare, readingGrade, sharedText } from './prose.ts';

/** What the rationale must say of the treatment for each decision on the denial (domain, section 1). */
export const EXPECTED_CLOSING: Readonly<Record<Decision, Polarity>> = {
  Upheld: 'not-necessary',
  Overturned: 'necessary',
};

const contradictions = (item: CheckedItem): Found[] => {
  const decision = Decision.safeParse(item.decision);
  const closing = findClosing(item.rationale);
  if (!decision.success || closing === null || closing.polarity === EXPECTED_CLOSING[decision.data]) return [];
  return [
    found(
      'contrary-closing',
      itemPart(item, 'rationale'),
      { decision: decision.data, says: closing.polarity },
      closing.sentence,
    ),
  ];
};

/** What differs in the rationale stands there; what differs in the summary is a finding about the item's heading. */
const differing = (item: CheckedItem, where: 'rationale' | 'summary', { what, wanted, quote }: Disagreement): Found => {
  const part = itemPart(item, where === 'rationale' ? 'rationale' : 'heading');
  return what === 'body part' || what === 'side'
    ? found('body-part-differs', part, { what, wanted, in: where }, quote)
    : found('dose-differs', part, { what, wanted, in: where }, quote);
};

const isSide = ({ what }: Disagreement): boolean => what === 'side';

const opioidSpots = (item: CheckedItem): Found[] => {
  const has = hasOpioidParagraph(item.rationale);
  const isOpioid = hasOpioid(item.request.drugs) && item.request.kind === 'drug';
  if (item.decision === 'Upheld' && isOpioid && !has && item.rationale.trim() !== '')
    return [found('missing-opioid-paragraph', itemPart(item, 'rationale'), {})];
  if (has && (item.decision === 'Overturned' || !isOpioid))
    return [
      found('needless-opioid-paragraph', itemPart(item, 'rationale'), {
        because: item.decision === 'Overturned' ? 'overturned' : 'no-opioid',
      }),
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

const reused = (item: CheckedItem, { checkedItems, context: { earlierRationales = [] } }: CheckedLetter): Found[] => {
  if (countWords(item.rationale) < LONG_ENOUGH) return [];
  const twin = checkedItems.find(
    (other) => other.index < item.index && !areKin(item, other) && sharedText(item.rationale, other.rationale) >= ALIKE,
  );
  const earlier = earlierRationales.find(({ text }) => sharedText(item.rationale, text) >= ALIKE);
  return [
    ...(twin === undefined
      ? []
      : [found('rationale-of-other-item', itemPart(item, 'rationale'), { other: otherItem(twin) })]),
    ...(earlier === undefined
      ? []
      : [found('rationale-of-earlier-case', itemPart(item, 'rationale'), { earlier: earlier.label })]),
  ];
};

const MOSTLY = 0.7;
/** Words that speak of this worker or this file. */
const CASE_WORD =
  /\b(?:patient|worker|claimant|applicant|employee|individual|member|he|she|his|her|documentation|documented|records?|request(?:ed)?|submitted|provided|this case|here)\b/iu;

/** What somebody found, did or wrote down in this case. */
const CASE_FACT =
  /\d[-/]\d|\b(?:exam(?:ination|ined)?|report(?:s|ed)?|complain\w*|reveal\w*|show(?:s|ed|n)?|underwent|treated|completed|received|authorized|sessions?|visits?|findings?|symptoms?|notes?|records?|document\w*)\b/iu;

const pasted = (item: CheckedItem): Found[] => {
  if (countWords(item.rationale) < LONG_ENOUGH) return [];
  const own = item.rationale.replace(/"[^"]*"|“[^”]*”/gu, '');
  return !CASE_FACT.test(own) && (quotedShare(item.rationale) > MOSTLY || !CASE_WORD.test(own))
    ? [found('no-case-facts', itemPart(item, 'rationale'), {})]
    : [];
};

/** The grade from which on a text is hard even for one who has studied. */
const HARD_GRADE = 20;

export const rationaleChecks: readonly LetterCheck[] = [
  {
    name: 'closing-agrees',
    run: ({ checkedItems }) => checkedItems.flatMap(contradictions),
  },
  {
    name: 'body-part-agrees',
    run: ({ checkedItems, letter: { summary } }) =>
      checkedItems.flatMap((item) => {
        const inRationale = partDisagreements(item).map((one) => differing(item, 'rationale', one));
        return inRationale.length > 0
          ? inRationale
          : summaryDisagreements(item, summary)
              .filter(isSide)
              .map((one) => differing(item, 'summary', one));
      }),
  },
  {
    name: 'dose-agrees',
    run: ({ checkedItems, letter: { summary } }) =>
      checkedItems.flatMap((item) => {
        const inRationale = doseDisagreements(item).map((one) => differing(item, 'rationale', one));
        return inRationale.length > 0
          ? inRationale
          : summaryDisagreements(item, summary)
              .filter((one) => !isSide(one))
              .map((one) => differing(item, 'summary', one));
      }),
  },
  {
    name: 'opioid-paragraph',
    run: ({ checkedItems }) => checkedItems.flatMap(opioidSpots),
  },
  {
    name: 'own-rationale',
    run: (letter) => letter.checkedItems.flatMap((item) => reused(item, letter)),
  },
  {
    name: 'case-facts',
    run: ({ checkedItems }) => checkedItems.flatMap(pasted),
  },
  {
    name: 'reading-grade',
    run: ({ checkedItems }) =>
      checkedItems
        .filter(({ rationale }) => countWords(rationale) >= LONG_ENOUGH && readingGrade(rationale) > HARD_GRADE)
        .map((item) => found('hard-reading', itemPart(item, 'rationale'), { grade: readingGrade(item.rationale) })),
  },
];
