import { found, type Found, type FoundAs } from '../../../shared/finding-kinds.ts';
import { citedStanding, inItsPlace, isOfChapter } from '../../../shared/edition-standing.ts';
import { editionName, type GuidelineRow, type MtusCitation } from '../../../shared/guideline.ts';
import { foldSpace } from '../../../shared/letter.ts';
import type { FormDescription } from '../../../shared/letter-form.ts';
import { editionDays } from '../items/edition-days.ts';
import { saysItDepends } from '../items/dependence.ts';
import { formOf, namesYear } from '../letter-forms.ts';
import { statementWords } from '../statement-words.ts';
import { withoutOpioidParagraph } from './closing-polarity.ts';
import { itemPart, otherItem, type CheckedItem, type CheckedLetter, type LetterCheck } from './check.ts';

const isSectionOptional = (chapter: string, guidelines: readonly GuidelineRow[]): boolean =>
  guidelines.some((row) => isOfChapter(row, chapter) && row.sectionOptional);

/** The reviewer's statement of an item, with its words. */
const statementOf = (item: CheckedItem) => [itemPart(item, 'reviewerGuideline'), item.reviewerGuideline] as const;

const withoutChapter = (item: CheckedItem): Found => {
  const [part, words] = statementOf(item);
  return found('citation-without-chapter', part, {}, words);
};

/** The first thing that the form requires of a citation and that it lacks. */
const lackOf = (
  item: CheckedItem,
  { chapter, year, sections }: MtusCitation,
  { requires }: FormDescription['citation'],
  guidelines: readonly GuidelineRow[],
): Found[] => {
  const [part, words] = statementOf(item);
  if (requires.includes('chapter') && chapter.trim() === '') return [withoutChapter(item)];
  if (requires.includes('year') && !/^\d{4}$/u.test(year.trim()))
    return [found('citation-without-year', part, { chapter }, words)];
  return requires.includes('sections') && sections.trim() === '' && !isSectionOptional(chapter, guidelines)
    ? [found('citation-without-section', part, { chapter, year }, words)]
    : [];
};

/** The statement's MTUS citations; null where its words cite the MTUS in no way that the form knows. */
const citationsOf = ({ reviewer }: CheckedItem, form: FormDescription): readonly MtusCitation[] | null => {
  if (reviewer.form === 'mtus' || reviewer.form === 'mtus-and-other') return reviewer.mtus;
  return reviewer.form === 'typed' && statementWords(form, 'reviewer').citesMtus.test(reviewer.text) ? null : [];
};

const incomplete = (item: CheckedItem, { letter, context: { forms, guidelines } }: CheckedLetter): Found[] => {
  const [part, words] = statementOf(item);
  const form = formOf(forms, letter.form);
  const citations = citationsOf(item, form);
  if (citations === null) return [found('citation-out-of-form', part, { wants: form.citation.requires }, words)];
  if ((item.reviewer.form === 'mtus' || item.reviewer.form === 'mtus-and-other') && citations.length === 0)
    return [withoutChapter(item)];
  return citations.flatMap((citation) => lackOf(item, citation, form.citation, guidelines.rows));
};

type EditionFound = FoundAs<'unknown-chapter' | 'edition-not-in-force' | 'edition-not-known'>;

