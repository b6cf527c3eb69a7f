import type { CaseCondition, CaseRow } from '../../../shared/case.ts';
import type { CaseId } from '../../../shared/ids.ts';
import { Refusal } from '../../../shared/reply.ts';
import type { ReadCase } from '../../store/case-file.ts';
import { SOUND } from '../../store/case-memory.ts';
import { headOf } from '../../store/change-case.ts';
import { closeCaseFile } from '../../store/open-case.ts';
import type { Vault } from '../../store/vault.ts';

/** The unlocked vault and the case files that are open. */
export type Session = {
  readonly isUnlocked: () => boolean;
  /** Takes the vault; cases of which it does not know yet what the list shows are opened once for that. */
  readonly begin: (vault: Vault) => void;
  /** Refuses with `locked`. */
  readonly vault: () => Vault;
  /**
   * The case's file, opened once. One that is set back or partly damaged can be read only. Refuses with `locked`,
   * `not-found`, `damaged`, `refused` or `newer-version`; the vault remembers that it could not be opened.
   */
  readonly case: (id: CaseId) => ReadCase;
  /**
   * The same for what writes outside the case and is to stand in its log. Refuses, before anything is written, with
   * `refused` a case that can be read only.
   */
  readonly caseToLog: (id: CaseId) => ReadCase;
  /** Gives the case's file to `work` without taking up what waits in it, and closes it again where nobody else needs it. */
  readonly visit: <T>(id: CaseId, work: (file: ReadCase) => Promise<T>) => Promise<T>;
  readonly create: (id: CaseId, at: string) => ReadCase;
  readonly conditionOf: (id: CaseId) => CaseCondition;
  /** Takes a case that is set back as it stands; refuses with `refused` where it is not. */
  readonly keep: (id: CaseId) => void;
  /** Remembers that damage was met while the case was read; it is opened anew when it is next asked for. */
  readonly noteDamage: (id: CaseId, reason: string) => void;
  /** Lets the vault remember what was written since; before whoever asked for it is answered. Never throws. */
  readonly settle: () => void;
  /** Closes the case's file; `settled` false leaves what the vault remembers of it, as the case is erased. */
  readonly closeCase: (id: CaseId, settled?: boolean) => void;
  /** Closes every file and forgets the keys. */
  readonly end: () => void;
};

/** What a session asks of the application around it. */
export type SessionPorts = {
  /** Is told of every case that is opened to be worked on. */
  readonly onOpen: (file: ReadCase) => void;
  /** What the list shows of a case. */
  readonly rowOf: (file: ReadCase, createdAt: string) => CaseRow;
  readonly now: () => Date;
  /** Is told that the list of cases has changed. */
  readonly onListChanged: () => void;
  readonly report: (where: string, error: unknown) => void;
};

/** What the background writes is remembered this soon, where nobody is answered before. */
const SETTLE_MS = 200;
/** A log that is lost costs what was written since it was last written into its file. */
const FOLD_MS = 2000;

const NOT_SET_BACK = 'This case is not set back; there is nothing to keep.';

/** Calls `work` once, `after` milliseconds from the first time it is asked for. */
const later = (work: () => void, after: number): { readonly start: () => void; readonly stop: () => void } => {
  let timer: NodeJS.Timeout | undefined;
  const stop = (): void => {
    clearTimeout(timer);
    timer = undefined;
  };
  const run = (): void => {
    stop();
    work();
  };
  return { start: () => void (timer ??= setTimeout(run, after).unref()), stop };
};

/** The cases that were written to: what the vault has to remember of them, and which logs are to be written into their files. */
class Unsettled {
  readonly #heads = new Set<ReadCase>();
  readonly #logs = new Set<ReadCase>();
  readonly #ports: SessionPorts;
  readonly #vault: () => Vault;
  readonly #settling = later(() => this.settle(), SETTLE_MS);
  readonly #folding = later(() => this.fold(), FOLD_MS);

  constructor(ports: SessionPorts, vault: () => Vault) {
    this.#ports = ports;
    this.#vault = vault;
  }

  note(file: ReadCase): void {
    this.#heads.add(file);
    this.#logs.add(file);
    this.#settling.start();
    this.#folding.start();
  }

  settle(): void {
    this.#settling.stop();
    if (this.#heads.size > 0) this.#attempt('remember', () => this.#settleAll());
  }

  #settleAll(): void {
    const vault = this.#vault();
    vault.change(() =>
      this.#heads.forEach((file) => vault.memories.saveHead(file.id, headOf(file), this.#rowText(file))),
    );
    this.#heads.clear();
  }

  /** Null where the list has to go on showing what it shows, as the file cannot be read. */
  #rowText(file: ReadCase): string | null {
    try {
      return JSON.stringify(this.#ports.rowOf(file, this.#vault().createdAt(file.id)));
    } catch (error) {
      this.#ports.report('list', error);
      return null;
    }
  }

