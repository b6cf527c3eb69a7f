import fc from 'fast-check';
import { USUAL_LIMITS } from '../../main/import/limits.ts';
import type { FromParser, ParserCall } from '../../main/import/parser-protocol.ts';
import type { Job, SlotEffect, SlotEvent, SlotRules, SlotState, SlotStep } from '../../main/import/slot-state.ts';
import { busyOf } from '../../main/import/slot-state.ts';
import { startSlot, stepSlot } from '../../main/import/step-slot.ts';

const KEPT: SlotRules = { limits: USUAL_LIMITS, isKept: true };
const RESTS: SlotRules = { limits: USUAL_LIMITS, isKept: false };
const DRAW: ParserCall = { op: 'picture', page: 1, width: 100, turned: 0 };
const OPENED = { kind: 'pdf', pages: 1, reasons: [] } as const;
const MEGABYTE = 1_000_000;

const jobOf = (id: number, key = 'a', call: ParserCall | null = DRAW): Job => ({
  id,
  key,
  password: '',
  as: 'record',
  call,
});
const asked = (id: number, key = 'a', isUrgent = false): SlotEvent => ({
  type: 'asked',
  job: jobOf(id, key),
  isUrgent,
});
const heard = (processId: number, message: FromParser): SlotEvent => ({ type: 'heard', processId, message });
const ready = (processId = 1): SlotEvent => heard(processId, { type: 'ready', resident: 50 * MEGABYTE });
const done = (id: number, value: never = OPENED as never, resident = 60 * MEGABYTE): SlotEvent =>
  heard(1, { type: 'done', id, value, resident });
const after = (events: readonly SlotEvent[], rules = KEPT): SlotStep =>
  events.reduce((step, event) => stepSlot(step.state, event, rules), startSlot(rules));
const namesOf = ({ effects }: SlotStep): string[] =>
  effects.map((effect) => (effect.do === 'post' ? `post ${effect.message.type}` : effect.do));

/** From the start to the answer of one call, the process being number 1 and its calls 2 and 3. */
const LOADED: readonly SlotEvent[] = [ready(), asked(1), { type: 'loaded', jobId: 1, size: 10 }];
const OPENING: readonly SlotEvent[] = [...LOADED, { type: 'fed', jobId: 1 }];
const ANSWERING: readonly SlotEvent[] = [...OPENING, done(2)];
const OPEN: readonly SlotEvent[] = [...ANSWERING, done(3)];

