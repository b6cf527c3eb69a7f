import { createHash } from 'node:crypto';
import type { CaseFinding } from '../../../shared/check.ts';
import { foldSpace } from '../../../shared/letter.ts';
import { Refusal } from '../../../shared/reply.ts';
import { checkLetter } from '../../letters/check-letter.ts';
import type { CheckInput } from '../../letters/checks/check.ts';
import { composeLetter } from '../../letters/compose-letter.ts';
import { docxMetadata } from '../../letters/docx/seal-docx.ts';
import { paginateLetter } from '../../letters/layout/paginate-letter.ts';
import { letterText } from '../../letters/letter-text.ts';
import type { ReadCase } from '../../store/case-file.ts';
import { changeCase, logEvent } from '../../store/change-case.ts';
import { listOverrides, writeOverrides } from '../../store/overrides.ts';
import type { App, HandlersOf } from '../app.ts';
import { buildLetter } from '../build-letter.ts';
import type { CaseChecks } from '../case-checks.ts';
import { checkCase } from '../check-case.ts';
import { renderBlocks } from '../render-blocks.ts';
import { writeTarget } from '../write-target.ts';

/** Refuses to put in place a file that says anything about whoever wrote it (check 43). */
const refuseTelling = (bytes: Uint8Array, input: CheckInput): void => {
  const telling = checkLetter({ ...input, context: { ...input.context, metadata: docxMetadata(bytes) } }).find(({ check }) => check === 43);
  if (telling !== undefined) throw new Refusal('internal', `${telling.message} It was not put in place.`);
};

/** Blocking findings that nobody has given a reason for refuse the export, or get the reason that it is forced with. */
const refuseBlocked = (findings: readonly CaseFinding[], force: string): void => {
  const open = findings.filter(({ severity, overridden }) => severity === 'block' && overridden === null);
  if (open.length === 0 || force !== '') return;
  const list = open.map(({ check, message }) => `${check}. ${message}`).join(' ');
  throw new Refusal('refused', `The letter has ${open.length} blocking ${open.length === 1 ? 'finding' : 'findings'}; mend them, or export with a reason. ${list}`, { findings: open });
};

/** Keeps the reason of a forced export with each finding that it went against. */
const keepReasons = (app: App, file: ReadCase, blocking: readonly CaseFinding[], reason: string): void => {
  const forced = blocking.filter(({ overridden }) => overridden === null).map(({ id, check, message }) => ({ id, check, message, reason }));
  if (forced.length === 0) return;
  changeCase(file, { method: 'letter.override', note: forced.map(({ check }) => String(check)).join(' '), now: app.now() }, (write) => writeOverrides(write, [...listOverrides(write), ...forced]));
};

export const letterService = (app: App, checks: CaseChecks): Pick<HandlersOf<'letter'>, 'letter.preview' | 'letter.pages' | 'letter.export'> => ({
  'letter.preview': ({ caseId, form }) => {
    const letter = buildLetter(app, app.session.case(caseId), form);
    return { form: letter.form, blocks: composeLetter(letter, app.assets.forms) };
  },
  'letter.pages': ({ caseId, form }) => {
    const letter = buildLetter(app, app.session.case(caseId), form);
    return { form: letter.form, pages: paginateLetter(composeLetter(letter, app.assets.forms)) };
  },
  'letter.export': async ({ caseId, form, format, target, force }, call) => {
    const file = app.session.case(caseId);
    app.offers.target(target);
    const input = await checks.settled(file, form);
    const blocking = checkCase(app, file, input).filter(({ severity }) => severity === 'block');
    const reason = foldSpace(force ?? '');
    refuseBlocked(blocking, reason);
    const blocks = composeLetter(input.letter, app.assets.forms);
    const bytes = await renderBlocks(app, blocks, format, call);
    if (format === 'docx') refuseTelling(bytes, input);
    const name = writeTarget(app, target, bytes);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    keepReasons(app, file, blocking, reason);
    logEvent(file, { method: 'letter.export', note: JSON.stringify({ sha256, overridden: blocking.map(({ check }) => check), reason }), now: app.now() });
    app.changed(caseId, ['letter', 'case', 'cases']);
    return { name, words: foldSpace(letterText(blocks)).split(' ').length, sha256, readBack: 'same', overridden: blocking };
  },
});
