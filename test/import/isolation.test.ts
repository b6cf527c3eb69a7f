import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { forkParser } from '../../main/import/fork-parser.ts';
import type { ParserLimits } from '../../main/import/limits.ts';
import { createReaderPool } from '../../main/import/reader-pool.ts';
import type { ReaderPool } from '../../main/import/read-page.ts';
import { makePdf, textPage } from '../support/files/make-pdf.ts';
import { readFile } from '../support/read-file.ts';
import { temporaryFolder } from '../support/temporary.ts';

const HOSTILE = join(import.meta.dirname, '..', 'support', 'files', 'hostile-parser.ts');
const NOSY = join(import.meta.dirname, '..', 'support', 'files', 'nosy-parser.ts');
const LIMITS: ParserLimits = {
  open: 5000,
  pages: 3000,
  unpack: 3000,
  picture: 3000,
  recognise: 60_000,
  resident: 400_000_000,
  losses: 3,
};

/** A sound PDF of five pages that carries an order for the hostile parser in its first comment. */
const trap = async (order: string): Promise<Buffer> => {
  const bytes = await makePdf(Array.from({ length: 5 }, (_, index) => textPage(`page ${index + 1}`)));
  const end = bytes.indexOf('\n', 9);
  return Buffer.concat([bytes.subarray(0, 9), Buffer.from(`%${order}\n`), bytes.subarray(end + 1)]);
};

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

let pool: ReaderPool;
beforeAll(() => {
  pool = createReaderPool({ start: () => forkParser(HOSTILE), size: 1, limits: LIMITS });
});
afterAll(() => pool.close());

describe('a file that breaks its parser process', () => {
  it.each([
    ['hangs', 'open:hang', 'too-slow'],
    ['swells', 'open:swell', 'too-much-memory'],
    ['ends it', 'open:end', 'reader-failed'],
  ])('that %s on opening costs that file alone, with the reason', async (_, order, code) => {
    const others = [readFile(pool, await trap(order)), readFile(pool, Buffer.from('an innocent file'))] as const;
    const [broken, innocent] = await Promise.all(others);
    expect(broken).toMatchObject({ status: 'failed', reasons: [{ code }] });
    expect(innocent).toMatchObject({ status: 'read', kind: 'txt' });
  });

  it.each(['open:swell', 'open:gulp'])('by its memory (%s) is ended where only it can weigh itself', async (order) => {
    const weighed = createReaderPool({
      // As on Windows and macOS: nobody can look at the process from outside.
      start: () => ({ ...forkParser(HOSTILE, { isWeighed: true }), pid: undefined }),
      size: 1,
      limits: LIMITS,
    });
    expect(await readFile(weighed, await trap(order))).toMatchObject({
      status: 'failed',
      reasons: [{ code: 'too-much-memory' }],
    });
    expect(await readFile(weighed, Buffer.from('an innocent file'))).toMatchObject({ status: 'read', kind: 'txt' });
    await weighed.close();
  });

  it.each(['page:hang', 'page:end'])('at one page (%s) costs that page, and the others are read', async (order) => {
    const { status, pages, read } = await readFile(pool, await trap(order));
    expect({ status, pages }).toEqual({ status: 'read', pages: 5 });
    expect(read.map((page) => page.text)).toEqual(['page 1', 'page 2', '', 'page 4', 'page 5']);
    expect(read[2]).toMatchObject({
      needsOcr: true,
      blank: false,
      messages: [expect.stringContaining('could not be read')],
    });
  });

  it('reads no file but the program, writes none, and starts no process', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'another.txt'), 'a file of somebody');
    const parser = forkParser(NOSY);
    const tried = new Promise((resolve) => parser.onMessage(resolve));
    parser.post({ folder });
    expect(await tried).toEqual({
      read: 'ERR_ACCESS_DENIED',
      list: 'ERR_ACCESS_DENIED',
      write: 'ERR_ACCESS_DENIED',
      start: 'ERR_ACCESS_DENIED',
      own: 'done',
    });
    parser.kill();
  });

  it('does not outlive the pool', async () => {
    const started: (number | undefined)[] = [];
    const brief = createReaderPool({
      start: () => {
        const process = forkParser();
        started.push(process.pid);
        return process;
      },
      size: 2,
    });
    expect((await readFile(brief, Buffer.from('x y z'))).status).toBe('read');
    await brief.close();
    expect(started.length).toBe(2);
    for (let waits = 0; waits < 100 && started.some((pid) => isAlive(pid!)); waits += 1)
      await new Promise((resolve) => setTimeout(resolve, 50));
    expect(started.filter((pid) => isAlive(pid!))).toEqual([]);
  });
});
