import { Unreadable } from '../../import/unreadable.ts';
import { originalInIntake } from '../../store/archives.ts';
import { CHUNK_BYTES, storedOriginal } from '../../store/originals.ts';
import type { ImportRun } from './import-run.ts';
import { ReasonedRefusal } from './reasoned-refusal.ts';
import type { FileCopy } from './take-file.ts';

/** A file of the ledger that is to be taken out of its archive. */
export type MemberToTake = {
  readonly container: number;
  readonly entry: number;
  readonly size: number;
  readonly password: string;
};

/**
 * Unpacks a file of an archive, in a parser process, while `copy` keeps it. Throws the reason where it cannot be
 * taken out whole.
 */
export const takeMember = async (
  { app, file, call: { signal }, holdArchive }: ImportRun,
  { container, entry, size, password }: MemberToTake,
  copy: FileCopy,
): Promise<void> => {
  const archive = originalInIntake(file, container)?.original ?? null;
  if (archive === null) throw new ReasonedRefusal('unreadable', { code: 'archive-gone' });
  const key = `archive ${file.id} ${archive}`;
  holdArchive(key);
  for (let at = 0; ;) {
    const piece = await app.pool.unpack({
      key,
      load: () => storedOriginal(file, archive),
      entry,
      at,
      most: CHUNK_BYTES,
      password,
      signal,
    });
    if (piece.bytes.length > size - at || (piece.bytes.length === 0 && !piece.isLast))
      throw new Unreadable({ code: 'damaged-inside' });
    copy.append(piece.bytes);
    at += piece.bytes.length;
    if (piece.isLast) return;
  }
};
