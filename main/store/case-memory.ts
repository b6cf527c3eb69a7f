import type { CaseCondition } from '../../shared/case.ts';
import type { CaseId } from '../../shared/ids.ts';
import type { CaseHead } from './case-head.ts';
import type { VaultStatements } from './vault-statements.ts';

export const SOUND: CaseCondition = { state: 'sound', reason: '' };

/** What the vault remembers of a case without opening its file. */
export type CaseMemory = {
  readonly id: CaseId;
  readonly createdAt: string;
  /** What the list shows, as JSON; null where the file has never been opened since the vault remembers. */
  readonly row: string | null;
  /** Null where nothing is remembered: what stands in the file is then taken as it is. */
  readonly head: CaseHead | null;
  readonly condition: CaseCondition;
  /** Frames of the log that are being written into the file; 0: none. */
  readonly folding: number;
};

type Stored = {
  readonly id: CaseId;
  readonly created_at: string;
  readonly row: string | null;
  readonly seq: number | null;
  readonly hash: string | null;
  readonly writes: number | null;
  readonly at: string | null;
  readonly state: CaseCondition['state'] | null;
  readonly reason: string | null;
  readonly folding: number | null;
};

const headOf = ({ seq, hash, writes, at }: Stored): CaseHead | null =>
  seq === null || hash === null || writes === null || at === null ? null : { seq, hash, writes, at };

const toMemory = (stored: Stored): CaseMemory => ({
  id: stored.id,
  createdAt: stored.created_at,
  row: stored.row,
  head: headOf(stored),
  condition: { state: stored.state ?? 'sound', reason: stored.reason ?? '' },
  folding: stored.folding ?? 0,
});

const SELECT =
  'SELECT case_key.id, case_key.created_at, row, seq, hash, writes, at, state, reason, folding FROM case_key LEFT JOIN case_summary ON case_summary.id = case_key.id';

/** The table of what the vault remembers of its cases. Every function writes in one transaction, synced. */
export type CaseMemories = {
  readonly all: () => CaseMemory[];
  readonly of: (id: CaseId) => CaseMemory | undefined;
  /** Remembers where the file stands; a null row leaves what the list shows as it is. */
  readonly saveHead: (id: CaseId, head: CaseHead, row: string | null) => void;
  readonly saveCondition: (id: CaseId, condition: CaseCondition) => void;
  /** Says, before the log is written into the file, how long it is, and 0 when that is done. */
  readonly saveFolding: (id: CaseId, frames: number) => void;
};

export const caseMemories = ({ query, write }: VaultStatements): CaseMemories => ({
  all: () => query<[], Stored>(`${SELECT} ORDER BY case_key.created_at, case_key.id`).all().map(toMemory),
  of: (id) => {
    const found = query<[string], Stored>(`${SELECT} WHERE case_key.id = ?`).get(id);
    return found && toMemory(found);
  },
  saveHead: (id, head, row) => {
    write<[object]>(
      `INSERT INTO case_summary (id, row, seq, hash, writes, at) VALUES (@id, @row, @seq, @hash, @writes, @at)
       ON CONFLICT (id) DO UPDATE SET row = coalesce(excluded.row, row), seq = excluded.seq, hash = excluded.hash, writes = excluded.writes, at = excluded.at`,
    ).run({ id, row, ...head });
  },
  saveCondition: (id, condition) => {
    write<[object]>(
      `INSERT INTO case_summary (id, state, reason) VALUES (@id, @state, @reason)
       ON CONFLICT (id) DO UPDATE SET state = excluded.state, reason = excluded.reason`,
    ).run({ id, ...condition });
  },
  saveFolding: (id, frames) => {
    write<[number, string]>('UPDATE case_summary SET folding = ? WHERE id = ?').run(frames, id);
  },
});
