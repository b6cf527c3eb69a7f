import type { CheckName } from '../../../shared/check-list.ts';
import type { Found, OtherItem } from '../../../shared/finding-kinds.ts';
import type { GuidelineTable, Statement } from '../../../shared/guideline.ts';
import type { Item } from '../../../shared/item.ts';
import type { Letter, LetterItem } from '../../../shared/letter.ts';
import type { ItemPart } from '../../../shared/part.ts';
import type { PartialDate } from '../../../shared/partial-date.ts';
import type { RecordKind } from '../../../shared/record.ts';
import type { Settings } from '../../../shared/settings.ts';
import type { TextSpan } from '../../../shared/span.ts';
import type { Treatment } from '../../../shared/treatment.ts';
import type { Drift } from '../../../shared/drift.ts';
import type { Sentence } from '../../../shared/summary.ts';
import type { ItemHeading } from '../items/parse-item-heading.ts';
import type { LetterForms } from '../letter-forms.ts';
import type { LetterNote } from '../read/letter-notes.ts';
import type { NegativeClaim } from './negative-claims.ts';

/** `letter-alone`: nothing but a letter is known. `published-case`: a case made by taking a published letter apart. */
export type CheckMode = 'case' | 'published-case' | 'letter-alone';

/**
 * A record as far as the checks care: what it is, as a list names it, and whether a sentence of the letter cites it.
 */
export type CheckedRecord = { readonly kind: RecordKind; readonly label: string; readonly isCited: boolean };

/**
 * A sentence of the summary as far as the checks care. `offered`: what the timeline says in its place, null where it
 * follows it; `drift`: its words that its sources do not bear out. Both are left out where nobody looked.
 */
export type CheckedSentence = Pick<Sentence, 'text' | 'sources'> & {
  readonly offered?: string | null;
  readonly drift?: readonly Drift[];
};

/**
 * Something in the case file that tells who the worker or a clinician is, and what to write instead of it; empty where
 * it is to be left out.
 */
export type Identity = {
  readonly kind: 'name' | 'number' | 'address' | 'birth-date';
  readonly text: string;
  readonly instead: string;
};

/**
 * A place in the case file that mentions a term; `label` names the page to a reader, `before` is its sentence up to the
 * term and `after` what follows it. `isRequest`: the record only asks for what it names.
 */
export type Mention = {
  readonly label: string;
  readonly before: string;
  readonly after?: string;
  readonly isRequest?: boolean;
  readonly span: TextSpan;
};

/** A sentence of the utilization review that says that something is not documented. */
export type DenialClaim = NegativeClaim & { readonly label: string; readonly span: TextSpan };

/**
 * A negative search that is evidence of an item, by the item's number from 0. `known`: its name in the list of terms;
 * `day`: when it was run. `isOutdated`: pages have changed since; `pages` are those that hold its term by now.
 */
export type KeptSearch = {
  readonly item: number;
  readonly words: string;
  readonly known: string | null;
  readonly day: PartialDate;
  readonly isOutdated: boolean;
  readonly pages: readonly string[];
};

