import type { Item, ItemSuggestions } from '../../../shared/item.ts';
import { fillFields } from '../fill-fields.ts';
import { lacksReason } from '../checks/citation-checks.ts';
import { EXPECTED_CLOSING } from '../checks/rationale-checks.ts';
import { findClosing } from '../checks/closing-polarity.ts';
import { rationaleEnds } from './rationale-ends.ts';
import {
  inSentence,
  personWord,
  suggestClosing,
  suggestDependentRationale,
  suggestOpioidParagraph,
  type Suggestions,
} from './suggestions.ts';

const closingFor = ({ heading, decision, rationale, parent }: Item, suggestions: Suggestions): string | null => {
  if (decision === null || parent !== null || findClosing(rationale)?.polarity === EXPECTED_CLOSING[decision])
    return null;
  return suggestClosing(heading, decision, suggestions);
};

/** The reason as it is stated for the item, or such as are usual. */
const reasonsFor = (
  { heading, reviewer, rationale, outsideReason }: Item,
  { outsideReasons }: Suggestions,
): string[] => {
  if (reviewer.form !== 'other' || !lacksReason(rationale, outsideReason)) return [];
  if (outsideReason.trim() !== '') return [outsideReason.trim()];
  return outsideReasons.map((reason) => fillFields(reason, { request: inSentence(heading), source: reviewer.other }));
};

/** What can be offered for an item as it stands, `parent` being the item that it depends on. */
export const suggestForItem = (
  item: Item,
  parent: Item | null,
  summary: string,
  suggestions: Suggestions,
): ItemSuggestions => ({
  closing: closingFor(item, suggestions),
  opioidParagraph: suggestOpioidParagraph({ ...item, decision: item.decision ?? '' }, personWord(summary), suggestions),
  dependentRationale: parent?.decision ? suggestDependentRationale(parent.heading, parent.decision, suggestions) : null,
  outsideReasons: reasonsFor(item, suggestions),
  ends: rationaleEnds(item.rationale),
});
