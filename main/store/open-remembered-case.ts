import type { CaseCondition } from '../../shared/case.ts';
import { brokenLinkIn } from './change-case.ts';
import { EMPTY_HEAD, hashAt, readHead } from './case-head.ts';
import { framesOnDisk, framesRead } from './case-log.ts';
import { SOUND, type CaseMemory } from './case-memory.ts';
import { isDamage } from './error-sentences.ts';
import { judgeCase } from './judge-case.ts';
import { CASE_MIGRATIONS } from './migrations/case.ts';
import { openDatabase, type Database, type FileKey } from './open-database.ts';

/** An open case file and whether it can be worked on; one that is not sound takes no write at all. */
export type RememberedCase = { readonly db: Database; readonly condition: CaseCondition };

export type CaseToOpen = {
  readonly path: string;
  readonly key: FileKey;
  readonly memory: CaseMemory | undefined;
  readonly now: Date;
  /** Writes the log into the file. */
  readonly fold: (db: Database) => void;
};

/** What is said of a case of which some pages cannot be read. */
export const PARTLY_DAMAGED: CaseCondition = {
  state: 'damaged',
  reason:
    'Parts of the file of this case are damaged. What can still be read is shown, but nothing can be changed: restore the file from a backup.',
};

/** True where every page of the file can be read and all belongs together, the log of changes too. */
const isIntact = (db: Database): boolean => {
  try {
    return db.pragma('integrity_check', { simple: true }) === 'ok' && brokenLinkIn(db) === null;
  } catch (error) {
    if (isDamage(error)) return false;
    throw error;
  }
};

const judge = (db: Database, { memory, now }: CaseToOpen, onDisk: number | null): CaseCondition => {
  const log = onDisk === null ? null : { onDisk, read: framesRead(db) };
  const known = memory ?? { head: null, folding: 0, condition: SOUND };
  const hashThere = hashAt(db, (known.head ?? EMPTY_HEAD).seq);
  const judged = judgeCase(known, { head: readHead(db), hashThere, log }, now);
  // Damage that was met before, or that a torn log may have done, is looked for in the whole file.
  const isDoubtful = known.condition.state === 'damaged' || known.folding > 0;
  return isDoubtful && !isIntact(db) ? PARTLY_DAMAGED : judged;
};

const judgeWhatCanBeRead = (db: Database, toOpen: CaseToOpen, onDisk: number | null): CaseCondition => {
  try {
    return judge(db, toOpen, onDisk);
  } catch (error) {
    if (isDamage(error)) return PARTLY_DAMAGED;
    throw error;
  }
};

/** Opens an existing case. Refuses with `damaged`, `refused` or `newer-version`. */
export const openRememberedCase = (toOpen: CaseToOpen): RememberedCase => {
  // SQLite makes an empty log where there is none.
  const onDisk = framesOnDisk(toOpen.path);
  const db = openDatabase(toOpen.path, toOpen.key, CASE_MIGRATIONS, false);
  try {
    const condition = judgeWhatCanBeRead(db, toOpen, onDisk);
    if (condition.state === 'sound') toOpen.fold(db);
    else db.pragma('query_only = ON');
    return { db, condition };
  } catch (error) {
    db.close();
    throw error;
  }
};
