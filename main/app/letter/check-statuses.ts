import type { CaseFinding, CheckStatus } from '../../../shared/check.ts';
import type { CheckInput, LetterCheck } from '../../letters/checks/check.ts';
import { LETTER_CHECKS } from '../../letters/letter-checks.ts';

const silence = ({ modes, needs }: LetterCheck, { mode, context }: CheckInput): string => {
  if (modes !== undefined && !modes.includes(mode)) return 'Does not apply to a case made from a published letter.';
  return needs !== undefined && context[needs] === undefined ? 'Stays silent: what it needs is not known yet.' : '';
};

/** Every check of the list, by number, and how it stands over the findings of the case. */
export const checkStatuses = (input: CheckInput, findings: readonly CaseFinding[]): CheckStatus[] =>
  LETTER_CHECKS.map((check) => {
    const own = findings.filter((finding) => finding.check === check.number);
    const reason = silence(check, input);
    const isOpen = own.some(({ overridden }) => overridden === null);
    const severity = input.letter.form === '2014' ? (check.severityIn2014 ?? check.severity) : check.severity;
    const state = reason !== '' ? 'silent' : isOpen ? 'found' : own.length > 0 ? 'overridden' : 'passed';
    return {
      check: check.number,
      group: check.group,
      severity,
      title: check.title,
      state,
      reason,
      findings: own.map(({ id }) => id),
    };
  });
