import type { GuidelineRow, MtusCitation } from '../../../shared/guideline.ts';
import { foldSpace } from '../../../shared/letter.ts';
import { usDate } from '../../../shared/partial-date.ts';
import { guidelinesInForce } from '../guidelines-in-force.ts';
import { saysItDepends } from '../items/dependence.ts';
import { withoutOpioidParagraph } from './closing-polarity.ts';
import { itemName, itemPart, type CheckedItem, type CheckedLetter, type LetterCheck, type Spot } from './check.ts';

const isSectionOptional = (chapter: string, guidelines: readonly GuidelineRow[]): boolean =>
  guidelines.some((row) => row.chapter === chapter && row.sectionOptional);

const lacksIn2016 = ({ chapter, year, sections }: MtusCitation, guidelines: readonly GuidelineRow[]): string | null => {
  if (chapter.trim() === '') return 'names no chapter';
  if (!/^\d{4}$/u.test(year.trim())) return `names no year for "${chapter}"`;
  return sections.trim() === '' && !isSectionOptional(chapter, guidelines)
    ? `names no section of "${chapter} ${year}"`
    : null;
};

/** The statement's MTUS citations; null where its words cite the MTUS in no way that the form knows. */
const citationsOf = ({ reviewer }: CheckedItem): readonly MtusCitation[] | null => {
  if (reviewer.form === 'mtus' || reviewer.form === 'mtus-and-other') return reviewer.mtus;
  return reviewer.form === 'typed' && /\bbased on (?:the )?MTUS\b/u.test(reviewer.text) ? null : [];
};

const reviewerSpot = (item: CheckedItem, message: string): Spot => ({
  where: itemPart(item, 'reviewerGuideline'),
  quote: item.reviewerGuideline,
  message,
});

const incomplete = (item: CheckedItem, { letter: { form }, context: { guidelines } }: CheckedLetter): Spot[] => {
  const spot = (what: string): Spot => reviewerSpot(item, `The reviewer's MTUS citation ${what}.`);
  const citations = citationsOf(item);
  if (citations === null)
    return [
      spot(
        form === '2016'
          ? 'does not give chapter, year and section as the form does'
          : 'does not give its chapter as the form does',
      ),
    ];
  if ((item.reviewer.form === 'mtus' || item.reviewer.form === 'mtus-and-other') && citations.length === 0)
    return [spot('names no chapter')];
  return citations.flatMap((citation) => {
    const lack =
      form === '2016' ? lacksIn2016(citation, guidelines) : citation.chapter.trim() === '' ? 'names no chapter' : null;
    return lack === null ? [] : [spot(lack)];
  });
};

const superseded = (
  item: CheckedItem,
  { letter: { header }, context: { guidelines, today } }: CheckedLetter,
): Spot[] => {
  const day = header.decisionDate === '' ? today : header.decisionDate;
  const inForce = guidelinesInForce(guidelines, day);
  return (citationsOf(item) ?? []).flatMap(({ chapter, year }) => {
    const known = guidelines.filter((row) => row.chapter === chapter);
    if (chapter === '' || year === '' || inForce.some((row) => row.chapter === chapter && String(row.year) === year))
      return [];
    const current = inForce.find((row) => row.chapter === chapter);
    const instead = current === undefined ? '' : `; ${chapter} ${String(current.year)} was`;
    return [
      reviewerSpot(
        item,
        known.length === 0
          ? `"${chapter}" is no chapter of the guideline table.`
          : `${chapter} ${year} was not in force on ${usDate(day)}${instead}.`,
      ),
    ];
  });
};

