import { Serializer } from 'node:v8';
import { MessageChannel } from 'node:worker_threads';
import { parserThrough } from '../../main/app/backend/parser-relay.ts';
import { USUAL_LIMITS } from '../../main/import/limits.ts';
import type { FromParser, ToParser } from '../../main/import/parser-protocol.ts';
import { createParserSlot } from '../../main/import/parser-slot.ts';
import type { ParserProcess } from '../../main/import/read-page.ts';

/** Bytes that a message has as a structured clone, the form in which Electron sends it to another process. */
const clonedSize = (message: unknown): number => {
  const serializer = new Serializer();
  serializer.writeValue(message);
  return serializer.releaseBuffer().length;
};

/** A parser that answers every call, and counts the bytes of everything that is posted to it. */
const countingParser = (count: (bytes: number) => void): ParserProcess => {
  let answer: (message: FromParser) => void = () => undefined;
  return {
    pid: undefined,
    post: (message) => {
      count(clonedSize(message));
      const told = message as ToParser;
      if (told.type !== 'call') return;
      const value = { kind: 'pdf', pages: 1, reasons: [] } as const;
      setImmediate(() => answer({ type: 'done', id: told.id, value, resident: 0 }));
    },
    onMessage: (listener) => {
      answer = listener;
    },
    onExit: () => undefined,
    kill: () => undefined,
  };
};

describe('a file on its way to a parser', () => {
  it('crosses once: at most 1.05 times its bytes for 200 MB', async () => {
    let crossed = 0;
    const slot = createParserSlot(() => countingParser((bytes) => (crossed += bytes)), USUAL_LIMITS);
    const bytes = Buffer.alloc(200_000_000, 7);
    await slot.open({ key: 'large', load: () => bytes, password: '' });
    slot.close();
    expect(crossed).toBeGreaterThan(bytes.length);
    expect(crossed).toBeLessThan(bytes.length * 1.05);
  });

  it('changes hands between the threads instead of being copied, and the file itself stays whole', async () => {
    const { port1, port2 } = new MessageChannel();
    const arrived: number[] = [];
    port2.on('message', ({ message }: { message?: ToParser }) => {
      if (message?.type === 'piece') arrived.push(message.bytes.length);
    });
    const through = parserThrough(port1);
    const left: number[] = [];
    const slot = createParserSlot(
      () => ({
        ...through,
        post: (message, moved) => {
          through.post(message, moved);
          const told = message as ToParser;
          if (told.type === 'piece') left.push(told.bytes.length);
        },
      }),
      USUAL_LIMITS,
    );
    const bytes = Buffer.alloc(9_000_000, 7);
    const opening = slot.open({ key: 'large', load: () => bytes, password: '' }).catch((error: Error) => error.message);
    while (arrived.length < 3) await new Promise(setImmediate);
    slot.close();
    port1.close();
    expect(await opening).toContain('cancelled');
    expect([left, arrived, bytes.length]).toEqual([[0, 0, 0], [4_194_304, 4_194_304, 611_392], 9_000_000]);
  });
});
