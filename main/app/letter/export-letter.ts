import { createHash } from 'node:crypto';
import type { CaseFinding } from '../../../shared/check.ts';
import type { Output, ParsedInput } from '../../../shared/contract.ts';
import type { FormDescription } from '../../../shared/letter-form.ts';
import { foldSpace } from '../../../shared/letter.ts';
import { Refusal } from '../../../shared/reply.ts';
import type { FileFormat } from '../../../shared/reviewed.ts';
import { checkLetter } from '../../letters/check-letter.ts';
import type { CheckInput } from '../../letters/checks/check.ts';
import { composeLetter } from '../../letters/compose-letter.ts';
import { docxMetadata } from '../../letters/docx/seal-docx.ts';
import { formOf } from '../../letters/letter-forms.ts';
import { letterText } from '../../letters/letter-text.ts';
import type { ReadCase } from '../../store/case-file.ts';
import { logEvent } from '../../store/change-case.ts';
import { readFacts } from '../../store/facts.ts';
import { keepIssued, readIssuedDocx } from '../../store/issued-letters.ts';
import { listOverrides, writeOverrides } from '../../store/overrides.ts';
import type { App, Call } from '../backend/app.ts';
import type { CaseChecks } from './case-checks.ts';
import { checkCase } from './check-case.ts';
import { exportKind, type ExportKind } from './issue-letter.ts';
import type { PrecedentShelf } from './precedent-shelf.ts';
import { renderBlocks } from './render-blocks.ts';
import { writeTarget } from '../backend/write-target.ts';

/** Refuses to put in place a file that says anything about whoever wrote it (check 43). */
const refuseTelling = (bytes: Uint8Array, input: CheckInput): void => {
  const telling = checkLetter({ ...input, context: { ...input.context, metadata: docxMetadata(bytes) } }).find(
    ({ name }) => name === 'metadata-given',
  );
  if (telling !== undefined) throw new Refusal('internal', `${telling.message} It was not put in place.`);
};

/** Blocking findings that nobody has given a reason for refuse the export, or get the reason that it is forced with. */
const refuseBlocked = (findings: readonly CaseFinding[], force: string): void => {
  const open = findings.filter(({ severity, overridden }) => severity === 'block' && overridden === null);
  if (open.length === 0 || force !== '') return;
  const list = open.map(({ check, message }) => `${check}. ${message}`).join(' ');
  throw new Refusal(
    'refused',
    `The letter has ${open.length} blocking ${open.length === 1 ? 'finding' : 'findings'}; mend them, or export with a reason. ${list}`,
    { findings: open },
  );
};

/** Keeps the reason of a forced export with each finding that it went against. */
const keepReasons = (app: App, file: ReadCase, blocking: readonly CaseFinding[], reason: string): void => {
  const forced = blocking
    .filter(({ overridden }) => overridden === null)
    .map(({ id, name, check, message }) => ({ id, name, check, message, reason }));
  if (forced.length === 0) return;
  app.change(file, { method: 'letter.override', note: forced.map(({ check }) => String(check)).join(' ') }, (write) =>
    writeOverrides(write, [...listOverrides(write), ...forced]),
  );
};

/** Refuses a form that letters are only read in. */
const refuseUnwritten = ({ isWritten, title }: FormDescription): void => {
  if (!isWritten)
    throw new Refusal('refused', `Letters of the ${title} are only read; choose another form for this one.`);
};

type Ready = { readonly bytes: Uint8Array; readonly version: number | null };

/** The letter's Word file, and that it says nothing but the letter. */
const renderDocx = async (app: App, input: CheckInput, call: Call): Promise<Uint8Array> => {
  const bytes = await renderBlocks(app, composeLetter(input.letter, app.assets.forms), 'docx', call);
  refuseTelling(bytes, input);
  return bytes;
};

/** Keeps the letter as a version of its own before anything is handed over, and among the reviewer's own precedents. */
const issue = (
  app: App,
  file: ReadCase,
  shelf: PrecedentShelf,
  { letter }: CheckInput,
  docx: Uint8Array,
  reason: string,
): number => {
  const version = app.write(file, 'letter.issue', (write) => {
    const kept = keepIssued(write, { letter, docx, reason, now: app.now() });
    logEvent(write, 'letter.issue', JSON.stringify({ version: kept, reason }));
    return kept;
  });
  if (readFacts(file).origin === 'records') app.changeVault(() => shelf.keepIssued(letter, file.id));
  return version;
};

const makeReady = async (
  app: App,
  file: ReadCase,
  shelf: PrecedentShelf,
  input: CheckInput,
  kind: ExportKind,
  format: FileFormat,
  call: Call,
): Promise<Ready> => {
  const pdf = async (): Promise<Uint8Array | null> =>
    format === 'pdf' ? renderBlocks(app, composeLetter(input.letter, app.assets.forms), 'pdf', call) : null;
  if (kind.kind === 'again')
    return { bytes: (await pdf()) ?? readIssuedDocx(file, kind.issued.version), version: kind.issued.version };
  if (kind.kind === 'draft') return { bytes: (await pdf()) ?? (await renderDocx(app, input, call)), version: null };
  const [docx, written] = [await renderDocx(app, input, call), await pdf()];
  return { bytes: written ?? docx, version: issue(app, file, shelf, input, docx, kind.reason) };
};

/**
 * Exports the letter of a case: checked, written, read back, compared, kept where it is issued, and only then put in
 * place.
 */
export const exportLetter = async (
  app: App,
  checks: CaseChecks,
  shelf: PrecedentShelf,
  { caseId, form, format, target, force, issue: asIssue }: ParsedInput<'letter.export'>,
  call: Call,
): Promise<Output<'letter.export'>> => {
  const file = app.session.caseToLog(caseId);
  app.offers.target(target);
  const input = await checks.settled(file, form);
  refuseUnwritten(formOf(app.assets.forms, input.letter.form));
  const blocking = checkCase(app, file, input).filter(({ severity }) => severity === 'block');
  const reason = foldSpace(force ?? '');
  refuseBlocked(blocking, reason);
  const { bytes, version } = await makeReady(
    app,
    file,
    shelf,
    input,
    exportKind(file, input.letter, asIssue),
    format,
    call,
  );
  const name = writeTarget(app, target, bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  keepReasons(app, file, blocking, reason);
  const note = JSON.stringify({ sha256, version, overridden: blocking.map(({ check }) => check), reason });
  app.write(file, 'letter.export', (write) => logEvent(write, 'letter.export', note));
  const words = foldSpace(letterText(composeLetter(input.letter, app.assets.forms))).split(' ').length;
  return { name, words, sha256, readBack: 'same', overridden: blocking, version };
};
