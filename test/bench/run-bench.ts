import { Refusal } from '../../shared/reply.ts';
import { notMeasured, type Bench, type Figure } from './figure.ts';
import { benchIntake } from './intake.ts';
import { benchLetters } from './letters.ts';
import { benchPath } from './path.ts';
import { benchReading } from './reading.ts';
import { benchTimeline } from './timeline.ts';
import { benchTimelineReading } from './timeline-reading.ts';
import { benchVault } from './vault.ts';

const later =
  (name: string): Bench =>
  () =>
    Promise.resolve([notMeasured(name, '', 'belongs to a part that is not built yet')]);

const BENCHES: Readonly<Record<string, Bench>> = {
  path: benchPath,
  reading: benchReading,
  letters: benchLetters,
  intake: benchIntake,
  timeline: async (say) => [...(await benchTimelineReading(say)), ...(await benchTimeline(say))],
  vault: benchVault,
  experience: later('experience'),
};

/** Runs the named benches, or all of them, one after another. Refuses a name that there is none of. */
export const runBench = async (names: readonly string[], say: (line: string) => void): Promise<Figure[]> => {
  const unknown = names.find((name) => !Object.hasOwn(BENCHES, name));
  if (unknown !== undefined)
    throw new Refusal('usage', `There is no benchmark "${unknown}"; there are ${Object.keys(BENCHES).join(', ')}.`);
  const figures: Figure[] = [];
  for (const name of names.length === 0 ? Object.keys(BENCHES) : names) {
    say(`${name} ...`);
    figures.push(...((await BENCHES[name]?.(say)) ?? []));
  }
  return figures;
};
