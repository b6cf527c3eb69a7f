import type { CaseFinding } from '../../../shared/check.ts';
import type { LetterForm } from '../../../shared/letter.ts';
import { foldSpace } from '../../../shared/letter.ts';
import { Refusal } from '../../../shared/reply.ts';
import type { ReadCase } from '../../store/case-file.ts';
import { readFacts } from '../../store/facts.ts';
import { listItems } from '../../store/items.ts';
import { listOverrides, writeOverrides, type Override } from '../../store/overrides.ts';
import type { App, HandlersOf } from '../backend/app.ts';
import { applyMend } from './apply-mend.ts';
import type { CaseChecks } from './case-checks.ts';
import { checkCase } from './check-case.ts';
import { checkStatuses } from './check-statuses.ts';
import { isOverrideOf } from './finding-id.ts';

type Checks = 'letter.check' | 'letter.checks' | 'letter.override' | 'letter.reopen' | 'letter.mend';

/** The letter checks over a case, what overrides them, and what mends them. */
export const letterCheckService = (app: App, checks: CaseChecks): Pick<HandlersOf<'letter'>, Checks> => {
  const findings = (file: ReadCase, form?: LetterForm): CaseFinding[] => checkCase(app, file, checks.known(file, form));
  const find = (file: ReadCase, id: string, form?: LetterForm): CaseFinding => {
    const finding = findings(file, form).find((one) => one.id === id);
    if (finding === undefined) throw new Refusal('not-found', 'This finding is no longer there.', { id });
    return finding;
  };
  /** Tells the overrides of other findings; the one of this may bear the id that version 0.1.0 gave it. */
  const othersThan = (file: ReadCase, id: string, form?: LetterForm): ((one: Override) => boolean) => {
    const finding = findings(file, form).find((one) => one.id === id);
    const items = listItems(file);
    return (one) => one.id !== id && (finding === undefined || !isOverrideOf(one, finding, items));
  };
  return {
    'letter.check': async (file, { form, settled }) =>
      checkCase(app, file, settled ? await checks.settled(file, form) : checks.known(file, form)),
    'letter.checks': (file, { form }) => {
      const input = checks.known(file, form);
      return checkStatuses(input, checkCase(app, file, input));
    },
    'letter.override': (write, { form, id, reason }, { describe }) => {
      if (foldSpace(reason) === '')
        throw new Refusal('invalid', 'Give the reason for which this finding is overridden.');
      const { name, check, message } = find(write, id, form);
      describe({ note: String(check) });
      writeOverrides(write, [
        ...listOverrides(write).filter(othersThan(write, id, form)),
        { id, name, check, message, reason: reason.trim() },
      ]);
      return {};
    },
    'letter.reopen': (write, { id }) => {
      writeOverrides(write, listOverrides(write).filter(othersThan(write, id)));
      return {};
    },
    'letter.mend': (write, { form, id }, { describe }) => {
      const { mend, check } = find(write, id, form);
      if (mend === null) throw new Refusal('refused', 'This finding offers no mend; only you can tell what is right.');
      describe({ note: String(check) });
      applyMend(app, write, form ?? readFacts(write).form, mend);
      return {};
    },
  };
};
