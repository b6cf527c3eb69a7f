import type { Finding } from '../../shared/check.ts';
import { parseStatement } from './build-statement.ts';
import type { CheckedLetter, CheckInput, LetterCheck } from './checks/check.ts';
import { LETTER_CHECKS } from './letter-checks.ts';

const prepare = (input: CheckInput): CheckedLetter => ({
  ...input,
  checkedItems: input.letter.items.map((item, index) => ({
    ...item,
    index,
    claims: parseStatement(item.claimsGuideline, input.letter.form, 'claims', input.context.forms),
    reviewer: parseStatement(item.reviewerGuideline, input.letter.form, 'reviewer', input.context.forms),
  })),
});

const findingsOf = (check: LetterCheck, letter: CheckedLetter): Finding[] => {
  const severity = letter.letter.form === '2014' ? (check.severityIn2014 ?? check.severity) : check.severity;
  return check.run(letter).map((spot) => ({ check: check.number, severity, ...spot }));
};

/** Runs every check that applies in the given mode and form; findings in the order of the checks' numbers. */
export const checkLetter = (input: CheckInput): Finding[] => {
  const letter = prepare(input);
  return LETTER_CHECKS.filter(({ modes }) => modes === undefined || modes.includes(input.mode)).flatMap((check) => findingsOf(check, letter));
};
