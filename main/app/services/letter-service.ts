import { createHash } from 'node:crypto';
import type { Finding } from '../../../shared/check.ts';
import type { CaseId } from '../../../shared/ids.ts';
import { foldSpace, type LetterBlock, type LetterForm } from '../../../shared/letter.ts';
import { Refusal } from '../../../shared/reply.ts';
import { checkLetter } from '../../letters/check-letter.ts';
import { compareLetters } from '../../letters/compare-letters.ts';
import { composeLetter } from '../../letters/compose-letter.ts';
import { docxMetadata } from '../../letters/docx/seal-docx.ts';
import { letterText } from '../../letters/letter-text.ts';
import { letterToDocx } from '../../letters/letter-to-docx.ts';
import { logEvent } from '../../store/change-case.ts';
import { readFacts } from '../../store/facts.ts';
import { listItems } from '../../store/items.ts';
import { today, type App, type HandlersOf } from '../app.ts';
import { buildLetter } from '../build-letter.ts';
import { writeTarget } from '../write-target.ts';
import { readSettings } from './settings-service.ts';

const findingsOf = (app: App, caseId: CaseId, form?: LetterForm, metadata?: Readonly<Record<string, string>>): Finding[] => {
  const file = app.session.case(caseId);
  return checkLetter({
    letter: buildLetter(app, file, form),
    items: listItems(file),
    mode: readFacts(file).origin === 'published-letter' ? 'published-case' : 'case',
    context: { today: today(app), guidelines: app.assets.guidelines, settings: readSettings(app), forms: app.assets.forms, ...(metadata !== undefined && { metadata }) },
  });
};

/** Refuses to put in place a file that does not read back as composed, or says anything about whoever wrote it (check 43). */
const refuseUnsound = (blocks: readonly LetterBlock[], bytes: Uint8Array, findings: readonly Finding[]): void => {
  const compared = compareLetters(blocks, bytes);
  if (!compared.same) throw new Refusal('internal', `The written letter does not read back the same (${compared.where}); it was not put in place.`);
  const telling = findings.find(({ check }) => check === 43);
  if (telling !== undefined) throw new Refusal('internal', `${telling.message} It was not put in place.`);
};

const refuseBlocked = (findings: readonly Finding[], force: string | undefined): Finding[] => {
  const blocking = findings.filter(({ severity }) => severity === 'block');
  if (blocking.length > 0 && (force === undefined || foldSpace(force) === '')) {
    const list = blocking.map(({ check, message }) => `${check}. ${message}`).join(' ');
    throw new Refusal('refused', `The letter has ${blocking.length} blocking ${blocking.length === 1 ? 'finding' : 'findings'}; mend them, or export with a reason. ${list}`, { findings: blocking });
  }
  return blocking;
};

export const letterService = (app: App): Omit<HandlersOf<'letter'>, 'letter.read' | 'letter.checkFile'> => ({
  'letter.preview': ({ caseId, form }) => {
    const letter = buildLetter(app, app.session.case(caseId), form);
    return { form: letter.form, blocks: composeLetter(letter, app.assets.forms) };
  },
  'letter.check': ({ caseId, form }) => findingsOf(app, caseId, form),
  'letter.export': async ({ caseId, form, target, force }, call) => {
    const file = app.session.case(caseId);
    app.offers.target(target);
    const overridden = refuseBlocked(findingsOf(app, caseId, form), force);
    const blocks = composeLetter(buildLetter(app, file, form), app.assets.forms);
    call.progress(0, 2, 'Writing the letter');
    const bytes = await letterToDocx(blocks);
    call.progress(1, 2, 'Reading it back');
    refuseUnsound(blocks, bytes, findingsOf(app, caseId, form, docxMetadata(bytes)));
    call.signal.throwIfAborted();
    const name = writeTarget(app, target, bytes);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    logEvent(file, { method: 'letter.export', note: JSON.stringify({ sha256, overridden: overridden.map(({ check }) => check), reason: force ?? '' }), now: app.now() });
    app.changed(caseId, ['letter', 'case', 'cases']);
    return { name, words: foldSpace(letterText(blocks)).split(' ').length, sha256, readBack: 'same', overridden };
  },
});
