import { PIECE } from './parser-protocol.ts';

/**
 * The bytes of a file, in memory or where they are kept: `pieces` then reads them anew whenever a parser wants them, so
 * that they never lie in this process whole.
 */
export type FileBytes = Uint8Array | { readonly length: number; readonly pieces: () => Iterable<Uint8Array> };

const wholes = (bytes: FileBytes): Iterable<Uint8Array> => (bytes instanceof Uint8Array ? [bytes] : bytes.pieces());

/** The bytes in pieces of at most {@link PIECE}, each in memory of its own that may be given away. */
export function* piecesOf(bytes: FileBytes): Generator<Uint8Array<ArrayBuffer>> {
  for (const whole of wholes(bytes))
    for (let at = 0; at < whole.length; at += PIECE) yield new Uint8Array(whole.subarray(at, at + PIECE));
}
