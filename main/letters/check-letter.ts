import type { Finding } from '../../shared/check.ts';
import { parseStatement } from './build-statement.ts';
import type { CheckedLetter, CheckInput, LetterCheck } from './checks/check.ts';
import { findParents } from './items/dependence.ts';
import { parseItemHeading } from './items/parse-item-heading.ts';
import { LETTER_CHECKS } from './letter-checks.ts';

/** As stated in the case where it is one's own, and as the words tell otherwise. */
const statedParent = ({ items }: CheckInput, index: number): number | null => {
  const parent = items?.[index]?.parent ?? null;
  const at = parent === null ? -1 : (items?.findIndex(({ id }) => id === parent) ?? -1);
  return at >= 0 ? at : null;
};

const prepare = (input: CheckInput): CheckedLetter => {
  const { letter, context: { forms, today } } = input;
  const latest = letter.header.decisionDate === '' ? today : letter.header.decisionDate;
  const read = letter.items.map((item, index) => ({
    ...item,
    index,
    request: parseItemHeading(item.heading, latest),
    claims: parseStatement(item.claimsGuideline, letter.form, 'claims', forms),
    reviewer: parseStatement(item.reviewerGuideline, letter.form, 'reviewer', forms),
  }));
  const told = findParents(read);
  return { ...input, latest, checkedItems: read.map((item, index) => ({ ...item, parent: statedParent(input, index) ?? told[index] ?? null })) };
};

const findingsOf = (check: LetterCheck, letter: CheckedLetter): Finding[] => {
  const severity = letter.letter.form === '2014' ? (check.severityIn2014 ?? check.severity) : check.severity;
  return check.run(letter).map((spot) => ({ check: check.number, severity, ...spot }));
};

/** Runs every check that applies in the given mode and form; findings in the order of the checks' numbers. */
export const checkLetter = (input: CheckInput): Finding[] => {
  const letter = prepare(input);
  return LETTER_CHECKS.filter(({ modes }) => modes === undefined || modes.includes(input.mode)).flatMap((check) => findingsOf(check, letter));
};
