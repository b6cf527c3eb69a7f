import { Decision } from '../../../shared/item.ts';
import { fillFields } from '../fill-fields.ts';
import { hasOpioid, hasOpioidParagraph } from '../items/opioids.ts';
import { parseItemHeading } from '../items/parse-item-heading.ts';

/** Sentences that are offered, never put in by themselves; they ship in `assets/letter/suggestions.json`. */
export type Suggestions = {
  readonly closing: Readonly<Record<Decision, string>>;
  readonly dependent: Readonly<Record<Decision, string>>;
  readonly opioidParagraph: string;
  /** Why a source outside the MTUS is cited (8 CCR 9792.21.1). */
  readonly outsideReasons: readonly string[];
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const byDecision = (value: unknown): Record<Decision, string> => {
  if (!isObject(value) || typeof value.Upheld !== 'string' || typeof value.Overturned !== 'string')
    throw new Error('The suggestions are damaged: each kind needs one for Upheld and one for Overturned.');
  return { Upheld: value.Upheld, Overturned: value.Overturned };
};

/** The content of `assets/letter/suggestions.json`; throws a sentence where it is damaged. */
export const parseSuggestions = (json: unknown): Suggestions => {
  if (!isObject(json) || typeof json.opioidParagraph !== 'string')
    throw new Error('The suggestions are damaged: the opioid paragraph is missing.');
  const reasons = json.outsideReasons;
  if (!Array.isArray(reasons) || !reasons.every((reason) => typeof reason === 'string'))
    throw new Error('The suggestions are damaged: the reasons for sources outside the MTUS are missing.');
  return {
    closing: byDecision(json.closing),
    dependent: byDecision(json.dependent),
    opioidParagraph: json.opioidParagraph,
    outsideReasons: reasons,
  };
};

const lowerFirst = (words: string): string =>
  /^[A-Z][a-z]/u.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words;

/** A request as it stands inside a sentence: a drug keeps its capital, others begin small. */
export const inSentence = (heading: string): string => {
  const { request, kind } = parseItemHeading(heading, '9999-12-31');
  return kind === 'drug' ? request : lowerFirst(request);
};

/** The letter's word for the worker, as its summary has it. */
export const personWord = (summary: string): string =>
  /\b(injured worker|patient|applicant|claimant)\b/iu.exec(summary)?.[1]?.toLowerCase() ?? 'injured worker';

/** The closing sentence that agrees with the decision on the item. */
export const suggestClosing = (heading: string, decision: Decision, { closing }: Suggestions): string =>
  fillFields(closing[decision], { request: inSentence(heading) });

/** The one-sentence rationale of an item that depends on another. */
export const suggestDependentRationale = (
  parentHeading: string,
  decision: Decision,
  { dependent }: Suggestions,
): string => fillFields(dependent[decision], { parent: `the ${inSentence(parentHeading).replace(/^the\s+/iu, '')}` });

/**
 * The opioid paragraph where it belongs and is missing: on an Upheld opioid (domain, section 4); null elsewhere.
 * `person` is the letter's word for the worker.
 */
export const suggestOpioidParagraph = (
  item: { readonly heading: string; readonly decision: string; readonly rationale: string },
  person: string,
  { opioidParagraph }: Suggestions,
): string | null => {
  const { kind, drugs } = parseItemHeading(item.heading, '9999-12-31');
  const belongs =
    item.decision === 'Upheld' && kind === 'drug' && hasOpioid(drugs) && !hasOpioidParagraph(item.rationale);
  return belongs ? fillFields(opioidParagraph, { person }) : null;
};
