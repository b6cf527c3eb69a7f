import type { PlainReason, Reason } from '../../../shared/reason.ts';
import { MOST_FILES, MOST_NESTED, MOST_UNPACKED } from '../../import/limits.ts';
import type { ArchiveEntry } from '../../import/zip/archive-entry.ts';
import { isTooDense } from '../../import/zip/judge-entry.ts';
import { archiveTree, openInIntake, type Member } from '../../store/archives.ts';
import { finishInIntake, type IntakeOutcome } from '../../store/intake.ts';
import type { ImportRun } from './import-run.ts';

/** An archive of the ledger that was read: what it holds, and the password that was given with it. */
export type ArchiveInHand = {
  readonly id: number;
  readonly size: number;
  readonly password: string;
  readonly entries: readonly ArchiveEntry[];
  readonly reasons: readonly Reason[];
};

const outcome = (status: IntakeOutcome['status'], reasons: readonly Reason[]): IntakeOutcome => ({
  status,
  kind: 'zip',
  pages: 0,
  pagesFailed: 0,
  record: null,
  reasons,
});

const toMember = ({ index, name, size, isProtected, verdict }: ArchiveEntry, password: string): Member => {
  if (verdict !== null) return { name, size, entry: null, password, refusal: verdict };
  const refusal: Member['refusal'] =
    isProtected && password === '' ? { status: 'failed', reason: { code: 'needs-password-inside' } } : null;
  return { name, size, entry: index, password, refusal };
};

/** Why an archive is not opened at all; null where it is. */
const refusalOf = ({ file }: ImportRun, { id, size, entries }: ArchiveInHand): PlainReason | null => {
  const tree = archiveTree(file, id);
  const unpacked = entries.reduce((sum, entry) => sum + (entry.verdict === null ? entry.size : 0), 0);
  if (tree.depth >= MOST_NESTED) return { code: 'archives-too-deep', values: { most: MOST_NESTED - 1 } };
  if (tree.files + entries.length > MOST_FILES) return { code: 'too-many-files', values: { most: MOST_FILES } };
  if (isTooDense(unpacked, size)) return { code: 'archive-too-dense', values: { size: unpacked } };
  return tree.bytes + unpacked > MOST_UNPACKED ? { code: 'archive-too-large', values: { most: MOST_UNPACKED } } : null;
};

/**
 * Enters the files of an archive in the ledger, where they wait like any others. Archives are opened in the order of
 * the ledger, when all before them is done: so the ids of their files do not hang on what was quicker.
 */
export const openArchive = async (run: ImportRun, archive: ArchiveInHand): Promise<void> => {
  const { app, file, call } = run;
  await run.earlier(archive.id);
  call.signal.throwIfAborted();
  const { id, password, entries, reasons } = archive;
  const refusal = refusalOf(run, archive);
  app.write(file, 'record.import', (write) => {
    if (refusal !== null) finishInIntake(write, id, outcome('failed', [refusal]));
    else if (entries.length === 0) finishInIntake(write, id, outcome('skipped', [{ code: 'no-files-inside' }]));
    else
      openInIntake(
        write,
        id,
        entries.map((entry) => toMember(entry, password)),
        outcome('imported', [{ code: 'files-inside', values: { files: entries.length } }, ...reasons]),
      );
  });
};

/** The files that a document encloses, ready to be entered below it, or the reason why they are not. */
export type EnclosedInHand = { readonly members: readonly Member[]; readonly reasons: readonly Reason[] };

const notEntered = (because: PlainReason, entries: readonly ArchiveEntry[]): Reason => ({
  code: 'enclosed-not-entered',
  values: { because, files: entries.map(({ name, size }) => ({ name, size })) },
});

/**
 * Prepares the files that a document encloses for the ledger, in its order like those of an archive; where they may not
 * be taken out, each is named.
 */
export const prepareEnclosed = async (run: ImportRun, archive: ArchiveInHand): Promise<EnclosedInHand> => {
  if (archive.entries.length === 0) return { members: [], reasons: [] };
  await run.earlier(archive.id);
  run.call.signal.throwIfAborted();
  const refusal = refusalOf(run, archive);
  if (refusal !== null) return { members: [], reasons: [notEntered(refusal, archive.entries.slice(0, MOST_NAMED))] };
  return { members: archive.entries.map((entry) => toMember(entry, archive.password)), reasons: [] };
};

const MOST_NAMED = 50;
