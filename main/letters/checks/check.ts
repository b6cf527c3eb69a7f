import type { Severity } from '../../../shared/check.ts';
import type { GuidelineRow, Statement } from '../../../shared/guideline.ts';
import type { Item } from '../../../shared/item.ts';
import type { Letter, LetterItem } from '../../../shared/letter.ts';
import type { Settings } from '../../../shared/settings.ts';
import type { LetterForms } from '../letter-forms.ts';

/** `letter-alone`: nothing but a letter is known. `published-case`: a case made by taking a published letter apart. */
export type CheckMode = 'case' | 'published-case' | 'letter-alone';

/** What the checks know besides the letter. Whatever is left out is not known, and its checks stay silent. */
export type CheckContext = {
  /** The day of the check, `YYYY-MM-DD`. */
  readonly today: string;
  readonly settings: Settings;
  readonly guidelines: readonly GuidelineRow[];
  readonly forms: LetterForms;
  /** The items that the application and the utilization review name. */
  readonly disputedItems?: readonly string[];
  /** The result for the letter as a whole where one is stated, as on a cover page. */
  readonly statedResult?: LetterResult;
  /** What the metadata of the written file says, by name. */
  readonly metadata?: Readonly<Record<string, string>>;
};

export type CheckInput = {
  readonly letter: Letter;
  /** The items behind the letter's, in the same order, where it was composed from a case. */
  readonly items?: readonly Item[];
  readonly mode: CheckMode;
  readonly context: CheckContext;
};

/** The result for the letter as a whole; partly each way only where items differ (domain, section 1). */
export type LetterResult = 'Upheld' | 'Overturned' | 'Partial';

export type Spot = { readonly where: string; readonly message: string; readonly quote?: string };

/** An item with its statements taken apart. */
export type CheckedItem = LetterItem & { readonly index: number; readonly claims: Statement; readonly reviewer: Statement };

/** The letter as the checks see it: parsed once for all of them. */
export type CheckedLetter = CheckInput & { readonly checkedItems: readonly CheckedItem[] };

export type CheckGroup = 'header' | 'reviewer' | 'complete' | 'partial' | 'citation' | 'rationale' | 'summary' | 'hygiene';

/** One letter check: its number in the list of checks (domain, section 8), and what it looks at. */
export type LetterCheck = {
  readonly number: number;
  readonly group: CheckGroup;
  readonly severity: Severity;
  readonly title: string;
  /** The severity in the 2014 form, where that differs: it has no case block. */
  readonly severityIn2014?: Severity;
  /** The modes it answers in; in all where left out. */
  readonly modes?: readonly CheckMode[];
  readonly run: (letter: CheckedLetter) => readonly Spot[];
};

/** `items.0.rationale`, as findings name the parts of an item. */
export const itemPart = (item: CheckedItem, part: keyof LetterItem): string => `items.${String(item.index)}.${part}`;
