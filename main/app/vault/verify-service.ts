import type { CaseId } from '../../../shared/ids.ts';
import { Refusal } from '../../../shared/reply.ts';
import type { CaseVerification, VerifiedPart } from '../../../shared/verification.ts';
import type { ReadCase } from '../../store/case-file.ts';
import { verifyCase } from '../../store/verify-case.ts';
import { breathe } from '../backend/breathe.ts';
import type { App, Call, HandlersOf } from '../backend/app.ts';
import { rememberedRow } from './case-row.ts';

const WHAT_TO_DO = 'Nothing in this case can be changed: restore its file from a backup.';

/** What is found in an open case; other work goes on meanwhile. Cancelling throws. */
export const verifyOpenCase = async (
  app: App,
  file: ReadCase,
  signal: AbortSignal,
): Promise<readonly VerifiedPart[]> => {
  app.session.settle();
  const known = app.session.vault().memories.of(file.id)?.head ?? null;
  const verifying = verifyCase(file, known, app.now());
  for (;;) {
    signal.throwIfAborted();
    const step = verifying.next();
    if (step.done === true) return step.value;
    await breathe();
  }
};

/** A case that cannot be opened is an answer too. */
const partsOf = async (app: App, caseId: CaseId, signal: AbortSignal): Promise<readonly VerifiedPart[]> => {
  try {
    return await app.session.visit(caseId, (file) => verifyOpenCase(app, file, signal));
  } catch (error) {
    if (error instanceof Refusal && ['damaged', 'refused', 'newer-version'].includes(error.code))
      return [{ part: 'file', isSound: false, said: error.message }];
    throw error;
  }
};

const verifyOne = async (app: App, caseId: CaseId, signal: AbortSignal): Promise<CaseVerification> => {
  const parts = [...(await partsOf(app, caseId, signal))];
  // What opening the case finds too: it can then be read only.
  const broken = parts.find(({ part, isSound }) => !isSound && (part === 'file' || part === 'chain'));
  if (broken !== undefined && app.session.conditionOf(caseId).state === 'sound')
    app.session.noteDamage(caseId, `${broken.said} ${WHAT_TO_DO}`);
  const memory = app.session.vault().memories.of(caseId);
  if (memory === undefined) throw new Refusal('not-found', 'This case is no longer there.', { caseId });
  const { caseNumber } = rememberedRow(memory);
  return { caseId, caseNumber, at: app.now().toISOString(), isSound: parts.every(({ isSound }) => isSound), parts };
};

/** Says what was checked of a case, or of all of them and the vault itself, and what was found. */
export const verifyService = (app: App): Pick<HandlersOf<'case' | 'vault'>, 'case.verify' | 'vault.verify'> => {
  const verifyAll = async ({ signal, progress }: Call): Promise<CaseVerification[]> => {
    const ids = app.session.vault().caseIds();
    const cases: CaseVerification[] = [];
    for (const id of ids) {
      progress(cases.length, ids.length, 'Verifying the cases');
      cases.push(await verifyOne(app, id, signal));
    }
    progress(ids.length, ids.length, 'Verifying the cases');
    return cases;
  };
  return {
    'case.verify': ({ caseId }, { signal }) => verifyOne(app, caseId, signal),
    'vault.verify': async (_input, call) => {
      const parts = app.session.vault().verify();
      const cases = await verifyAll(call);
      const isSound = [...parts, ...cases].every((one) => one.isSound);
      return { at: app.now().toISOString(), isSound, parts, cases };
    },
  };
};
