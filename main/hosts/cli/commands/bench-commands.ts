import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Refusal } from '../../../../shared/reply.ts';
import { ROOT } from '../client.ts';
import type { Commands } from '../command.ts';

/** One figure of a benchmark; `holds` is null where it was not measured, with the reason. */
export type Figure = {
  readonly name: string;
  readonly value: number | null;
  readonly unit: string;
  readonly goal: string;
  readonly holds: boolean | null;
  readonly reason?: string;
};

type Bench = { readonly runBench: (names: readonly string[], say: (line: string) => void) => Promise<Figure[]> };

const line = ({ name, value, unit, goal, holds, reason }: Figure): string =>
  `${name}: ${value === null ? 'not measured' : `${Number(value.toPrecision(4))} ${unit}`}${goal === '' ? '' : ` (goal ${goal}${holds === null ? '' : holds ? ', holds' : ', missed'})`}${reason === undefined ? '' : `: ${reason}`}`;

export const BENCH_COMMANDS: Commands = {
  bench: {
    usage: 'bench [NAME...]',
    does: 'runs the benchmarks, as ratios against the reference programs found on the machine',
    run: async (_client, _options, words) => {
      const path = join(ROOT, 'test', 'bench', 'run-bench.ts');
      if (!existsSync(path))
        throw new Refusal('refused', 'The benchmarks are part of the project, not of the installed application.');
      const { runBench } = (await import(pathToFileURL(path).href)) as Bench;
      const figures = await runBench(words, (said) => process.stderr.write(`${said}\n`));
      return {
        json: figures,
        lines: figures.map(line),
        exitCode: figures.some(({ holds }) => holds === false) ? 1 : 0,
      };
    },
  },
};