/** What there is to say of the editions that an item cites, by the days that count for it. */
const standings = (
  item: CheckedItem,
  { letter: { header, form }, context: { guidelines, today, forms, requested } }: CheckedLetter,
): EditionFound[] => {
  const days = editionDays(item.request, header, today, requested);
  const [part, words] = statementOf(item);
  return (citationsOf(item, formOf(forms, form)) ?? []).flatMap(({ chapter, year }): EditionFound[] => {
    if (chapter === '' || year === '') return [];
    const standing = citedStanding({ chapter, year }, guidelines, days);
    if (standing === null) return [found('unknown-chapter', part, { chapter }, words)];
    const { state, basis, day, why } = standing;
    if (state === 'in-force') return [];
    if (why !== null)
      return [
        found('edition-not-known', part, { chapter, year, why, basis, day, completeTo: guidelines.completeTo }, words),
      ];
    const instead = inItsPlace(chapter, guidelines, days);
    const current = instead.find((row) => isOfChapter(row, chapter))?.year ?? null;
    const others = current === null ? instead.map(editionName) : [];
    return [found('edition-not-in-force', part, { chapter, year, day, basis, current, others }, words)];
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

const unweighed = (item: CheckedItem, weighed: readonly number[]): Found[] => {
  if (item.reviewer.form !== 'mtus-and-other' || weighed.includes(item.index) || WEIGHED.test(item.rationale))
    return [];
  const words = COMPETING.map((pattern) => pattern.exec(item.rationale)?.[0]).find((found) => found !== undefined);
  return words === undefined ? [] : [found('unweighed-evidence', itemPart(item, 'rationale'), {}, words)];
};

const weakSources = (item: CheckedItem): Found[] => {
  const source = WEAK_SOURCE.exec(item.reviewerGuideline)?.[0];
  return source === undefined ? [] : [found('weak-source', itemPart(item, 'reviewerGuideline'), { source }, source)];
};

/** A dependent item whose decision or reason is not that of the item it depends on. */
const contraryToParent = (item: CheckedItem, { checkedItems }: CheckedLetter): Found[] => {
  const parent = item.parent === null ? undefined : checkedItems[item.parent];
  if (parent === undefined || parent.decision !== 'Upheld' || item.decision !== 'Overturned') return [];
  return [found('contrary-dependent', itemPart(item, 'decision'), { parent: otherItem(parent) })];
};

const editionFindings = (letter: CheckedLetter): EditionFound[] =>
  namesYear(formOf(letter.context.forms, letter.letter.form))
    ? letter.checkedItems.flatMap((item) => standings(item, letter))
    : [];

/** The first day of the decisions to which the standards apply as the MTUS sets forth (LC 4610.5(c)(2), SB 1160). */
const AS_THE_MTUS_SETS_FORTH = '2017-01-01';
const IN_ORDER_LISTED =
  /\b(?:in the order (?:listed|given)|(?:standards?|criteria)[^.;]{0,80}\b(?:ranked|order of priority|order listed)|(?:highest|higher|lower)[- ]rank(?:ed|ing) standards?|every higher[- ](?:ranked )?standard|relying on a lower[- ]ranked standard)\b/iu;

const oldStandard = (item: CheckedItem, { letter: { header }, context: { today } }: CheckedLetter): Found[] => {
  const date = header.decisionDate === '' ? today : header.decisionDate;
  const words = date < AS_THE_MTUS_SETS_FORTH ? undefined : IN_ORDER_LISTED.exec(item.rationale)?.[0];
  return words === undefined ? [] : [found('old-standard', itemPart(item, 'rationale'), { date }, words)];
};

export const citationChecks: readonly LetterCheck[] = [
  {
    name: 'standard-of-its-time',
    run: (letter) => letter.checkedItems.flatMap((item) => oldStandard(item, letter)),
  },
  {
    name: 'citation-complete',
    run: (letter) =>
      letter.checkedItems.flatMap((item) => (item.reviewerGuideline.trim() === '' ? [] : incomplete(item, letter))),
  },
  {
    name: 'edition-in-force',
    run: (letter) =>
      editionFindings(letter).filter(({ name }) => name === 'edition-not-in-force' || name === 'unknown-chapter'),
  },
  {
    name: 'edition-known',
    run: (letter) => editionFindings(letter).filter(({ name }) => name === 'edition-not-known'),
  },
  {
    name: 'outside-reason',
    run: ({ checkedItems, items = [] }) =>
      checkedItems
        .filter(
          ({ reviewer, rationale, index }) =>
            reviewer.form === 'other' && rationale.trim() !== '' && lacksReason(rationale, items[index]?.outsideReason),
        )
        .map((item) => found('missing-outside-reason', itemPart(item, 'rationale'), {})),
  },
  {
    name: 'evidence-weighed',
    run: ({ checkedItems, context: { weighedItems = [] } }) =>
      checkedItems.flatMap((item) => unweighed(item, weighedItems)),
  },
  {
    name: 'evidence-cited',
    run: ({ checkedItems }) =>
      checkedItems
        .filter((item) => item.reviewer.form === 'none' && item.parent === null && !saysItDepends(item))
        .map((item) => {
          const [part, words] = statementOf(item);
          return found('uncited-decision', part, {}, words);
        }),
  },
  {
    name: 'dependent-follows',
    run: (letter) => letter.checkedItems.flatMap((item) => contraryToParent(item, letter)),
  },
  {
    name: 'source-weight',
    run: ({ checkedItems }) => checkedItems.flatMap(weakSources),
  },
];
