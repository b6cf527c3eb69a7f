import { pino } from 'pino';

export type Log = {
  readonly error: (where: string, error: unknown) => void;
  readonly warn: (where: string, note: string) => void;
};

/** Where an error happened and of what class it is; its message is left out, as it may hold words of a record. */
const traceOf = (error: unknown): Record<string, unknown> =>
  error instanceof Error
    ? {
        name: error.name,
        ...('code' in error && { code: String(error.code) }),
        at: (error.stack ?? '')
          .split('\n')
          .filter((line) => /^\s+at /.test(line))
          .slice(0, 8)
          .map((line) => line.trim()),
      }
    : { name: typeof error };

/** The log: JSON lines on standard error, never a word of a record. */
export const newLog = (): Log => {
  const log = pino({ base: null, level: process.env.IMR_LOG ?? 'error' }, process.stderr);
  return {
    error: (where, error) => log.error({ where, ...traceOf(error) }),
    warn: (where, note) => log.warn({ where, note }),
  };
};
