import type { ReadCase } from '../../store/case-file.ts';
import type { App, Call } from '../backend/app.ts';
import type { Pace } from './import-pace.ts';
import { newTurns } from '../backend/in-turn.ts';

type Turns<K> = ReturnType<typeof newTurns<K>>;

/** One run over the ledger of a case. Whatever falls out in which order, it leads to the same ledger. */
export type ImportRun = {
  readonly app: App;
  readonly file: ReadCase;
  readonly call: Call;
  readonly pace: Pace;
  /** Originals are kept one after the other, in the order in which the files were given. */
  readonly keep: Turns<'keep'>;
  /** The same bytes given twice at once are read once, by the file that was given first; by original. */
  readonly read: Turns<number>;
  /** Settles when no file before this one of the ledger is being worked on. */
  readonly earlier: (id: number) => Promise<void>;
  /** Notes that a file of the ledger is being worked on until `work` settles. */
  readonly begin: (id: number, work: Promise<void>) => Promise<void>;
  /** Names the bytes of an archive to the parsers; they are let go of when the run ends. */
  readonly holdArchive: (key: string) => void;
  readonly end: () => void;
};

export const newImportRun = (parts: Pick<ImportRun, 'app' | 'file' | 'call' | 'pace'>): ImportRun => {
  const underWay = new Map<number, Promise<unknown>>();
  const archives = new Set<string>();
  return {
    ...parts,
    keep: newTurns(),
    read: newTurns(),
    earlier: async (id) => {
      const before = (): Promise<unknown>[] => [...underWay].flatMap(([other, work]) => (other < id ? [work] : []));
      for (let works = before(); works.length > 0; works = before()) await Promise.all(works);
    },
    begin: (id, work) => {
      underWay.set(
        id,
        work.catch(() => undefined).finally(() => underWay.delete(id)),
      );
      return work;
    },
    holdArchive: (key) => archives.add(key),
    end: () => archives.forEach(parts.app.pool.forget),
  };
};
