import type { ParserChannel, ToParser } from '../../../main/import/parser-protocol.ts';
import { serveParser } from '../../../main/import/serve-parser.ts';

/**
 * A parser process like the real one, but a file that says so makes it hang, swell or end when it is opened, or when
 * its page 3 is read.
 */
const swell = (): void => {
  const kept: Buffer[] = [];
  setInterval(() => kept.push(Buffer.alloc(32_000_000, 1)), 5);
};
const act = (what: string): void => {
  if (what === 'hang') for (;;) Math.random();
  if (what === 'swell') swell();
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

const channel: ParserChannel = {
  post: (message) => {
    process.send?.(message);
  },
  onMessage: (listener) => {
    process.on('message', (message) => {
      if (!misbehaves(message as ToParser)) listener(message as ToParser);
    });
  },
};
serveParser(channel);
