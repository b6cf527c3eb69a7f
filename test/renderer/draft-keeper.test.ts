import { WRITE_AFTER_MS, makeDraftKeeper } from '../../renderer/data/draft-keeper.ts';
import type { DraftKeeper, KeeperState } from '../../renderer/data/draft-keeper.ts';

let written: string[];
let states: KeeperState[];
let keeper: DraftKeeper;

beforeEach(() => {
  jest.useFakeTimers();
  written = [];
  states = [];
  keeper = makeDraftKeeper((state) => states.push(state));
  keeper.use(
    async (text) => written.push(text) > 0,
    () => undefined,
  );
});
afterEach(() => jest.useRealTimers());

describe('a draft', () => {
  it('is written within a second of a key even while one types without a pause', async () => {
    expect(WRITE_AFTER_MS).toBeLessThan(1000);
    for (let key = 1; key <= 20; key += 1) {
      keeper.note('x'.repeat(key));
      await jest.advanceTimersByTimeAsync(100);
    }
    expect(written.length).toBeGreaterThanOrEqual(2);
    expect(written.at(-1)!.length).toBeGreaterThanOrEqual(13);
  });

  it('is written at once when it is flushed, and only once', async () => {
    keeper.note('He was seen.');
    await keeper.flush();
    await jest.advanceTimersByTimeAsync(5000);
    expect(written).toEqual(['He was seen.']);
    expect(states.at(-1)).toEqual({ isOpen: false, hasFailed: false });
  });

  it('never lets an older text be written after a newer one', async () => {
    const waits = [300, 10];
    keeper.use(
      (text) => new Promise((resolve) => setTimeout(() => resolve(written.push(text) > 0), waits.shift() ?? 0)),
      () => undefined,
    );
    keeper.note('old');
    const first = keeper.flush();
    await jest.advanceTimersByTimeAsync(10);
    keeper.note('new');
    const second = keeper.flush();
    await jest.advanceTimersByTimeAsync(1000);
    await Promise.all([first, second]);
    expect(written).toEqual(['old', 'new']);
  });

  it('keeps a refused text and writes it with the next flush', async () => {
    keeper.use(
      () => Promise.resolve(false),
      () => undefined,
    );
    keeper.note('precious');
    await keeper.flush();
    expect(keeper.isOpen()).toBe(true);
    expect(states.at(-1)).toEqual({ isOpen: true, hasFailed: true });
    keeper.use(
      async (text) => written.push(text) > 0,
      () => undefined,
    );
    await keeper.flush();
    expect(written).toEqual(['precious']);
  });

  it('tells that a text was written only if nothing newer was typed meanwhile', async () => {
    const told: string[] = [];
    keeper.use(
      (text) => new Promise((resolve) => setTimeout(() => resolve(written.push(text) > 0), 50)),
      (text) => told.push(text),
    );
    keeper.note('one');
    const flushed = keeper.flush();
    await jest.advanceTimersByTimeAsync(10);
    keeper.note('two');
    await jest.advanceTimersByTimeAsync(2000);
    await flushed;
    expect(told).toEqual(['two']);
  });
});
