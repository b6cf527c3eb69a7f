import type { ParserChannel, ToParser } from '../../../main/import/parser-protocol.ts';
import { serveParser } from '../../../main/import/serve-parser.ts';
import { weighWhileBusy } from '../../../main/import/weigh-while-busy.ts';

/**
 * A parser process like the real one, but a file that says so makes it hang, swell, gulp or end when it is opened, or when
 * its page 3 is read.
 */
const swell = (): void => {
  const kept: Buffer[] = [];
  setInterval(() => kept.push(Buffer.alloc(32_000_000, 1)), 5);
};
/** As a picture that is decoded: the process hears and says nothing meanwhile. */
const gulp = (): void => {
  const kept: Buffer[] = [];
  const pause = new Int32Array(new SharedArrayBuffer(4));
  for (let pieces = 0; pieces < 64; pieces += 1) {
    kept.push(Buffer.alloc(32_000_000, 1));
    Atomics.wait(pause, 0, 0, 20);
  }
};
const act = (what: string): void => {
  if (what === 'hang') for (;;) Math.random();
  if (what === 'swell') swell();
  if (what === 'gulp') gulp();
  if (what === 'end') process.exit(3);
};
const plans = new Map<string, { readonly when: string; readonly what: string }>();

const misbehaves = (message: ToParser): boolean => {
  if (message.type === 'piece') {
    const [, when = '', what = ''] =
      /^%PDF-1\.\d\n%(open|page):(\w+)/.exec(Buffer.from(message.bytes.subarray(0, 40)).toString('latin1')) ?? [];
    if (when !== '') plans.set(message.key, { when, what });
  }
  if (message.type !== 'call') return false;
  const plan = plans.get(message.key);
  const isDue =
    plan?.when === 'open'
      ? message.call.op === 'open'
      : message.call.op === 'pages' && message.call.from <= 3 && message.call.to >= 3;
  if (plan === undefined || !isDue) return false;
  act(plan.what);
  return true;
};

const plain: ParserChannel = {
  post: (message) => {
    process.send?.(message);
  },
  onMessage: (listener) => {
    process.on('message', (message) => {
      listener(message as ToParser);
    });
  },
};
const channel = process.env.IMR_WEIGH === undefined ? plain : weighWhileBusy(plain);
serveParser({
  ...channel,
  onMessage: (listener) => {
    channel.onMessage((message) => {
      if (!misbehaves(message)) listener(message);
    });
  },
});
