import { readFileSync } from 'node:fs';

/** Whether the system tells one process how much another holds; elsewhere a parser has to weigh itself. */
export const isMemoryTold = process.platform === 'linux';

/** Bytes that a process holds in memory, or null where the system does not tell (only Linux does). */
export const residentMemory = (pid: number | undefined): number | null => {
  if (!isMemoryTold || pid === undefined) return null;
  try {
    const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) * 1024;
  } catch {
    return null;
  }
};
