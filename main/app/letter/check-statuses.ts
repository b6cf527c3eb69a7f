import { CHECK_LIST } from '../../../shared/check-list.ts';
import type { CaseFinding, CheckStatus } from '../../../shared/check.ts';
import { severityIn } from '../../letters/check-letter.ts';
import type { CheckInput, LetterCheck } from '../../letters/checks/check.ts';
import { formOf } from '../../letters/letter-forms.ts';
import { LETTER_CHECKS } from '../../letters/letter-checks.ts';

const silence = ({ modes, needs }: LetterCheck, { mode, context }: CheckInput): string => {
  if (modes !== undefined && !modes.includes(mode)) return 'Does not apply to a case made from a published letter.';
  return needs !== undefined && context[needs] === undefined ? 'Stays silent: what it needs is not known yet.' : '';
};

/** Every check of the list, by number, and how it stands over the findings of the case. */
export const checkStatuses = (input: CheckInput, findings: readonly CaseFinding[]): CheckStatus[] => {
  const form = formOf(input.context.forms, input.letter.form);
  return LETTER_CHECKS.map((check) => {
    const { number, group, title } = CHECK_LIST[check.name];
    const own = findings.filter((finding) => finding.check === number);
    const reason = silence(check, input);
    const isOpen = own.some(({ overridden }) => overridden === null);
    const state = reason !== '' ? 'silent' : isOpen ? 'found' : own.length > 0 ? 'overridden' : 'passed';
    return {
      check: number,
      name: check.name,
      group,
      severity: severityIn(check.name, form),
      title,
      state,
      reason,
      findings: own.map(({ id }) => id),
    };
  });
};
