import { Decision } from '../../../shared/item.ts';
import type { Finding } from '../../../shared/check.ts';
import type { Letter, LetterItem } from '../../../shared/letter.ts';
import { computeRemaining } from '../items/compute-remaining.ts';
import { parsePartial, partialHeading } from '../items/partial-request.ts';
import { personWord, suggestClosing, suggestOpioidParagraph, type Suggestions } from './suggestions.ts';

/** A change that would settle a finding: in the part `where`, `from` becomes `to`; an empty `from` adds `to` at the end. */
export type Mend = { readonly where: string; readonly from: string; readonly to: string };

const itemAt = (letter: Letter, where: string): LetterItem | undefined => letter.items[Number(/^items\.(\d+)\./u.exec(where)?.[1] ?? NaN)];

const mendRemainder = ({ heading }: LetterItem, where: string): Mend | null => {
  const partial = parsePartial(heading);
  const remaining = partial === null ? null : computeRemaining(partial.original, partial.authorised);
  return partial === null || remaining?.kind !== 'remaining' ? null : { where, from: heading, to: partialHeading({ ...partial, remaining: remaining.text }) };
};

const mendForm = ({ heading }: LetterItem, where: string): Mend | null => {
  const partial = parsePartial(heading);
  return partial === null ? null : { where, from: heading, to: partialHeading({ ...partial, form: 'original-request', remaining: partial.original }) };
};

const mendClosing = ({ heading, decision }: LetterItem, { where, quote }: Finding, suggestions: Suggestions): Mend | null => {
  const word = Decision.safeParse(decision);
  return word.success && quote !== undefined ? { where, from: quote, to: suggestClosing(heading, word.data, suggestions) } : null;
};

const mendIdentity = ({ where, quote, message }: Finding): Mend | null => {
  const to = /write "(.*)"\.$/u.exec(message)?.[1];
  return quote === undefined || to === undefined ? null : { where, from: quote, to };
};

/** The mend that a finding offers, or null where only the reviewer can tell. */
export const mendFinding = (finding: Finding, letter: Letter, suggestions: Suggestions): Mend | null => {
  const item = itemAt(letter, finding.where);
  if (finding.check === 42) return mendIdentity(finding);
  if (item === undefined) return null;
  switch (finding.check) {
    case 19:
      return mendRemainder(item, finding.where);
    case 20:
      return mendForm(item, finding.where);
    case 27:
      return { where: finding.where, from: item.decision, to: 'Upheld' };
    case 29:
      return mendClosing(item, finding, suggestions);
    case 33: {
      const paragraph = suggestOpioidParagraph(item, personWord(letter.summary), suggestions);
      return paragraph === null ? null : { where: finding.where, from: '', to: paragraph };
    }
    default:
      return null;
  }
};
