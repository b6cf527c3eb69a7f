import { z } from 'zod';
import type { CheckName } from './check-list.ts';
import { DriftKind } from './drift.ts';
import { UNKNOWNS } from './edition-standing.ts';
import { Decision, ServiceKind } from './item.ts';
import { CitationPart } from './letter-form.ts';
import { HEADER_NAMES, type Part, type PartKind } from './part.ts';
import { DayDate, PartialDate } from './partial-date.ts';
import { Credential } from './settings.ts';
import type { TextSpan } from './span.ts';

const text = z.string();
const count = z.number();
const headerName = z.enum(HEADER_NAMES);
const editionBasis = z.enum(['service', 'decision', 'request', 'denial']);

/** Another item of the letter, counted from 0. In the id of a finding it stands by its own id, wherever it moves. */
export const OtherItem = z.strictObject({ item: z.int().min(0) });
export type OtherItem = z.infer<typeof OtherItem>;

/** A value of a finding. */
export type FindingValue = string | number | boolean | null | readonly string[] | OtherItem;

const kind = <const Kind extends PartKind, Shape extends z.ZodRawShape>(
  check: CheckName,
  parts: readonly Kind[],
  shape: Shape,
  passing: readonly (keyof Shape)[] = [],
) => ({ check, parts, values: z.strictObject(shape), passing: passing as readonly string[] });

/** Parts that hold words. */
const WRITTEN = ['header-value', 'reviewer-value', 'summary', 'item', 'letter'] as const;
const RATIONALE_OR_SUMMARY = z.enum(['rationale', 'summary']);

/**
 * Everything that a check can find, by name: the check that finds it, the parts of the letter that it can concern, and
 * its values. `passing` are values that may change while the finding stays the same one: they are no part of its id.
 */