describe('a slot for a parser process', () => {
  it.each<
    [title: string, phase: SlotState['phase'], effects: string[], events: readonly SlotEvent[], rules?: SlotRules]
  >([
    ['starts its process at once where it keeps one', 'idle', ['start'], []],
    ['starts none where it may rest', 'idle', [], [], RESTS],
    ['loads the file of a call', 'loading', ['wake', 'load'], [ready(), asked(1)]],
    ['hands it over', 'feeding', ['post size', 'feed'], LOADED],
    [
      'starts a process for it first where there is none',
      'feeding',
      ['start', 'post size', 'feed'],
      [asked(1), { type: 'loaded', jobId: 1, size: 10 }],
      RESTS,
    ],
    ['opens it, watched', 'opening', ['post call', 'watch'], OPENING],
    ['asks, watched', 'answering', ['unwatch', 'post call', 'watch'], ANSWERING],
    ['answers', 'idle', ['unwatch', 'answer'], OPEN],
    [
      'rests when nothing more is asked',
      'idle',
      ['unwatch', 'answer', 'rest'],
      [asked(1), { type: 'loaded', jobId: 1, size: 10 }, { type: 'fed', jobId: 1 }, done(2), done(3)],
      RESTS,
    ],
    ['does not load an open file again', 'answering', ['wake', 'post call', 'watch'], [...OPEN, asked(2)]],
    ['lets others wait', 'answering', [], [...ANSWERING, asked(2)]],
    [
      'takes what waits when it is free',
      'answering',
      ['unwatch', 'answer', 'post call', 'watch'],
      [...ANSWERING, asked(2), done(3)],
    ],
    [
      'passes on pages ahead of the answer',
      'answering',
      ['pages'],
      [...ANSWERING, heard(1, { type: 'part', id: 3, pages: [] })],
    ],
    [
      'takes note of its weight',
      'answering',
      [],
      [...ANSWERING, heard(1, { type: 'weight', resident: 90 * MEGABYTE })],
    ],
    [
      'passes on a refusal to open, and has the bytes forgotten',
      'idle',
      ['post drop', 'unwatch', 'refuse'],
      [...OPENING, heard(1, { type: 'refused', id: 2, reason: { code: 'no-text' }, resident: 0 })],
    ],
    [
      'passes on a refusal to answer, and keeps the file',
      'idle',
      ['unwatch', 'refuse'],
      [...ANSWERING, heard(1, { type: 'refused', id: 3, reason: { code: 'page-not-drawn' }, resident: 0 })],
    ],
    [
      'gives up a file that cannot be loaded',
      'idle',
      ['unwatch', 'fail'],
      [ready(), asked(1), { type: 'not-loaded', jobId: 1, error: new Error('gone') }],
    ],
    [
      'ends a process after an error that nobody expected',
      'idle',
      ['kill', 'unwatch', 'lose'],
      [...ANSWERING, heard(1, { type: 'broken', id: 3, error: 'TypeError' })],
    ],
    [
      'ends a process that takes too long',
      'idle',
      ['kill', 'unwatch', 'lose'],
      [...ANSWERING, { type: 'overdue', callId: 3 }],
    ],
    [
      'ends a process that grows too large',
      'idle',
      ['kill', 'unwatch', 'lose'],
      [...ANSWERING, { type: 'weighed', callId: 3, resident: USUAL_LIMITS.resident + 51 * MEGABYTE }],
    ],
    [
      'weighs against what the process took when it had started',
      'answering',
      [],
      [...ANSWERING, { type: 'weighed', callId: 3, resident: USUAL_LIMITS.resident + 49 * MEGABYTE }],
    ],
    [
      'gives up the call of a process that exits',
      'idle',
      ['unwatch', 'lose'],
      [...ANSWERING, { type: 'exited', processId: 1 }],
    ],
    [
      'starts another for the next call, and opens the file anew',
      'feeding',
      ['start', 'post size', 'feed'],
      [...OPEN, { type: 'exited', processId: 1 }, asked(2), { type: 'loaded', jobId: 2, size: 10 }],
    ],
    [
      'goes on loading when its process exits meanwhile',
      'loading',
      [],
      [ready(), asked(1), { type: 'exited', processId: 1 }],
    ],
    ['ignores a process that it has given up', 'idle', [], [...ANSWERING, { type: 'overdue', callId: 3 }, done(3)]],
    ['forgets a file', 'idle', ['post drop'], [...OPEN, { type: 'dropped', key: 'a' }]],
    [
      'replaces an idle process that has grown',
      'idle',
      ['post drop', 'kill', 'start'],
      [...ANSWERING, done(3, {} as never, 200 * MEGABYTE), { type: 'dropped', key: 'a' }],
    ],
    [
      'ends it where it may rest',
      'idle',
      ['kill'],
      [
        asked(1),
        { type: 'loaded', jobId: 1, size: 10 },
        { type: 'fed', jobId: 1 },
        done(2),
        done(3),
        { type: 'rested' },
      ],
      RESTS,
    ],
    [
      'cancels a call by ending its process',
      'idle',
      ['kill', 'unwatch', 'lose'],
      [...ANSWERING, { type: 'cancelled', key: 'a' }],
    ],
    [
      'cancels without ending it while the file is loaded',
      'idle',
      ['unwatch', 'lose'],
      [ready(), asked(1), { type: 'cancelled', key: 'a' }],
    ],
    [
      'cancels without ending it while the file is handed over',
      'idle',
      ['post drop', 'unwatch', 'lose'],
      [...LOADED, { type: 'cancelled', key: 'a' }],
    ],
    [
      'ignores bytes that come too late',
      'idle',
      [],
      [ready(), asked(1), { type: 'cancelled', key: 'a' }, { type: 'loaded', jobId: 1, size: 10 }],
    ],
    [
      'closes with everything given up',
      'closed',
      ['wake', 'unwatch', 'lose', 'lose', 'kill'],
      [...ANSWERING, asked(2), { type: 'closed' }],
    ],
    ['refuses when it is closed', 'closed', ['lose'], [{ type: 'closed' }, asked(1)]],
  ])('%s', (_, phase, effects, events, rules = KEPT) => {
    const step = after(events, rules);
    expect([step.state.phase, namesOf(step)]).toEqual([phase, effects]);
  });

  it('takes an urgent call before those that wait', () => {
    const { state } = after([...ANSWERING, asked(2, 'b'), asked(3, 'c', true)]);
    expect(state.queue.map(({ id }) => id)).toEqual([3, 2]);
  });

  it('counts the time of a call from when the process has started', () => {
    const limitOf = ({ effects }: SlotStep): number | undefined =>
      effects.flatMap((effect) => (effect.do === 'watch' ? [effect.limit] : []))[0];
    const starting = OPENING.slice(1);
    expect(limitOf(after(starting))).toBe(USUAL_LIMITS.open + 20_000);
    expect(limitOf(after([...starting, ready()]))).toBe(USUAL_LIMITS.open);
  });

  it('names the format of a file that its process did not survive', () => {
    const { effects } = after([
      ...OPENING,
      heard(1, { type: 'identified', id: 2, kind: 'tiff' }),
      { type: 'overdue', callId: 2 },
    ]);
    expect(effects.at(-1)).toEqual({ do: 'lose', jobId: 1, reason: 'time', kind: 'tiff' });
  });

  it('drops the files used longest ago when it holds too many', () => {
    const openAnother = (events: readonly SlotEvent[], at: number): SlotEvent[] => {
      const callId = after(events).state.next;
      return [
        ...events,
        asked(at, `file ${at}`),
        { type: 'loaded', jobId: at, size: 10 },
        { type: 'fed', jobId: at },
        done(callId),
        done(callId + 1),
      ];
    };
    const events = Array.from({ length: 9 }, (_, at) => at + 1).reduce(openAnother, [ready()]);
    expect(after(events).state.held.map(({ key }) => key)).toEqual(
      Array.from({ length: 8 }, (_, at) => `file ${at + 2}`),
    );
  });
});

