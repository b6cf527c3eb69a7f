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

  it('comes a piece at a time from where it is kept, and fails alone where that fails', async () => {
    let [crossed, asked] = [0, 0];
    const slot = createParserSlot(() => countingParser((bytes) => (crossed += bytes)), USUAL_LIMITS);
    const stored = (pieces: () => Generator<Uint8Array>) => () => ({ length: 3_000_000, pieces });
    const whole = stored(function* () {
      for (let piece = 0; piece < 3; piece += 1) {
        asked += 1;
        // None is asked for before the one before it was handed over.
        expect(crossed).toBeGreaterThanOrEqual(piece * 1_000_000);
        yield new Uint8Array(1_000_000);
      }
    });
    const gone = stored(function* () {
      yield new Uint8Array(1_000_000);
      throw new Error('closed');
    });
    await expect(slot.open({ key: 'gone', load: gone, password: '' })).rejects.toThrow('closed');
    crossed = 0;
    expect(await slot.open({ key: 'whole', load: whole, password: '' })).toMatchObject({ pages: 1 });
    slot.close();
    expect(asked).toBe(3);
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
    while (arrived.length < 9) await new Promise(setImmediate);
    slot.close();
    port1.close();
    expect(await opening).toContain('cancelled');
    const pieces = [...Array<number>(8).fill(1_048_576), 611_392];
    expect([left, arrived, bytes.length]).toEqual([pieces.map(() => 0), pieces, 9_000_000]);
  });
});