/** The MTUS is silent, or its presumption is challenged (8 CCR 9792.21.1). */
const REASON =
  /\b(?:MTUS|ACOEM|chronic pain (?:medical treatment )?guidelines?)\b[^.]{0,160}?\b(?:not|n't|silent|no|nor|neither|lacks?|fails?|absent|insufficient|outside)\b|\b(?:not|no|nor|neither|silent|outside|absent)\b[^.]{0,120}\b(?:MTUS|ACOEM)\b|\bpresumption\b|\b(?:alternative|other|additional) (?:guidelines?|sources?|references?)\b|\bMTUS\b[^.]{0,60}\bdefer/iu;

/**
 * Whether a rationale does not say yet why the MTUS does not apply: in the words of `reason` where that is stated, or
 * in any that are usual.
 */
export const lacksReason = (rationale: string, reason = ''): boolean =>
  !REASON.test(withoutOpioidParagraph(rationale)) &&
  (foldSpace(reason) === '' || !foldSpace(rationale).includes(foldSpace(reason)));

const WEAK_SOURCE =
  /\b(?:slideshare|slideplayer|prezi\.com|facebook|twitter\.com|youtube|reddit|linkedin|pinterest|quora|wikipedia|wikihow|blogspot|wordpress\.com|tumblr|instagram|tiktok|ehow|webmd|aetna|cigna|anthem|blue\s?cross|bcbs|united\s?healthcare|uhc\w*|humana|centene|molina)(?![a-z])/iu;

const WEIGHED =
  /\b(?:strength of (?:the )?evidence|level of evidence|higher quality|better evidence|randomi[sz]ed|systematic review|meta-analys\w+|weigh(?:ed|ing|t)?|outweigh\w*|more recent|presumptively correct|takes? precedence|hierarchy)\b/iu;
const AGAINST = '(?:not recommend\\w*|do(?:es)? not (?:recommend|support)|against|insufficient evidence)';
const FOR = '(?<!not )(?<!not been )(?:recommends?|recommended|supports?|supported|allows?)';
const MTUS_WORDS = '\\b(?:MTUS|ACOEM)\\b[^.]{0,140}?';
const ODG_WORDS = '\\b(?:ODG|Official Disability Guidelines?)\\b[^.]{0,140}?';
/** One source for and the other against, in one or two sentences. */
const COMPETING = [
  new RegExp(
    `${MTUS_WORDS}${AGAINST}[^.]*[.,;]\\s+(?:however|but|while|whereas|although|in contrast|by contrast|conversely)[^.]{0,60}${ODG_WORDS}${FOR}`,
    'iu',
  ),
  new RegExp(
    `${MTUS_WORDS}${FOR}[^.]*[.,;]\\s+(?:however|but|while|whereas|although|in contrast|by contrast|conversely)[^.]{0,60}${ODG_WORDS}${AGAINST}`,
    'iu',
  ),
  /\b(?:guidelines?|recommendations?) (?:conflict|compete|disagree|differ)\b|\b(?:conflicting|competing) (?:guidelines?|recommendations?)\b/iu,
];

const unweighed = (item: CheckedItem, weighed: readonly number[]): Spot[] => {
  if (item.reviewer.form !== 'mtus-and-other' || weighed.includes(item.index) || WEIGHED.test(item.rationale))
    return [];
  const words = COMPETING.map((pattern) => pattern.exec(item.rationale)?.[0]).find((found) => found !== undefined);
  return words === undefined
    ? []
    : [
        {
          where: itemPart(item, 'rationale'),
          quote: words,
          message:
            'Two recommendations compete here, and the rationale does not weigh their evidence (8 CCR 9792.25.1).',
        },
      ];
};

const weakSources = (item: CheckedItem): Spot[] => {
  const quote = WEAK_SOURCE.exec(item.reviewerGuideline)?.[0];
  return quote === undefined
    ? []
    : [
        {
          where: itemPart(item, 'reviewerGuideline'),
          quote,
          message: `"${quote}" is a weak source for a medical recommendation.`,
        },
      ];
};

/** A dependent item whose decision or reason is not that of the item it depends on. */
const astray = (item: CheckedItem, { checkedItems }: CheckedLetter): Spot[] => {
  const parent = item.parent === null ? undefined : checkedItems[item.parent];
  if (parent === undefined || parent.decision !== 'Upheld' || item.decision !== 'Overturned') return [];
  return [
    {
      where: itemPart(item, 'decision'),
      message: `${itemName(item)} is Overturned, but ${itemName(parent).toLowerCase()}, on which it depends, is Upheld.`,
    },
  ];
};

export const citationChecks: readonly LetterCheck[] = [
  {
    number: 22,
    group: 'citation',
    severity: 'block',
    title: "The reviewer's MTUS citation is complete",
    run: (letter) =>
      letter.checkedItems.flatMap((item) => (item.reviewerGuideline.trim() === '' ? [] : incomplete(item, letter))),
  },
  {
    number: 23,
    group: 'citation',
    severity: 'warn',
    title: 'The edition cited was in force on the decision date',
    run: (letter) =>
      letter.letter.form === '2014' ? [] : letter.checkedItems.flatMap((item) => superseded(item, letter)),
  },
  {
    number: 24,
    group: 'citation',
    severity: 'warn',
    title: 'A citation outside the MTUS gives its reason',
    run: ({ checkedItems, items = [] }) =>
      checkedItems
        .filter(
          ({ reviewer, rationale, index }) =>
            reviewer.form === 'other' && rationale.trim() !== '' && lacksReason(rationale, items[index]?.outsideReason),
        )
        .map((item) => ({
          where: itemPart(item, 'rationale'),
          message:
            'The decision rests on sources outside the MTUS, and the rationale does not say why the MTUS does not apply (8 CCR 9792.21.1).',
        })),
  },
  {
    number: 25,
    group: 'citation',
    severity: 'warn',
    title: 'Competing recommendations are weighed',
    run: ({ checkedItems, context: { weighedItems = [] } }) =>
      checkedItems.flatMap((item) => unweighed(item, weighedItems)),
  },
  {
    number: 26,
    group: 'citation',
    severity: 'block',
    title: '"Did not cite" stands only on an item that depends on another',
    run: ({ checkedItems }) =>
      checkedItems
        .filter((item) => item.reviewer.form === 'none' && item.parent === null && !saysItDepends(item))
        .map((item) =>
          reviewerSpot(
            item,
            `${itemName(item)} depends on no other item, so the reviewer must cite the evidence for its decision.`,
          ),
        ),
  },
  {
    number: 27,
    group: 'citation',
    severity: 'block',
    title: 'A dependent item follows the one it depends on',
    run: (letter) => letter.checkedItems.flatMap((item) => astray(item, letter)),
  },
  {
    number: 28,
    group: 'citation',
    severity: 'warn',
    title: 'The sources cited carry weight',
    run: ({ checkedItems }) => checkedItems.flatMap(weakSources),
  },
];