/** A process, a loader and clocks that obey the slot, and complain where it asks the impossible. */
class World {
  readonly rules: SlotRules;
  state: SlotState;
  process: number | null = null;
  readonly dead: number[] = [];
  open = new Set<string>();
  loading: number[] = [];
  feeding: number | null = null;
  call: { readonly id: number; readonly key: string } | null = null;
  watched: number | null = null;
  asked = 0;
  readonly settled = new Map<number, number>();

  constructor(rules: SlotRules) {
    this.rules = rules;
    const { state, effects } = startSlot(rules);
    this.state = state;
    effects.forEach((effect) => this.perform(effect));
  }

  report(event: SlotEvent): void {
    const { state, effects } = stepSlot(this.state, event, this.rules);
    this.state = state;
    effects.forEach((effect) => this.perform(effect));
    if (state.phase !== 'feeding') this.feeding = null;
  }
  end(): void {
    if (this.process !== null) this.dead.push(this.process);
    this.process = null;
    this.call = null;
    this.open = new Set();
  }
  perform(effect: SlotEffect): void {
    switch (effect.do) {
      case 'start':
        expect(this.process).toBeNull();
        this.process = effect.processId;
        return;
      case 'kill':
        expect(this.process).toBe(effect.processId);
        return this.end();
      case 'load':
        this.loading.push(effect.jobId);
        return;
      case 'feed':
        expect(this.process).not.toBeNull();
        this.feeding = effect.jobId;
        return;
      case 'watch':
        this.watched = effect.callId;
        return;
      case 'unwatch':
        this.watched = null;
        return;
      case 'post':
        expect(this.process).not.toBeNull();
        if (effect.message.type === 'size') this.open.add(effect.message.key);
        if (effect.message.type === 'drop') this.open.delete(effect.message.key);
        if (effect.message.type !== 'call') return;
        expect([this.call, this.open.has(effect.message.key)]).toEqual([null, true]);
        this.call = { id: effect.message.id, key: effect.message.key };
        return;
      case 'answer':
      case 'refuse':
      case 'lose':
      case 'fail':
        this.settled.set(effect.jobId, (this.settled.get(effect.jobId) ?? 0) + 1);
        return;
      default:
        return;
    }
  }
  answer(message: FromParser): void {
    if (this.process === null) return;
    if (message.type === 'done' || message.type === 'refused' || message.type === 'broken') this.call = null;
    this.report(heard(this.process, message));
  }
  /** The next thing that would happen if all went well; false where nothing is under way. */
  goOn(): boolean {
    if (this.loading.length > 0) this.report({ type: 'loaded', jobId: this.loading.shift()!, size: 10 });
    else if (this.feeding !== null) this.report({ type: 'fed', jobId: this.feeding });
    else if (this.call !== null) this.answer({ type: 'done', id: this.call.id, value: OPENED, resident: 0 });
    else return false;
    return true;
  }
}