  fold(): void {
    this.settle();
    this.#folding.stop();
    this.#logs.forEach((file) => this.#attempt('fold', () => this.#vault().foldCase(file)));
    this.#logs.clear();
  }

  forget(file: ReadCase): void {
    this.#heads.delete(file);
    this.#logs.delete(file);
  }

  /** What fails here was kept already, in the case itself; it is tried again with the next write. */
  #attempt(what: string, work: () => void): void {
    try {
      work();
    } catch (error) {
      this.#ports.report(what, error);
    }
  }
}

type Open = {
  readonly file: ReadCase;
  readonly condition: CaseCondition;
  /** It was opened by a visit alone. */
  isVisited: boolean;
};

export const newSession = (ports: SessionPorts): Session => {
  let current: Vault | null = null;
  const open = new Map<CaseId, Open>();
  const vault = (): Vault => {
    if (current === null) throw new Refusal('locked', 'The vault is locked; unlock it with the passphrase first.');
    return current;
  };
  const unsettled = new Unsettled(ports, vault);
  const remember = (id: CaseId, condition: CaseCondition): void => {
    const { memories } = vault();
    const known = memories.of(id)?.condition ?? SOUND;
    if (known.state === condition.state && known.reason === condition.reason) return;
    memories.saveCondition(id, condition);
    ports.onListChanged();
  };
  const openOne = (id: CaseId): Open => {
    try {
      const opened = vault().openCase(id, () => unsettled.note(opened.file), ports.now());
      remember(id, opened.condition);
      return { ...opened, isVisited: true };
    } catch (error) {
      if (error instanceof Refusal && ['damaged', 'refused', 'newer-version'].includes(error.code))
        remember(id, { state: 'damaged', reason: error.message });
      throw error;
    }
  };
  const isRemembered = (file: ReadCase): boolean => {
    const { head, row } = vault().memories.of(file.id) ?? { head: null, row: null };
    return row !== null && head !== null && head.writes === headOf(file).writes;
  };
  const take = (opened: Open): ReadCase => {
    const { file, condition, isVisited } = opened;
    open.set(file.id, opened);
    opened.isVisited = false;
    if (!isVisited) return file;
    if (condition.state !== 'sound') return file;
    if (!isRemembered(file)) unsettled.note(file);
    ports.onOpen(file);
    return file;
  };
  const closeCase = (id: CaseId, settled = true): void => {
    const opened = open.get(id);
    if (opened === undefined) return;
    if (settled) unsettled.fold();
    unsettled.forget(opened.file);
    closeCaseFile(opened.file);
    open.delete(id);
  };
  /** Opens a case for the list alone; what is wrong with it is remembered. */
  const fill = (id: CaseId): void => {
    try {
      const { file, condition } = openOne(id);
      const row = ports.rowOf(file, vault().createdAt(id));
      const head = condition.state === 'set-back' ? null : headOf(file);
      if (head !== null) vault().memories.saveHead(id, head, JSON.stringify(row));
      closeCaseFile(file);
    } catch (error) {
      if (!(error instanceof Refusal)) ports.report('list', error);
    }
  };
  return {
    isUnlocked: () => current !== null,
    begin: (opened) => {
      current?.close();
      current = opened;
      opened.memories
        .all()
        .filter(({ row, condition }) => row === null && condition.state === 'sound')
        .forEach(({ id }) => fill(id));
    },
    vault,
    case: (id) => take(open.get(id) ?? openOne(id)),
    caseToLog: (id) => {
      const file = take(open.get(id) ?? openOne(id));
      const { state, reason } = open.get(id)?.condition ?? SOUND;
      if (state !== 'sound') throw new Refusal('refused', reason);
      return file;
    },
    visit: async (id, work) => {
      const opened = open.get(id) ?? openOne(id);
      open.set(id, opened);
      try {
        return await work(opened.file);
      } finally {
        if (opened.isVisited && open.get(id) === opened) closeCase(id);
      }
    },
    create: (id, at) => {
      const file: ReadCase = vault().createCase(id, at, () => unsettled.note(file));
      open.set(id, { file, condition: SOUND, isVisited: false });
      return file;
    },
    conditionOf: (id) => open.get(id)?.condition ?? vault().memories.of(id)?.condition ?? SOUND,
    keep: (id) => {
      const { file, condition } = open.get(id) ?? openOne(id);
      if (condition.state !== 'set-back') throw new Refusal('refused', NOT_SET_BACK);
      vault().keepCase(file, ports.now());
      closeCaseFile(file);
      open.delete(id);
      ports.onListChanged();
    },
    noteDamage: (id, reason) => {
      if (current === null) return;
      remember(id, { state: 'damaged', reason });
      closeCase(id, false);
    },
    settle: () => unsettled.settle(),
    closeCase,
    end: () => {
      unsettled.fold();
      [...open.keys()].forEach((id) => closeCase(id));
      current?.close();
      current = null;
    },
  };
};
