import { WRITE_AFTER_MS, makeEditKeeper } from '../../renderer/data/edit-keeper.ts';
import type { EditKeeper, KeeperState, MadeFrom, WriteEdit, Written } from '../../renderer/data/edit-keeper.ts';
import { fail, succeed } from '../../shared/reply.ts';

let sent: { readonly value: string; readonly from: MadeFrom }[];
let written: Written<string>[];
let states: KeeperState[];
let keeper: EditKeeper<string>;
const values = (): string[] => sent.map(({ value }) => value);

/** The store: it takes so many milliseconds for each write, and answers with the next revision. */
const takes =
  (...waits: number[]): WriteEdit<string> =>
  (value, from) =>
    new Promise((resolve) =>
      setTimeout(() => {
        sent.push({ value, from });
        resolve(succeed({}, { revision: 10 + sent.length }));
      }, waits.shift() ?? 0),
    );
const use = (write: WriteEdit<string>): void => keeper.use(write, (one) => written.push(one));

beforeEach(() => {
  jest.useFakeTimers();
  [sent, written, states] = [[], [], []];
  keeper = makeEditKeeper((state) => states.push(state));
  use(takes());
});
afterEach(() => jest.useRealTimers());

describe('an edit', () => {
  it('is written within a second of a key even while one types without a pause', async () => {
    expect(WRITE_AFTER_MS).toBeLessThan(1000);
    for (let key = 1; key <= 20; key += 1) {
      keeper.note('x'.repeat(key), 1);
      await jest.advanceTimersByTimeAsync(100);
    }
    expect(sent.length).toBeGreaterThanOrEqual(2);
    expect(values().at(-1)!.length).toBeGreaterThanOrEqual(13);
  });

  it('is written at once when it is flushed, and only once, with what it was made from', async () => {
    keeper.note('He was seen.', 4);
    const flushed = keeper.flush();
    await jest.advanceTimersByTimeAsync(5000);
    await flushed;
    expect(sent).toEqual([{ value: 'He was seen.', from: { revision: 4, edit: expect.any(String) } }]);
    expect(states.at(-1)).toEqual({ isOpen: false, hasFailed: false, isStale: false });
    expect(written).toEqual([{ value: 'He was seen.', revision: 11 }]);
  });

  it('never lets an older value be written after a newer one', async () => {
    use(takes(300, 10));
    keeper.note('old', 1);
    const first = keeper.flush();
    await jest.advanceTimersByTimeAsync(10);
    keeper.note('new', 1);
    const second = keeper.flush();
    await jest.advanceTimersByTimeAsync(1000);
    await Promise.all([first, second]);
    expect(values()).toEqual(['old', 'new']);
  });

  it('keeps a refused value and writes it with the next flush', async () => {
    use(() => Promise.resolve(fail('disk-full', 'The disk is full.')));
    keeper.note('precious', 1);
    await keeper.flush();
    expect(keeper.unwritten()).toEqual({ value: 'precious', isStale: false });
    expect(states.at(-1)).toEqual({ isOpen: true, hasFailed: true, isStale: false });
    use(takes());
    const flushed = keeper.flush();
    await jest.advanceTimersByTimeAsync(10);
    await flushed;
    expect(values()).toEqual(['precious']);
  });

  it('says that a value was written only if nothing newer was typed meanwhile', async () => {
    use(takes(50, 50));
    keeper.note('one', 1);
    const flushed = keeper.flush();
    await jest.advanceTimersByTimeAsync(10);
    keeper.note('two', 1);
    await jest.advanceTimersByTimeAsync(2000);
    await flushed;
    expect(written.map(({ value }) => value)).toEqual(['two']);
  });

  it('waits for a decision where another has changed the same: it is written once it is made from a newer state', async () => {
    use(() => Promise.resolve(fail('stale', 'This was changed elsewhere meanwhile.')));
    keeper.note('mine', 3);
    await keeper.flush();
    use(takes());
    keeper.note('mine, longer', 3);
    await keeper.flush();
    await jest.advanceTimersByTimeAsync(5000);
    expect(sent).toEqual([]);
    expect(keeper.unwritten()).toEqual({ value: 'mine, longer', isStale: true });
    keeper.note('mine, longer', 7);
    const flushed = keeper.flush();
    await jest.advanceTimersByTimeAsync(10);
    await flushed;
    expect(sent).toMatchObject([{ value: 'mine, longer', from: { revision: 7 } }]);
  });

  it('is given up for the other one', async () => {
    use(() => Promise.resolve(fail('stale', 'This was changed elsewhere meanwhile.')));
    keeper.note('mine', 3);
    await keeper.flush();
    keeper.drop();
    expect(keeper.unwritten()).toBeNull();
    expect(states.at(-1)).toEqual({ isOpen: false, hasFailed: false, isStale: false });
  });
});
