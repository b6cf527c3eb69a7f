import { found, type Found } from '../../../shared/finding-kinds.ts';
import type { Treatment } from '../../../shared/treatment.ts';
import { ANY_CASE, itemPart, type CheckedItem, type CheckedLetter, type LetterCheck } from './check.ts';

/** Visits of each therapy for an injury of 2004 or later, unless the employer authorises more in writing (Labor Code 4604.5(c)). */
const CAP = 24;
const FIRST_DAY = '2004-01-01';

type Capped = 'physical therapy' | 'occupational therapy' | 'chiropractic care';
const CAPPED: readonly (readonly [Capped, RegExp])[] = [
  ['chiropractic care', /\bchiropract\w*|\bspinal manipulation\b/iu],
  ['occupational therapy', /\b(?:occupational|hand) therap\w*|\bOT\b/iu],
  ['physical therapy', /\bphysical therap\w*|\bphysical medicine\b|\bphysiotherap\w*|\baquatic therap\w*|\bPT\b/iu],
];

const cappedOf = ({ request }: CheckedItem): Capped | null =>
  CAPPED.find(([, words]) => words.test(request.request))?.[0] ?? null;

/** Care after an operation has a schedule of its own, and more than the cap may have been authorised in writing. */
const POSTSURGICAL =
  /\bpost-?\s?(?:op(?:erative(?:ly)?)?|surg\w+)\b|\b(?:after|following|since|status post|s\/p)\s+(?:the |his |her |an? )?(?:\w+\s){0,3}(?:surg\w+|operation|arthroscop\w+|repair|replacement|fusion|release|\w+ectomy|\w+plasty)\b|\bassociated surgical\b/iu;
const IN_WRITING = /\bin writing\b|\bwritten (?:authori[sz]ation|approval|agreement)\b/iu;

const isExcepted = ({ heading, rationale }: CheckedItem): boolean =>
  POSTSURGICAL.test(`${heading}\n${rationale}`) || IN_WRITING.test(rationale);

/** Sessions that the accepted facts document: the days with a note of their own, or as many as a record counts. */
const visitsOf = (treatments: readonly Treatment[], therapy: Capped): number =>
  treatments
    .filter(({ kind, name }) => kind === 'therapy' && CAPPED.find(([, words]) => words.test(name))?.[0] === therapy)
    .reduce((sum, { days, reported }) => sum + Math.max(days.length, reported?.count ?? 0), 0);

/** A rationale that rests on the cap. */
const RESTS_ON_CAP =
  /\b(?:24|twenty-?\s?four)\b[^.]{0,60}\b(?:cap|limit|maximum|statut\w+|allowed|permitted|labor code)\b|\b(?:cap|limit|maximum|statut\w+|labor code|4604\.5)\b[^.]{0,60}\b(?:24|twenty-?\s?four)\b|\bstatutory (?:cap|limit|maximum)\b|\bvisit cap\b/iu;

const ofItem = (item: CheckedItem, treatments: () => readonly Treatment[]): Found[] => {
  const therapy = cappedOf(item);
  if (therapy === null || isExcepted(item)) return [];
  const isGranted = item.decision === 'Overturned';
  if (!isGranted && !RESTS_ON_CAP.test(item.rationale)) return [];
  const asked = item.request.quantity;
  if (asked === null || (asked.unit !== 'sessions' && asked.unit !== 'any')) return [];
  const values = { therapy, had: visitsOf(treatments(), therapy), asked: asked.amount, cap: CAP };
  const isOver = values.had + values.asked > CAP;
  if (isGranted) return isOver ? [found('over-visit-cap', itemPart(item, 'heading'), values)] : [];
  return isOver ? [] : [found('under-visit-cap', itemPart(item, 'rationale'), values)];
};

const capped = ({ checkedItems, letter, context: { treatments } }: CheckedLetter): Found[] =>
  treatments === undefined || letter.header.dateOfInjury < FIRST_DAY
    ? []
    : checkedItems.flatMap((item) => ofItem(item, treatments));

export const visitCapChecks: readonly LetterCheck[] = [
  { name: 'visit-cap', needs: 'treatments', modes: ANY_CASE, run: capped },
];
