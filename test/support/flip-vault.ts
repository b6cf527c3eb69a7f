import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Backend } from '../../main/app/backend/backend.ts';
import { CaseId } from '../../shared/ids.ts';
import { Letter } from '../../shared/letter.ts';
import { seededRandom } from './sample/seeded-random.ts';
import { asking, openStore, PASSPHRASE } from './vault-work.ts';

const CASES = 3;
const WORDS = Array.from({ length: 400 }, (_, line) => `Line ${String(line)}: the low back was examined.`).join('\n');

/** The files of a vault as a kill leaves them: with logs that hold the last changes. Returns its folder. */
export const makeFlipStore = async (folder: string): Promise<string> => {
  const [made, copy] = [join(folder, 'made'), join(folder, 'flips')];
  const backend = await openStore(made);
  const ask = asking(backend);
  await ask('vault.create', { passphrase: PASSPHRASE });
  await ask('settings.update', { reviewerName: 'Quentin Farthingale', theme: 'dark' });
  await ask('ownWord.add', { word: 'kinesiotape' });
  await ask('snippet.save', { snippet: { id: '', name: 'close', text: 'Therefore.', decision: null } });
  const ids: CaseId[] = [];
  for (let at = 1; at <= CASES; at += 1) {
    const letter = Letter.parse({
      header: { caseNumber: `CM16-990000${String(at)}` },
      items: [{ heading: 'Lumbar brace' }],
    });
    const { caseId } = await ask('case.create', { letter, origin: 'records' });
    const bytes = new TextEncoder().encode(`Seen on 05/24/2016.\n${WORDS}`);
    await ask('record.import', { caseId, files: await backend.offer([{ kind: 'bytes', name: 'note.txt', bytes }]) });
    ids.push(caseId);
  }
  // What was done up to here stands in the files, and what follows in the logs.
  await ask('vault.lock', {});
  await ask('vault.unlock', { passphrase: PASSPHRASE });
  for (const caseId of ids)
    for (let change = 0; change < 8; change += 1)
      await ask('case.update', { caseId, facts: { organisation: `Example Reviews ${String(change)}` } });
  mkdirSync(join(copy, 'cases'), { recursive: true });
  for (const part of ['', 'cases'])
    readdirSync(join(made, part), { withFileTypes: true })
      .filter((entry) => entry.isFile() && !/-shm$|\.lock$|vault\.open$/.test(entry.name))
      .forEach(({ name }) => writeFileSync(join(copy, part, name), readFileSync(join(made, part, name))));
  await backend.close();
  return copy;
};

const hashOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');

/** An answer as it is compared: what it holds, or the code that it was refused with. */
type Answer = { readonly hash: string } | { readonly refused: string };

/** What a reader sees of a vault: every case by its answers, and what belongs to no case. */
type View = {
  readonly cases: ReadonlyMap<CaseId, readonly Answer[]>;
  readonly others: readonly Answer[];
  readonly notices: number;
  /** The cases that are called damaged or set back. */
  readonly unsound: ReadonlySet<CaseId>;
  /** Null where the vault did not open; then why. */
  readonly refused: string | null;
};

const answerTo = async (backend: Backend, method: string, input: object): Promise<Answer> => {
  const reply = await backend.call(method, input);
  return reply.ok ? { hash: hashOf(reply.value) } : { refused: reply.error.code };
};

const READS = ['item.list', 'timeline.list', 'summary.show', 'intake.list', 'record.list', 'page.list'] as const;

const viewCase = async (backend: Backend, caseId: CaseId): Promise<Answer[]> => {
  const answers: Answer[] = [];
  const shown = await backend.call('case.show', { caseId });
  // Whether the case is sound is looked at by itself; undo is a matter of what is done next.
  const { condition: _, ...facts } = shown.ok ? (shown.value as { condition: unknown }) : { condition: null };
  answers.push(shown.ok ? { hash: hashOf(facts) } : { refused: shown.error.code });
  for (const method of READS) answers.push(await answerTo(backend, method, { caseId }));
  const pages = await backend.call('page.list', { caseId });
  for (const { id } of pages.ok ? (pages.value as { id: string }[]) : [])
    answers.push(await answerTo(backend, 'page.show', { caseId, pageId: id }));
  const [target] = await backend.offer([{ kind: 'download', name: 'original' }]);
  answers.push(await answerTo(backend, 'intake.original', { caseId, id: 1, target }));
  return answers;
};

