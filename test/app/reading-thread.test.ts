import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newReading, ReadingTooSlow, type Reading } from '../../main/app/timeline/reading-thread.ts';
import type { DocumentPages } from '../../main/app/timeline/reading-tasks.ts';
import { temporaryFolder } from '../support/temporary.ts';

/** A thread that never answers for a page that says so, and says its words for every other. */
const SCRIPT = `
const { parentPort } = require('node:worker_threads');
parentPort.on('message', ({ id, call }) => {
  if (call === undefined) return;
  const text = call.parts[0].text.pages[0].text;
  while (text === 'endless');
  parentPort.postMessage({ id, isDone: true, value: text });
});`;

const record = (text: string): DocumentPages => ({ text: { pages: [{ page: 1, text }] } }) as unknown as DocumentPages;

let reading: Reading;
beforeAll(() => {
  const script = join(temporaryFolder(), 'slow.cjs');
  writeFileSync(script, SCRIPT);
  reading = newReading(script, 4000);
});
afterAll(() => reading.close());

describe('the thread of reading', () => {
  it('gives up the pages that take too long, and answers those that waited behind them', async () => {
    const asked = ['one', 'endless', 'two', 'three'].map((text) =>
      reading
        .readPages([record(text)], { latest: '2016-01-01' })
        .catch((error: unknown) => (error instanceof ReadingTooSlow ? 'too slow' : error)),
    );
    expect(await Promise.all(asked)).toEqual(['one', 'too slow', 'two', 'three']);
  });
});