type Act = { readonly what: string; readonly key: string; readonly much: boolean };
const act = (world: World, { what, key, much }: Act): void => {
  const callId = world.call?.id ?? 0;
  const resident = much ? 2_000 * MEGABYTE : 60 * MEGABYTE;
  switch (what) {
    case 'ask':
      world.asked += 1;
      return world.report({ type: 'asked', job: jobOf(world.asked, key, much ? DRAW : null), isUrgent: much });
    case 'go on':
      return void world.goOn();
    case 'not loaded':
      if (world.loading.length > 0)
        world.report({ type: 'not-loaded', jobId: world.loading.shift()!, error: new Error('gone') });
      return;
    case 'ready':
      return world.answer({ type: 'ready', resident });
    case 'done':
      return world.answer({ type: 'done', id: callId, value: OPENED, resident });
    case 'part':
      return world.answer({ type: 'part', id: callId, pages: [] });
    case 'refused':
      return world.answer({ type: 'refused', id: callId, reason: { code: 'no-text' }, resident });
    case 'broken':
      return world.answer({ type: 'broken', id: callId, error: 'Error' });
    case 'exit': {
      const gone = world.process;
      world.end();
      return gone === null ? undefined : world.report({ type: 'exited', processId: gone });
    }
    case 'echo of the dead':
      return world.dead.forEach((processId) => {
        world.report(heard(processId, { type: 'done', id: callId, value: OPENED, resident }));
        world.report({ type: 'exited', processId });
      });
    case 'overdue':
      return world.watched === null ? undefined : world.report({ type: 'overdue', callId: world.watched });
    case 'weighed':
      return world.watched === null ? undefined : world.report({ type: 'weighed', callId: world.watched, resident });
    case 'drop':
      return world.report({ type: 'dropped', key });
    case 'cancel':
      return world.report({ type: 'cancelled', key });
    case 'rest':
      return world.report({ type: 'rested' });
    case 'close':
      return much ? world.report({ type: 'closed' }) : undefined;
  }
};
const ACTS = [
  'ask',
  'ask',
  'ask',
  'go on',
  'go on',
  'go on',
  'go on',
  'not loaded',
  'ready',
  'done',
  'part',
  'refused',
  'broken',
  'exit',
  'echo of the dead',
  'overdue',
  'weighed',
  'drop',
  'cancel',
  'rest',
  'close',
];
const acts = fc.array(
  fc.record({ what: fc.constantFrom(...ACTS), key: fc.constantFrom('a', 'b', 'c'), much: fc.boolean() }),
  { maxLength: 120 },
);

describe('whatever happens to a slot', () => {
  it('no job is lost, none is settled twice, and a dead process is replaced', () => {
    fc.assert(
      fc.property(acts, fc.boolean(), (plan, isKept) => {
        const world = new World({ limits: USUAL_LIMITS, isKept });
        for (const one of plan) {
          act(world, one);
          expect([...world.settled.values()].every((times) => times === 1)).toBe(true);
          expect(world.watched === null).toBe(world.state.phase !== 'opening' && world.state.phase !== 'answering');
        }
        const isClosed = world.state.phase === 'closed';
        if (isClosed) expect(world.process).toBeNull();
        act(world, { what: 'ask', key: 'a', much: true });
        for (let steps = 0; steps < 1000 && world.goOn(); steps += 1);
        expect(busyOf(world.state)).toBe(0);
        expect([...world.settled.keys()].sort((a, b) => a - b)).toEqual(
          Array.from({ length: world.asked }, (_, at) => at + 1),
        );
        if (!isClosed) expect([world.process === null, world.open.has('a')]).toEqual([false, true]);
      }),
      { numRuns: 2000 },
    );
  });
});
