import type { LetterForm } from '../../../shared/letter.ts';
import type { CheckInput } from '../../letters/checks/check.ts';
import type { ReadCase } from '../../store/case-file.ts';
import type { App } from '../backend/app.ts';
import { checkInput } from './check-case.ts';
import type { PrecedentShelf } from './precedent-shelf.ts';
import type { ProposeCase } from '../vault/propose-case.ts';
import type { Spelling } from './spelling.ts';

/** What the checks of a case are asked with: as far as it is known by now, or with all that its records tell. */
export type CaseChecks = {
  readonly known: (file: ReadCase, form?: LetterForm) => CheckInput;
  readonly settled: (file: ReadCase, form?: LetterForm) => Promise<CheckInput>;
};

export const newCaseChecks = (
  app: App,
  proposeCase: ProposeCase,
  { ownLike }: PrecedentShelf,
  spelling: Spelling,
): CaseChecks => ({
  known: (file, form) =>
    checkInput(app, file, { told: proposeCase.known(file), ownLike, isKnownWord: spelling.known(file) }, form),
  settled: async (file, form) =>
    checkInput(
      app,
      file,
      { told: await proposeCase.settled(file), ownLike, isKnownWord: await spelling.settled(file) },
      form,
    ),
});