/** Opens a vault and reads everything in it. */
const viewStore = async (storeDir: string): Promise<View> => {
  const backend = await openStore(storeDir);
  try {
    const unlocked = await backend.call('vault.unlock', { passphrase: PASSPHRASE });
    if (!unlocked.ok)
      return { cases: new Map(), others: [], notices: 0, unsound: new Set(), refused: unlocked.error.code };
    const ask = asking(backend);
    const cases = new Map<CaseId, Answer[]>();
    for (const { id } of await ask('case.list', {})) cases.set(id, await viewCase(backend, id));
    const others = [await answerTo(backend, 'settings.show', {}), await answerTo(backend, 'snippet.list', {})];
    const rows = await ask('case.list', {});
    return {
      cases,
      others,
      notices: (await ask('vault.notices', {})).length,
      unsound: new Set(rows.flatMap(({ id, condition }) => (condition.state === 'sound' ? [] : [id]))),
      refused: null,
    };
  } finally {
    await backend.close();
  }
};

/** What came of one flip. */
export type Flipped = {
  readonly file: string;
  /** True where a reader sees something else than before, a refusal included. */
  readonly changes: boolean;
  /** Something else is seen, and nothing says that anything is wrong. */
  readonly silent: boolean;
  /** A case that the flipped file does not belong to is gone or reads otherwise. */
  readonly hides: boolean;
};

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const judge = (path: string, before: View, after: View): Flipped => {
  const file = basename(path);
  const own = CaseId.safeParse(file.split('.')[0]);
  const ownCase = path.includes('cases') && own.success ? own.data : null;
  const changed = [...before.cases].filter(([id, answers]) => !same(answers, after.cases.get(id)));
  const othersChanged = !same(before.others, after.others);
  const isNamed = (id: CaseId): boolean =>
    after.unsound.has(id) ||
    after.cases.get(id)?.some((answer) => 'refused' in answer && answer.refused === 'damaged') === true;
  const silent =
    after.refused === null
      ? changed.some(([id]) => !isNamed(id)) || (othersChanged && after.notices === 0)
      : after.refused !== 'damaged';
  return {
    file,
    changes: changed.length > 0 || othersChanged || after.refused !== null,
    silent,
    hides: after.refused !== null || changed.some(([id]) => id !== ownCase),
  };
};

const filesIn = (storeDir: string): string[] =>
  ['', 'cases'].flatMap((part) =>
    readdirSync(join(storeDir, part))
      .map((name) => join(part, name))
      .filter((name) => statSync(join(storeDir, name)).isFile() && statSync(join(storeDir, name)).size > 0),
  );

/** Flips one bit at a time, each kind of file as often as the others, and says what a reader sees of each. */
export const flipStore = async (
  storeDir: string,
  folder: string,
  count: number,
  seed: number,
  say: (done: number) => void = () => undefined,
): Promise<Flipped[]> => {
  const random = seededRandom(seed);
  const files = filesIn(storeDir);
  const kinds = [...new Set(files.map((name) => name.replace(/cases.[^.]*/, 'cases')))];
  const own = join(folder, 'flipped');
  const refresh = (): void => {
    rmSync(own, { recursive: true, force: true });
    cpSync(storeDir, own, { recursive: true });
  };
  refresh();
  const before = await viewStore(own);
  const results: Flipped[] = [];
  for (let at = 0; at < count; at += 1) {
    refresh();
    const kind = kinds[at % kinds.length];
    const candidates = files.filter((name) => name.replace(/cases.[^.]*/, 'cases') === kind);
    const name = candidates[Math.floor(random() * candidates.length)] ?? '';
    const bytes = readFileSync(join(own, name));
    const byte = Math.floor(random() * bytes.length);
    bytes[byte] = (bytes[byte] ?? 0) ^ (1 << Math.floor(random() * 8));
    writeFileSync(join(own, name), bytes);
    results.push(judge(name, before, await viewStore(own)));
    say(at + 1);
  }
  rmSync(own, { recursive: true, force: true });
  return results;
};
