import { existsSync } from 'node:fs';
import { createBackend } from '../../main/app/backend/create-backend.ts';
import type { Backend } from '../../main/app/backend/backend.ts';
import type { CaseCondition } from '../../shared/case.ts';
import type { Input, Method, Output } from '../../shared/contract.ts';
import type { CaseId } from '../../shared/ids.ts';
import { ASSETS } from './open-backend.ts';

export const PASSPHRASE = 'plainly fictional words';

/** One thing that a client does in a vault. What is written to the same slot of a case replaces what was there. */
export type Deed =
  | { readonly does: 'write'; readonly caseId: CaseId; readonly slot: string; readonly value: string }
  | { readonly does: 'import'; readonly caseId: CaseId; readonly name: string }
  | { readonly does: 'export'; readonly caseId: CaseId; readonly path: string }
  | { readonly does: 'make'; readonly caseId: CaseId }
  | { readonly does: 'erase'; readonly caseId: CaseId };

/** `tried` before it is asked for, `done` once it was acknowledged; `at` in milliseconds. A case has no id before it is made. */
export type Noted = { readonly when: 'tried' | 'done'; readonly at: number; readonly deed: Deed };

/** What a reader sees of a case. */
export type SeenCase = {
  readonly condition: CaseCondition;
  /** What stands in each slot. */
  readonly slots: ReadonlyMap<string, string>;
  readonly records: readonly string[];
};

/** Calls a method and gives its answer; a refusal fails with its message. */
export type Ask = <M extends Method>(method: M, input: Input<M>) => Promise<Output<M>>;
export const asking =
  (backend: Backend): Ask =>
  async (method, input) => {
    const reply = await backend.call(method, input);
    if (!reply.ok) throw new Error(`${method}: ${reply.error.code}: ${reply.error.message}`);
    return reply.value as never;
  };

export const openStore = (storeDir: string): Promise<Backend> =>
  createBackend({ storeDir, assetsDir: ASSETS, parsers: 1, kdfCost: 2 ** 10, recognisesByItself: false });

/** Makes a vault with cases to work on: each with two items and five entries. */
export const makeStore = async (storeDir: string, cases: number): Promise<CaseId[]> => {
  const backend = await openStore(storeDir);
  const ask = asking(backend);
  await ask('vault.create', { passphrase: PASSPHRASE });
  const ids: CaseId[] = [];
  for (let at = 0; at < cases; at += 1) {
    const { caseId } = await ask('case.create', { letter: { items: [{}, {}] } as never, origin: 'records' });
    for (let day = 1; day <= 5; day += 1) {
      const date = `2016-05-0${String(day)}`;
      await ask('timeline.add', {
        caseId,
        entry: {
          date,
          dateText: date,
          dateKind: 'service',
          kind: 'visit',
          text: `Visit ${String(day)}.`,
          provider: '',
          reason: '',
          sources: [],
        } as never,
      });
    }
    ids.push(caseId);
  }
  await backend.close();
  return ids;
};

const seeCase = async (ask: Ask, caseId: CaseId): Promise<SeenCase> => {
  const { condition, facts } = await ask('case.show', { caseId });
  const items = await ask('item.list', { caseId });
  const entries = await ask('timeline.list', { caseId });
  const summary = await ask('summary.show', { caseId });
  const records = await ask('record.list', { caseId });
  return {
    condition,
    slots: new Map([
      ['organisation', facts.organisation],
      ['guidelineLabel', facts.guidelineLabel],
      ['summary', summary.map(({ text }) => text).join(' ')],
      ...items.flatMap(({ id, decision, rationale }): [string, string][] => [
        [`decision ${id}`, decision ?? ''],
        [`rationale ${id}`, rationale],
      ]),
      ...entries.map(({ id, state }): [string, string] => [`state ${id}`, state]),
    ]),
    records: records.map(({ fileName }) => fileName),
  };
};

/** Opens a vault and reads all of its cases; one that cannot be read has only its condition. */
export const seeStore = async (storeDir: string): Promise<ReadonlyMap<CaseId, SeenCase>> => {
  const backend = await openStore(storeDir);
  const ask = asking(backend);
  await ask('vault.unlock', { passphrase: PASSPHRASE });
  const seen = new Map<CaseId, SeenCase>();
  for (const { id } of await ask('case.list', {})) {
    try {
      seen.set(id, await seeCase(ask, id));
    } catch {
      const row = (await ask('case.list', {})).find((one) => one.id === id);
      if (row === undefined) continue;
      seen.set(id, { condition: row.condition, slots: new Map(), records: [] });
    }
  }
  await backend.close();
  return seen;
};

type Slot = { done: Noted | null; pending: string[] };

const valueIn = ({ deed }: Noted): string => (deed.does === 'write' ? deed.value : '');

/** The last value of each slot that was acknowledged, and those that were on their way when it ended. */
const slotsOf = (log: readonly Noted[]): ReadonlyMap<string, Slot> => {
  const slots = new Map<string, Slot>();
  for (const noted of log) {
    const { when, deed } = noted;
    if (deed.does !== 'write') continue;
    const key = `${deed.caseId} ${deed.slot}`;
    const slot = slots.get(key) ?? { done: null, pending: [] };
    if (when === 'tried') slot.pending.push(deed.value);
    else {
      slot.done = noted;
      slot.pending = slot.pending.filter((value) => value !== deed.value);
    }
    slots.set(key, slot);
  }
  return slots;
};

/** What was acknowledged and is not there. */
export const lostIn = (log: readonly Noted[], seen: ReadonlyMap<CaseId, SeenCase>): Noted[] => {
  const gone = new Set(log.flatMap(({ deed }) => (deed.does === 'erase' ? [deed.caseId] : [])));
  const isSeen = (caseId: CaseId): boolean => seen.has(caseId) || gone.has(caseId);
  const lostSlots = [...slotsOf(log).values()].flatMap(({ done, pending }) => {
    if (done === null || done.deed.does !== 'write' || gone.has(done.deed.caseId)) return [];
    const value = seen.get(done.deed.caseId)?.slots.get(done.deed.slot);
    return value === valueIn(done) || (value !== undefined && pending.includes(value)) ? [] : [done];
  });
  const lostOthers = log.filter(({ when, deed }) => {
    if (when === 'tried') return false;
    switch (deed.does) {
      case 'import':
        return !gone.has(deed.caseId) && seen.get(deed.caseId)?.records.includes(deed.name) !== true;
      case 'export':
        return !existsSync(deed.path);
      case 'make':
        return !isSeen(deed.caseId);
      case 'erase':
        return seen.has(deed.caseId);
      default:
        return false;
    }
  });
  return [...lostSlots, ...lostOthers];
};
