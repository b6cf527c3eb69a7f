import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AppEvent } from '../../shared/app-event.ts';
import type { Input, Method } from '../../shared/contract.ts';
import type { CaseId, FileToken } from '../../shared/ids.ts';
import { AppError } from '../../shared/reply.ts';
import type { Reply } from '../../shared/reply.ts';
import { temporaryFolder } from '../support/temporary.ts';
import { DESKS, type Desk } from './desks.ts';

const valueOf = <T>(reply: Reply<T>): T => {
  if (reply.ok) return reply.value;
  throw new Error(`${reply.error.code}: ${reply.error.message}`);
};
const codeOf = (reply: Reply<unknown>): string => {
  if (reply.ok) return 'ok';
  expect(AppError.safeParse(reply.error).error).toBeUndefined();
  return reply.error.code;
};
const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 10));
};

describe.each(DESKS)('the contract %s', (_, open) => {
  let desk: Desk;
  let caseId: CaseId;
  const folder = temporaryFolder();
  const events: AppEvent[] = [];
  /** Asks what no caller of ours would ask. */
  const ask = (method: string, input: unknown, callId?: string): Promise<Reply<unknown>> =>
    desk.call(method as Method, input as Input<Method>, callId);
  const noteAt = (name: string, text: string): string => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };

  beforeAll(async () => {
    desk = await open(join(folder, 'vault'));
    desk.subscribe((event) => events.push(event));
  });
  afterAll(() => desk.end());

  it('has no vault yet, and refuses as locked what needs one', async () => {
    expect(valueOf(await desk.call('vault.status', {}))).toEqual({ exists: false, unlocked: false });
    expect(codeOf(await desk.call('case.list', {}))).toBe('locked');
  });

  it('makes a vault, which is said to all that listen', async () => {
    expect(codeOf(await desk.call('vault.create', { passphrase: 'short' }))).toBe('usage');
    expect(valueOf(await desk.call('vault.create', { passphrase: 'a passphrase of the test' })).recoveryKey).toMatch(
      /^([A-Z0-9]{4}-){7}[A-Z0-9]{4}$/,
    );
    await until(() => events.some((event) => event.event === 'data.changed' && event.topics.includes('vault')));
    expect(codeOf(await desk.call('vault.create', { passphrase: 'a passphrase of the test' }))).toBe('exists');
  });

  it.each([
    'case.burn',
    'case',
    '',
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'host.open',
    'host.constructor',
  ])('knows no method "%s"', async (method) => {
    expect(codeOf(await ask(method, {}))).toBe('usage');
  });

  it.each([
    ['case.show', {}],
    ['case.show', { caseId: 7 }],
    ['case.show', { caseId: '../../etc' }],
    ['case.show', { caseId: 'A' }],
    ['case.show', { caseId: 'a'.repeat(41) }],
    ['case.show', { caseId: { $ne: '' } }],
    ['case.list', null],
    ['case.list', []],
    ['case.list', 'all'],
    ['case.list', { limit: 7 }],
    ['search.run', { caseId: 'a', query: 'x', limit: 0 }],
    ['settings.update', { theme: 'pink' }],
    ['timeline.merge', { caseId: 'a', ids: [] }],
    ['host.chooseTarget', {}],
    ['host.revealTarget', { file: '..' }],
    ['host.revealTarget', { file: 'a', path: '/etc' }],
  ])('refuses %s with %j as wrong usage', async (method, input) => {
    expect(codeOf(await ask(method, input))).toBe('usage');
  });

  it('names the field that is wrong, and does not repeat what was given', async () => {
    const reply = await ask('search.run', { caseId: 'Mr Example', query: 'x' });
    expect(reply).toMatchObject({ error: { message: expect.stringContaining('caseId') } });
    expect(JSON.stringify(reply)).not.toContain('Mr Example');
  });

  it('keeps what a command writes, and answers queries with it', async () => {
    caseId = valueOf(
      await desk.call('case.create', { letter: { header: { caseNumber: 'CM16-0000001' } }, origin: 'records' }),
    ).caseId;
    expect(valueOf(await desk.call('case.list', {}))).toMatchObject([{ id: caseId, caseNumber: 'CM16-0000001' }]);
    await until(() => events.some((event) => event.event === 'data.changed' && event.topics.includes('cases')));
  });

  it.each(['case.show', 'record.list', 'timeline.list', 'change.undo'])(
    'finds no case of another id with %s',
    async (method) => {
      expect(codeOf(await ask(method, { caseId: 'zzzz' }))).toBe('not-found');
    },
  );

  it('takes files by token, and knows no other token', async () => {
    const [file] = valueOf(await desk.offer([noteAt('note.txt', 'Seen on 05/24/2014 for low back pain.')]));
    expect(valueOf(await desk.call('file.text', { file: file! })).pages).toMatchObject([
      { page: 1, text: expect.stringContaining('05/24/2014') },
    ]);
    expect(codeOf(await desk.call('file.text', { file: 'zzzz' as FileToken }))).toBe('not-found');
    expect(codeOf(await ask('file.text', { file: '/etc/passwd' }))).toBe('usage');
  });

  it('runs a job to its end, with progress under the number that the caller gave it', async () => {
    const files = valueOf(
      await desk.offer(
        [1, 2, 3].map((at) =>
          noteAt(`visit-${at}.txt`, `Progress note ${at}. Date of visit: 05/2${at}/2014. Low back pain.`),
        ),
      ),
    );
    const result = valueOf(await desk.call('record.import', { caseId, files }, 'job-1'));
    expect(result.files.map(({ name, status }) => [name, status])).toEqual(
      [1, 2, 3].map((at) => [`visit-${at}.txt`, 'imported']),
    );
    await until(() => events.some((event) => event.event === 'job.progress' && event.callId === 'job-1'));
    expect(valueOf(await desk.call('record.list', { caseId }))).toHaveLength(3);
  });

  it('ends a job that is cancelled, and goes on', async () => {
    const many = join(folder, 'many');
    mkdirSync(many);
    const paths = Array.from({ length: 150 }, (__, at) =>
      noteAt(join('many', `letter-${at}.txt`), `Letter ${at}. `.repeat(200)),
    );
    const files = valueOf(await desk.offer(paths));
    const job = desk.call('record.import', { caseId, files }, 'job-2');
    await until(() => events.some((event) => event.event === 'job.progress' && event.callId === 'job-2'));
    desk.cancel('job-2');
    expect(codeOf(await job)).toBe('cancelled');
    expect(valueOf(await desk.call('record.list', { caseId })).length).toBeLessThan(153);
  });

  it('is not disturbed by cancelling what does not run', async () => {
    desk.cancel('job-9');
    desk.cancel('__proto__');
    expect(codeOf(await desk.call('vault.status', {}))).toBe('ok');
  });

  it('locks, and opens again with the passphrase alone', async () => {
    valueOf(await desk.call('vault.lock', {}));
    expect(codeOf(await desk.call('case.show', { caseId }))).toBe('locked');
    expect(codeOf(await desk.call('vault.unlock', { passphrase: 'another passphrase' }))).toBe('wrong-passphrase');
    valueOf(await desk.call('vault.unlock', { passphrase: 'a passphrase of the test' }));
    expect(valueOf(await desk.call('case.show', { caseId })).caseNumber).toBe('CM16-0000001');
  });
});
