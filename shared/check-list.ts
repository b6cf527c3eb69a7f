import { z } from 'zod';

/** A finding that blocks the export, one to confirm, or one for information. */
export const Severity = z.enum(['block', 'warn', 'info']);
export type Severity = z.infer<typeof Severity>;

/** What a check is about. */
export const CheckGroup = z.enum([
  'header',
  'reviewer',
  'complete',
  'partial',
  'citation',
  'rationale',
  'summary',
  'hygiene',
]);
export type CheckGroup = z.infer<typeof CheckGroup>;

/** One letter check: its number for the eye (domain, section 8), where it belongs, and what it holds the letter to. */
export type CheckEntry = {
  readonly number: number;
  readonly group: CheckGroup;
  /** In a form whose description names no other one. */
  readonly severity: Severity;
  readonly title: string;
};

const entry = (number: number, group: CheckGroup, severity: Severity, title: string): CheckEntry => ({
  number,
  group,
  severity,
  title,
});

/** Every letter check by its name. */
export const CHECK_LIST = {
  'case-number': entry(1, 'header', 'block', 'The case number has the form CM00-0000000'),
  'header-values': entry(2, 'header', 'block', 'All header values are given'),
  'date-order': entry(3, 'header', 'block', 'The five dates stand in their order'),
  priority: entry(4, 'header', 'block', 'The priority is Standard or Expedited'),
  'due-date': entry(5, 'header', 'warn', 'The due date is neither near nor past'),
  weekend: entry(6, 'header', 'warn', 'The decision does not fall on a weekend'),
  'application-in-time': entry(7, 'header', 'warn', 'The application came in time after the denial'),
  credentials: entry(8, 'reviewer', 'block', 'A state of licensure and a specialty are given'),
  'specialty-fits': entry(9, 'reviewer', 'warn', 'The specialty is the same as or similar to what the items need'),
  attestation: entry(10, 'reviewer', 'block', 'The absence of conflicts of interest is attested'),
  'credentials-current': entry(11, 'reviewer', 'block', 'The credentials that the letter prints are current'),
  'reviewer-unnamed': entry(12, 'reviewer', 'block', "The reviewer's name stands nowhere"),
  'items-decided': entry(13, 'complete', 'block', 'Every disputed item is decided, once'),
  'item-parts': entry(14, 'complete', 'block', 'Every item has its four parts'),
  'decision-words': entry(15, 'complete', 'block', 'Every decision is Upheld or Overturned'),
  'letter-result': entry(16, 'complete', 'block', 'The result of the letter follows from its items'),
  'documents-reviewed': entry(17, 'complete', 'block', 'Documents were reviewed'),
  'not-review-alone': entry(18, 'complete', 'block', 'The decision does not rest on the utilization review alone'),
  remainder: entry(19, 'partial', 'block', 'Original less authorised is what remains'),
  'units-agree': entry(20, 'partial', 'warn', 'What was authorised can be subtracted from what was asked for'),
  'request-agrees': entry(21, 'partial', 'block', 'Drug, strength and count agree within the request'),
  'citation-complete': entry(22, 'citation', 'block', "The reviewer's MTUS citation is complete"),
  'edition-in-force': entry(23, 'citation', 'warn', 'The edition cited was in force on the day that counts'),
  'outside-reason': entry(24, 'citation', 'warn', 'A citation outside the MTUS gives its reason'),
  'evidence-weighed': entry(25, 'citation', 'warn', 'Competing recommendations are weighed'),
  'evidence-cited': entry(26, 'citation', 'block', '"Did not cite" stands only on an item that depends on another'),
  'dependent-follows': entry(27, 'citation', 'block', 'A dependent item follows the one it depends on'),
  'source-weight': entry(28, 'citation', 'warn', 'The sources cited carry weight'),
  'closing-agrees': entry(29, 'rationale', 'block', 'The closing sentence agrees with the decision'),
  'body-part-agrees': entry(30, 'rationale', 'warn', 'Body part and side are those of the item'),
  'dose-agrees': entry(31, 'rationale', 'warn', 'Drug, strength and count are those of the item'),
  'absence-holds': entry(32, 'rationale', 'warn', 'What is said not to be documented is not in the file'),
  'opioid-paragraph': entry(33, 'rationale', 'warn', 'The paragraph on opioids stands where it belongs'),
  'own-rationale': entry(34, 'rationale', 'warn', 'The rationale is written for its own item'),
  'case-facts': entry(35, 'rationale', 'warn', 'The rationale tells facts of the case'),
  'reading-grade': entry(36, 'rationale', 'info', 'The rationale can be read'),
  'dates-restated': entry(37, 'summary', 'block', 'Injury date and UR date are restated as in the header'),
  'dates-possible': entry(38, 'summary', 'warn', 'Every date is one that can be'),
  'even-words': entry(39, 'summary', 'warn', 'One age, one sex, one word for the person, one date style'),
  'pages-cited': entry(40, 'summary', 'warn', 'Every dated statement has its page'),
  'blanks-filled': entry(41, 'hygiene', 'block', 'No blank is left unfilled'),
  'nobody-identified': entry(42, 'hygiene', 'block', 'Nothing tells who the worker and the clinicians are'),
  'metadata-empty': entry(43, 'hygiene', 'block', "The written file's metadata is empty"),
  spelling: entry(44, 'hygiene', 'warn', 'Every word is spelt as the dictionary has it'),
  'form-unchanged': entry(45, 'hygiene', 'block', "The form's own words are unchanged"),
  'edition-known': entry(46, 'citation', 'info', 'The guideline table knows the edition cited'),
  'right-standard': entry(47, 'rationale', 'warn', 'The rationale asks of the treatment no more than the law does'),
  'within-power': entry(48, 'rationale', 'warn', 'Only medical necessity is decided'),
  'formulary-ground': entry(49, 'rationale', 'warn', 'A place on the drug list is not the only ground of a denial'),
  'level-agrees': entry(50, 'rationale', 'warn', 'The level of the spine is that of the item'),
  'standard-of-its-time': entry(
    51,
    'rationale',
    'warn',
    'The standards of necessity are applied as they are on the decision date',
  ),
  'visit-cap': entry(52, 'rationale', 'warn', 'Visits of therapy stay within the cap for the injury'),
  'earlier-determination': entry(53, 'rationale', 'warn', 'Earlier determinations of the same treatment are seen'),
  'evaluators-heard': entry(54, 'complete', 'warn', 'Reports of agreed and qualified medical evaluators are seen'),
  'one-requester': entry(55, 'complete', 'warn', 'The items were asked for by one physician'),
} satisfies Readonly<Record<string, CheckEntry>>;
export type CheckName = keyof typeof CHECK_LIST;
export const CheckName = z.enum(Object.keys(CHECK_LIST) as [CheckName, ...CheckName[]]);
