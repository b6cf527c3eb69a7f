import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const timeOf = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
const newestIn = (folder) =>
  Math.max(0, ...readdirSync(folder, { recursive: true }).map((name) => timeOf(join(folder, name))));

/** Runs `build` where `built` is missing, or older than a file of the source folders. */
export const buildWhenOlder = async (built, sources, build) => {
  if (timeOf(built) < Math.max(...sources.map(newestIn))) await build();
};
