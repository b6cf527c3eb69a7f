import { readdirSync, readFileSync } from 'node:fs';

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // It has ended meanwhile.
    return '';
  }
};

const parentOf = (pid: string): string | undefined => /\) \S (\d+)/.exec(read(`/proc/${pid}/stat`))?.[1];

/** A process and all that it started, and they, as ids. */
const family = (root: string): string[] => {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => [pid, parentOf(pid)] as const);
  const of = (pid: string): string[] => [
    pid,
    ...parents.filter(([, parent]) => parent === pid).flatMap(([child]) => of(child)),
  ];
  return of(root);
};

const kilobytes = (pid: string): number => Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0);

/**
 * Bytes of memory that a process and all that it started hold at this moment; what they share counts once. Only Linux
 * tells.
 */
export const memoryOf = (pid: number): number =>
  family(String(pid)).reduce((sum, own) => sum + kilobytes(own) * 1024, 0);
