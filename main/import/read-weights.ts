import type { FromParser } from './parser-protocol.ts';

/** No line is so long: a parser that writes on and on is told nothing from. */
const LONGEST = 1000;

/** Takes what `weighWhileBusy` writes in a parser process as messages of that process; passes over anything else. */
export const readWeights = (output: NodeJS.ReadableStream, tell: (message: FromParser) => void): void => {
  let rest = '';
  output.setEncoding('latin1');
  output.on('data', (piece: string) => {
    const lines = (rest + piece).split('\n');
    rest = lines.pop()?.slice(-LONGEST) ?? '';
    const last = lines.findLast((line) => /^\d{1,15}$/.test(line));
    if (last !== undefined) tell({ type: 'weight', resident: Number(last) });
  });
};
