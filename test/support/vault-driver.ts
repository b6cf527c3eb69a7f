import { writeSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseId } from '../../shared/ids.ts';
import { seededRandom } from './sample/seeded-random.ts';
import { asking, openStore, PASSPHRASE, type Deed, type Noted } from './vault-work.ts';

/**
 * Two clients that work in a vault at once, until they are killed: `vault-driver.ts STORE OUT SEED CASE...`. They type,
 * decide, import, export, make and erase cases. Every deed is a line of JSON before it is asked for and after it was
 * acknowledged, written at once.
 */
const [storeDir = '', out = '', seed = '1', ...cases] = process.argv.slice(2);
const backend = await openStore(storeDir);
const ask = asking(backend);
await ask('vault.unlock', { passphrase: PASSPHRASE });

const say = (when: Noted['when'], deed: Deed): void =>
  void writeSync(1, `${JSON.stringify({ when, at: Date.now(), deed } satisfies Noted)}\n`);

const doing = async <T>(deed: Deed, work: () => Promise<T>): Promise<T> => {
  say('tried', deed);
  const value = await work();
  say('done', deed);
  return value;
};

const made: CaseId[] = [];
let counter = 0;

const client = async (name: string, random: () => number): Promise<never> => {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const next = (): string => `${name} ${String((counter += 1))}`;
  const write = (caseId: CaseId, slot: string, value: string, work: () => Promise<unknown>): Promise<unknown> =>
    doing({ does: 'write', caseId, slot, value }, work);
  const types = async (caseId: CaseId): Promise<void> => {
    const [field, value] = [pick(['organisation', 'guidelineLabel'] as const), next()];
    await write(caseId, field, value, () => ask('case.update', { caseId, facts: { [field]: value } }));
  };
  const writesProse = async (caseId: CaseId): Promise<void> => {
    const value = `The worker was seen, ${next()}.`;
    await write(caseId, 'summary', value, () => ask('summary.write', { caseId, text: value }));
  };
  const decides = async (caseId: CaseId): Promise<void> => {
    const { id } = pick(await ask('item.list', { caseId }));
    const [decision, rationale] = [pick(['Upheld', 'Overturned'] as const), `It is so, ${next()}.`];
    await write(caseId, `decision ${id}`, decision, () => ask('item.edit', { caseId, id, change: { decision } }));
    await write(caseId, `rationale ${id}`, rationale, () => ask('item.edit', { caseId, id, change: { rationale } }));
  };
  const accepts = async (caseId: CaseId): Promise<void> => {
    const { id } = pick(await ask('timeline.list', { caseId }));
    const state = pick(['accepted', 'rejected'] as const);
    await write(caseId, `state ${id}`, state, () => ask('timeline.decide', { caseId, ids: [id], state }));
  };
  const imports = async (caseId: CaseId): Promise<void> => {
    const fileName = `${next().replace(' ', '-')}.txt`;
    const bytes = new TextEncoder().encode(`Seen on 05/24/2016 for the low back, ${fileName}.`);
    const files = await backend.offer([{ kind: 'bytes', name: fileName, bytes }]);
    await doing({ does: 'import', caseId, name: fileName }, () => ask('record.import', { caseId, files }));
  };
  const exports = async (caseId: CaseId): Promise<void> => {
    const path = join(out, `${next().replace(' ', '-')}.docx`);
    const [target] = await backend.offer([{ kind: 'target', path }]);
    if (target === undefined) return;
    await doing({ does: 'export', caseId, path }, () => ask('letter.export', { caseId, target, force: 'a test' }));
  };
  const makes = async (): Promise<void> => {
    const { caseId } = await ask('case.create', { letter: {} as never, origin: 'records' });
    say('done', { does: 'make', caseId });
    made.push(caseId);
  };
  const erases = async (): Promise<void> => {
    const caseId = made.shift();
    if (caseId !== undefined) await doing({ does: 'erase', caseId }, () => ask('case.erase', { caseId }));
  };
  const often = [types, types, types, writesProse, decides, accepts];
  for (;;) {
    const rare = random();
    if (rare < 0.03) await imports(pick(cases) as CaseId);
    else if (rare < 0.05) await exports(pick(cases) as CaseId);
    else if (rare < 0.07) await makes();
    else if (rare < 0.09) await erases();
    else await pick(often)(pick(cases) as CaseId);
  }
};

writeSync(1, 'begun\n');
const random = seededRandom(Number(seed));
await Promise.all([client('one', random), client('two', random)]);
