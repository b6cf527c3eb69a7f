import { createHash } from 'node:crypto';
import type { Finding } from '../../../shared/check.ts';
import { foldSpace } from '../../../shared/letter.ts';
import { Refusal } from '../../../shared/reply.ts';
import { composeLetter } from '../../letters/compose-letter.ts';
import { docxMetadata } from '../../letters/docx/seal-docx.ts';
import { paginateLetter } from '../../letters/layout/paginate-letter.ts';
import { letterText } from '../../letters/letter-text.ts';
import { logEvent } from '../../store/change-case.ts';
import type { App, HandlersOf } from '../app.ts';
import { buildLetter } from '../build-letter.ts';
import { checkCase } from '../check-case.ts';
import { renderBlocks } from '../render-blocks.ts';
import { writeTarget } from '../write-target.ts';

/** Refuses to put in place a file that says anything about whoever wrote it (check 43). */
const refuseTelling = (findings: readonly Finding[]): void => {
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

export const letterService = (app: App): Pick<HandlersOf<'letter'>, 'letter.preview' | 'letter.pages' | 'letter.check' | 'letter.export'> => ({
  'letter.preview': ({ caseId, form }) => {
    const letter = buildLetter(app, app.session.case(caseId), form);
    return { form: letter.form, blocks: composeLetter(letter, app.assets.forms) };
  },
  'letter.pages': ({ caseId, form }) => {
    const letter = buildLetter(app, app.session.case(caseId), form);
    return { form: letter.form, pages: paginateLetter(composeLetter(letter, app.assets.forms)) };
  },
  'letter.check': ({ caseId, form }) => checkCase(app, app.session.case(caseId), form),
  'letter.export': async ({ caseId, form, format, target, force }, call) => {
    const file = app.session.case(caseId);
    app.offers.target(target);
    const overridden = refuseBlocked(checkCase(app, file, form), force);
    const blocks = composeLetter(buildLetter(app, file, form), app.assets.forms);
    const bytes = await renderBlocks(app, blocks, format, call);
    if (format === 'docx') refuseTelling(checkCase(app, file, form, docxMetadata(bytes)));
    const name = writeTarget(app, target, bytes);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    logEvent(file, { method: 'letter.export', note: JSON.stringify({ sha256, overridden: overridden.map(({ check }) => check), reason: force ?? '' }), now: app.now() });
    app.changed(caseId, ['letter', 'case', 'cases']);
    return { name, words: foldSpace(letterText(blocks)).split(' ').length, sha256, readBack: 'same', overridden };
  },
});
