import { newIdleLock, type IdleLock } from '../../main/app/vault/idle-lock.ts';
import type { AppEvent } from '../../shared/app-event.ts';
import { openBackend } from '../support/open-backend.ts';

const MINUTE = 60_000;

describe('the lock of an idle vault', () => {
  let calendar: number;
  let steady: number;
  let locks: number;
  let minutes: number | null;
  let idle: IdleLock;
  const pass = (milliseconds: number): void => {
    calendar += milliseconds;
    steady += milliseconds;
    jest.advanceTimersByTime(5000);
  };
  const nothing = (): Promise<null> => Promise.resolve(null);

  beforeEach(() => {
    jest.useFakeTimers();
    [calendar, steady, locks, minutes] = [1_000_000_000, 5, 0, 15];
    idle = newIdleLock({
      minutes: () => minutes,
      lock: () => {
        locks += 1;
        minutes = null;
      },
      clocks: () => ({ calendar, steady }),
    });
  });
  afterEach(() => {
    idle.close();
    jest.useRealTimers();
  });

  it('comes when nobody has been at work for so long, once', () => {
    pass(14 * MINUTE);
    expect(locks).toBe(0);
    pass(MINUTE);
    pass(MINUTE);
    expect(locks).toBe(1);
  });

  it.each(['vault.touch', 'settings.update', 'case.create'])('begins to count anew with %s', async (method) => {
    pass(14 * MINUTE);
    await idle.during(method, nothing);
    pass(14 * MINUTE);
    expect(locks).toBe(0);
  });

  it.each(['case.list', 'page.markRead', 'view.keep'])(
    'does not take %s, which a page does by itself, for work',
    async (method) => {
      pass(14 * MINUTE);
      await idle.during(method, nothing);
      pass(MINUTE);
      expect(locks).toBe(1);
    },
  );

  it('comes on waking from a sleep in which the steady clock stood still, before anything is done', async () => {
    calendar += 60 * MINUTE;
    const order: string[] = [];
    await idle.during('vault.touch', async () => void order.push(`locked ${locks}`));
    expect(order).toEqual(['locked 1']);
  });

  it('comes although the calendar was set back', () => {
    calendar -= 600 * MINUTE;
    pass(15 * MINUTE);
    expect(locks).toBe(1);
  });

  it('waits for a job that somebody started, and comes when it has ended', async () => {
    const job = Promise.withResolvers<null>();
    const importing = idle.during('record.import', () => job.promise);
    pass(60 * MINUTE);
    expect(locks).toBe(0);
    job.resolve(null);
    await importing;
    pass(0);
    expect(locks).toBe(1);
  });

  it('when wanted comes at once without a job', () => {
    idle.lockAfterJobs();
    expect(locks).toBe(1);
  });

  it.each([
    ['comes at its end', 'case.list', 1],
    ['comes although the page marks what it shows as read', 'page.markRead', 1],
    ['comes although the page keeps how it looks', 'view.keep', 1],
    ['comes although another job is begun', 'ocr.run', 1],
    ['does not come if somebody is at work again by then', 'vault.touch', 0],
  ])('when wanted during a job %s', async (_, method, expected) => {
    const job = Promise.withResolvers<null>();
    const importing = idle.during('record.import', () => job.promise);
    idle.lockAfterJobs();
    await idle.during(method, nothing);
    job.resolve(null);
    await importing;
    expect(locks).toBe(expected);
  });
});

describe('locking through the backend', () => {
  it('tells the page', async () => {
    const desk = await openBackend();
    const events: AppEvent[] = [];
    desk.backend.subscribe((event) => events.push(event));
    await desk.ask('vault.touch', {});
    await desk.ask('vault.lock', { afterJobs: true });
    await new Promise(setImmediate);
    expect(await desk.ask('vault.status', {})).toEqual({ exists: true, unlocked: false });
    expect(events).toContainEqual({ event: 'data.changed', caseId: null, topics: ['vault'], revision: null });
    await desk.close();
  });
});