/** What the checks know besides the letter. Whatever is left out is not known, and its checks stay silent. */
export type CheckContext = {
  /** The day of the check, `YYYY-MM-DD`. */
  readonly today: string;
  readonly settings: Settings;
  readonly guidelines: GuidelineTable;
  /** The day of the request for authorization, where the case file has one. */
  readonly requested?: string;
  readonly forms: LetterForms;
  /** The last day for the decision; empty where the clock does not run yet. */
  readonly due?: string;
  /** Within how many days of the denial the application was to come; 30 where nothing is known of it. */
  readonly daysToApply?: number;
  /** Whether the reviewer attested to have no conflict of interest. */
  readonly attested?: boolean;
  /** The items that the application and the utilization review name. */
  readonly disputedItems?: readonly string[];
  /** The result for the letter as a whole where one is stated, as on a cover page. */
  readonly statedResult?: LetterResult;
  readonly records?: readonly CheckedRecord[];
  /** The sentences of the summary with their sources. */
  readonly sentences?: readonly CheckedSentence[];
  /** The sentences of each item's rationale with its evidence, by number of the item. */
  readonly rationales?: readonly (readonly CheckedSentence[])[];
  readonly birthDate?: PartialDate;
  /** The places of the case file that mention a term, one a page; a term of the list by all its wordings. */
  readonly findMentions?: (term: string) => readonly Mention[];
  /** What the utilization review says is not documented, in the order of its pages. */
  readonly denialClaims?: readonly DenialClaim[];
  /** The negative searches that are kept as evidence of items. */
  readonly keptSearches?: readonly KeptSearch[];
  /** The treatments that the accepted facts document, gathered when they are asked for. */
  readonly treatments?: () => readonly Treatment[];
  /** Earlier determinations in the case file; `isCited`: a sentence or an item's evidence cites one. */
  readonly earlierDeterminations?: readonly {
    readonly label: string;
    readonly text: string;
    readonly span: TextSpan;
    readonly isCited: boolean;
  }[];
  /** Who asked for authorization, as the requests in the case file are signed. */
  readonly requesters?: readonly string[];
  /** The pages that no search can answer for: without words, or read with low confidence. */
  readonly pagesNotReliedOn?: readonly string[];
  /**
   * The numbers (from 0) of the items whose competing recommendations were weighed in a worksheet (8 CCR 9792.25.1).
   */
  readonly weighedItems?: readonly number[];
  /** Rationales of the reviewer's other cases, by a name for each. */
  readonly earlierRationales?: readonly { readonly label: string; readonly text: string }[];
  readonly identities?: readonly Identity[];
  readonly isKnownWord?: (word: string) => boolean;
  /** What the metadata of the written file says, by name. */
  readonly metadata?: Readonly<Record<string, string>>;
};

export type CheckInput = {
  readonly letter: Letter;
  /** The items behind the letter's, in the same order, where it was composed from a case. */
  readonly items?: readonly Item[];
  readonly mode: CheckMode;
  readonly context: CheckContext;
  /** What reading the letter had to say of it, where it was read from a text. */
  readonly notes?: readonly LetterNote[];
};

/** The result for the letter as a whole; partly each way only where items differ (domain, section 1). */
export type LetterResult = 'Upheld' | 'Overturned' | 'Partial';

/** An item with its heading and statements taken apart. */
export type CheckedItem = LetterItem & {
  readonly index: number;
  readonly request: ItemHeading;
  readonly claims: Statement;
  readonly reviewer: Statement;
  /** The item it stands or falls with, by number from 0: as stated in the case, or as its words tell. */
  readonly parent: number | null;
};

/**
 * The letter as the checks see it: parsed once for all of them. `latest` is the last day that a date in it may mean.
 */
export type CheckedLetter = CheckInput & {
  readonly checkedItems: readonly CheckedItem[];
  readonly latest: PartialDate;
};

/** One letter check of the list of checks (`CHECK_LIST`), and what it looks at. */
export type LetterCheck = {
  readonly name: CheckName;
  /** The modes it answers in; in all where left out. */
  readonly modes?: readonly CheckMode[];
  /** What it cannot do without; it stays silent while that is not known. */
  readonly needs?: keyof CheckContext;
  readonly run: (letter: CheckedLetter) => readonly Found[];
};

/** A part of an item, as findings point at it. */
export const itemPart = ({ index }: CheckedItem, name: ItemPart['name']): ItemPart => ({
  kind: 'item',
  item: index,
  name,
});

/** An item that a finding speaks of beside its own. */
export const otherItem = ({ index }: CheckedItem): OtherItem => ({ item: index });

/** The places that are one whole. */
export const LETTER = { kind: 'letter' } as const;
export const SUMMARY = { kind: 'summary' } as const;

/** The modes of checks that need the reviewer's own case, and of those that need any case at all. */
export const OWN_CASE: readonly CheckMode[] = ['case'];
export const ANY_CASE: readonly CheckMode[] = ['case', 'published-case'];