export const FINDING_KINDS = {
  'malformed-case-number': kind('case-number', ['header-value'], { caseNumber: text }),
  'missing-header': kind('header-values', ['header'], {}),
  'missing-header-value': kind('header-values', ['header-value'], {}),
  'date-before-earlier': kind('date-order', ['header-value'], { date: DayDate, before: headerName, other: DayDate }),
  'unknown-priority': kind('priority', ['header-value'], { priority: text }),
  /** `isDecided`: the decision has its date, and came after the due one. */
  overdue: kind('due-date', ['header-value'], { due: DayDate, days: count, isDecided: z.boolean() }, ['days']),
  'due-soon': kind('due-date', ['header-value'], { due: DayDate, days: count }, ['days']),
  'decision-on-weekend': kind('weekend', ['header-value'], { date: DayDate, day: z.enum(['Saturday', 'Sunday']) }),
  'late-application': kind('application-in-time', ['header-value'], { days: count, allowed: count }),

  'missing-credential': kind('credentials', ['reviewer-value'], { what: z.enum(['licensure', 'specialty']) }),
  'item-outside-specialty': kind('specialty-fits', ['reviewer-value'], {
    item: OtherItem,
    service: ServiceKind,
    specialty: text,
  }),
  'not-attested': kind('attestation', ['reviewer'], {}),
  'expired-credential': kind('credentials-current', ['reviewer-value'], {
    credential: Credential.shape.kind,
    held: text,
    expires: DayDate,
  }),
  'reviewer-named': kind('reviewer-unnamed', WRITTEN, { words: text }),

  'no-items': kind('items-decided', ['letter'], {}),
  'repeated-item': kind('items-decided', ['item'], { first: OtherItem }),
  'undecided-request': kind('items-decided', ['letter'], { request: text }),
  'missing-item-part': kind('item-parts', ['item'], {}),
  'missing-decision': kind('decision-words', ['item'], {}),
  'unknown-decision': kind('decision-words', ['item'], { decision: text }),
  'contrary-result': kind('letter-result', ['letter'], { stated: text, result: text }),
  'no-documents': kind('documents-reviewed', ['letter'], {}),
  'review-alone': kind('not-review-alone', ['letter'], {}),

  'wrong-remainder': kind('remainder', ['item'], { original: count, authorised: count, rest: count, stated: count }),
  'units-differ': kind('units-agree', ['item'], {}),
  'request-differs': kind('request-agrees', ['item'], {
    what: z.enum(['drug', 'strength']),
    words: text,
    original: text,
  }),
  miscounted: kind('request-agrees', ['item'], { product: count, stated: count }),

  'citation-without-chapter': kind('citation-complete', ['item'], {}),
  'citation-without-year': kind('citation-complete', ['item'], { chapter: text }),
  'citation-without-section': kind('citation-complete', ['item'], { chapter: text, year: text }),
  /** The words cite the MTUS, but not as the form does; `wants` is what the form's citations give. */
  'citation-out-of-form': kind('citation-complete', ['item'], { wants: z.array(CitationPart) }),
  'unknown-chapter': kind('edition-in-force', ['item'], { chapter: text }),
  'edition-not-in-force': kind(
    'edition-in-force',
    ['item'],
    {
      chapter: text,
      year: text,
      day: DayDate,
      /** What day that is. */
      basis: editionBasis,
      /** The year of the same chapter's edition that was in force; `others`: what stood in its place where none was. */
      current: count.nullable(),
      others: z.array(text),
    },
    ['day', 'basis', 'others'],
  ),
  'edition-not-known': kind(
    'edition-known',
    ['item'],
    { chapter: text, year: text, day: DayDate, basis: editionBasis, why: z.enum(UNKNOWNS), completeTo: DayDate },
    ['day', 'basis', 'completeTo'],
  ),
  'old-standard': kind('standard-of-its-time', ['item'], { date: DayDate }),
  'missing-outside-reason': kind('outside-reason', ['item'], {}),
  'unweighed-evidence': kind('evidence-weighed', ['item'], {}),
  'uncited-decision': kind('evidence-cited', ['item'], {}),
  'contrary-dependent': kind('dependent-follows', ['item'], { parent: OtherItem }),
  'weak-source': kind('source-weight', ['item'], { source: text }),

  'contrary-closing': kind('closing-agrees', ['item'], {
    decision: Decision,
    says: z.enum(['necessary', 'not-necessary']),
  }),
  'body-part-differs': kind('body-part-agrees', ['item'], {
    what: z.enum(['body part', 'side']),
    wanted: text,
    in: RATIONALE_OR_SUMMARY,
  }),
  'dose-differs': kind('dose-agrees', ['item'], {
    what: z.enum(['drug', 'strength', 'count']),
    wanted: text,
    in: RATIONALE_OR_SUMMARY,
  }),
  /** `pages` as a list names them; which they are is told by the finding's places. */
  'contradicted-absence': kind('absence-holds', ['item'], { term: text, pages: z.array(text) }, ['pages']),
  /** The sentence of the denial; `absent`: what else it names and no page holds; `unread`: pages not relied on for that. */
  'contradicted-denial': kind(
    'absence-holds',
    ['letter'],
    { sentence: text, term: text, page: text, pages: z.array(text), absent: z.array(text), unread: z.array(text) },
    ['page', 'pages', 'absent', 'unread'],
  ),
  'unproven-absence': kind('absence-holds', ['item'], { terms: z.array(text), unread: z.array(text) }, ['unread']),
  /** A negative search that is kept as evidence is older than the pages; `pages`: those that hold its term by now. */
  'outdated-search': kind('absence-holds', ['item'], { term: text, day: DayDate, pages: z.array(text) }, [
    'day',
    'pages',
  ]),
  'missing-opioid-paragraph': kind('opioid-paragraph', ['item'], {}),
  'needless-opioid-paragraph': kind('opioid-paragraph', ['item'], { because: z.enum(['overturned', 'no-opioid']) }),
  'rationale-of-other-item': kind('own-rationale', ['item'], { other: OtherItem }),
  'rationale-of-earlier-case': kind('own-rationale', ['item'], { earlier: text }),
  'no-case-facts': kind('case-facts', ['item'], {}),
  'wrong-standard': kind('right-standard', ['item'], { words: text }),
  'beyond-power': kind('within-power', ['item'], {
    what: z.enum(['causation', 'liability', 'timeliness']),
    words: text,
  }),
  'formulary-only': kind('formulary-ground', ['item'], {}),
  /** `in`: the rationale, or what the application and the denial name. */
  'level-differs': kind('level-agrees', ['item'], { wanted: text, named: text, in: z.enum(['rationale', 'request']) }),
  'over-visit-cap': kind('visit-cap', ['item'], { therapy: text, had: count, asked: count, cap: count }, ['had']),
  'under-visit-cap': kind('visit-cap', ['item'], { therapy: text, had: count, asked: count, cap: count }, ['had']),
  'unseen-determination': kind('earlier-determination', ['item'], { label: text, words: text }, ['words']),
  'unheard-evaluator': kind('evaluators-heard', ['letter'], { label: text }),
  /** `page` tells of a report that the case file does not hold. */
  'missing-evaluator-report': kind('evaluators-heard', ['letter'], { page: text }),
  'several-requesters': kind('one-requester', ['letter'], { physicians: z.array(text) }),
  'hard-reading': kind('reading-grade', ['item'], { grade: count }, ['grade']),

  'restated-date-differs': kind('dates-restated', ['summary'], {
    written: text,
    header: z.enum(['dateOfInjury', 'urDenialDate']),
    date: DayDate,
  }),
  'impossible-date': kind('dates-possible', ['summary'], { written: text }),
  'date-after-decision': kind('dates-possible', ['summary'], { written: text, decision: PartialDate }, ['decision']),
  'date-before-birth': kind('dates-possible', ['summary'], { written: text }),
  'date-after-application': kind('dates-possible', ['summary'], { written: text, received: DayDate }),
  'uneven-words': kind('even-words', ['summary'], {
    what: z.enum(['ages', 'sexes', 'words for the person', 'date styles']),
    used: z.array(text),
  }),
  'date-without-page': kind('pages-cited', ['summary'], {}),
  /** `offered`: what the timeline says in place of the sentence; empty where it says nothing any more. */
  'sentence-behind-timeline': kind('pages-cited', ['summary'], { offered: text }),
  /** The words from `at` on differ from the sources; `says`: what these have in their place, empty where nothing. */
  'sentence-differs': kind('pages-cited', ['summary'], { what: DriftKind, words: text, says: text, at: count }, ['at']),
  /** The same of a sentence of a rationale and the evidence it speaks of. */
  'rationale-differs': kind('pages-cited', ['item'], { what: DriftKind, words: text, says: text, at: count }, ['at']),
  'uncited-records': kind('pages-cited', ['summary'], { records: z.array(text) }),

  'unfilled-blank': kind('blanks-filled', WRITTEN, { blank: text }),
  'missing-name': kind('blanks-filled', ['reviewer-value'], { what: z.enum(['organisation', 'guidelineLabel']) }),
  'statement-without-citation': kind('blanks-filled', ['item'], { side: z.enum(['claims', 'reviewer']) }),
  /** `instead` is empty where the words are to be left out. */
  'person-identified': kind('nobody-identified', WRITTEN, {
    words: text,
    what: z.enum(['name', 'number', 'address', 'birth-date']),
    instead: text,
  }),
  'metadata-given': kind('metadata-empty', ['letter'], { field: text }),
  'unknown-word': kind('spelling', WRITTEN, { word: text }),
  'more-unknown-words': kind('spelling', ['letter'], { count }),
  'changed-section': kind('form-unchanged', ['letter'], { heading: text, words: text }),
  'changed-lead-in': kind('form-unchanged', ['letter'], { heading: text }),
  'missing-heading': kind('form-unchanged', ['letter'], { heading: text }),
  'cut-off': kind('form-unchanged', ['letter'], {}),
};

type Kinds = typeof FINDING_KINDS;
export type FindingName = keyof Kinds;

/** The part of the letter that findings of a name concern, and their values. */
export type PartOf<Name extends FindingName> = Extract<Part, { readonly kind: Kinds[Name]['parts'][number] }>;
export type ValuesOf<Name extends FindingName> = z.infer<Kinds[Name]['values']>;

type Shape<Name extends FindingName> = {
  readonly name: Name;
  readonly part: PartOf<Name>;
  readonly values: ValuesOf<Name>;
  readonly quote?: string | undefined;
  readonly places?: TextSpan[] | undefined;
};
/** What a check found, as data: `quote` are the words in the part, `places` words of the case file it points at. */
export type FoundAs<Name extends FindingName> = { [One in Name]: Shape<One> }[Name];
export type Found = FoundAs<FindingName>;

/** A finding of this name; `quote` is left out where there are no words. */
export const found = <Name extends FindingName>(
  name: Name,
  part: NoInfer<PartOf<Name>>,
  values: NoInfer<ValuesOf<Name>>,
  quote?: string,
): Shape<Name> => ({ name, part, values, ...(quote !== undefined && { quote }) });
