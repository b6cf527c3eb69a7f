import type { CaseCondition } from '../../shared/case.ts';
import { clockTime } from '../../shared/clock-time.ts';
import type { CaseHead } from './case-head.ts';
import { SOUND, type CaseMemory } from './case-memory.ts';

/** What was found when a case file was opened, before its log was written into it. */
export type FoundCase = {
  readonly head: CaseHead;
  /** The hash of the change that the vault remembers as the last one; undefined where the file has none with its number. */
  readonly hashThere: string | undefined;
  /** The frames that the log has room for, and those that can be read; null where there is no log file. */
  readonly log: { readonly onDisk: number; readonly read: number } | null;
};

const changeOf = ({ seq, at }: CaseHead, now: Date): string =>
  seq === 0 ? 'no change yet' : `change ${String(seq)}${at === '' ? '' : ` of ${clockTime(at, now)}`}`;

const whyOf = (log: FoundCase['log']): string => (log !== null && log.read < log.onDisk ? ' Its log is damaged.' : '');

const WHAT_CAN_BE_DONE =
  'It can be read, but nothing in it can be changed: put a newer copy of its file in place, or keep it as it stands.';

const setBack = (reason: string, log: FoundCase['log']): CaseCondition => ({
  state: 'set-back',
  reason: `${reason}${whyOf(log)} ${WHAT_CAN_BE_DONE}`,
});

/**
 * Whether a log was lost while it was being written into the file. An empty log file is left behind where that had
 * just ended: then nothing is missing.
 */
const isTorn = (folding: number, log: FoundCase['log']): boolean =>
  folding > 0 && (log === null || (log.onDisk > 0 && log.read < folding));

/** Compares a case file with what the vault remembers of it. What is newer than remembered is taken as it is. */
export const judgeCase = (memory: Pick<CaseMemory, 'head' | 'folding'>, found: FoundCase, now: Date): CaseCondition => {
  const { head: known, folding } = memory;
  if (isTorn(folding, found.log))
    return setBack(
      'The log of this case was lost while it was being written into the file, so that parts of the file may be older than others.',
      found.log,
    );
  if (known === null) return SOUND;
  const { head } = found;
  const [remembered, ends] = [changeOf(known, now), changeOf(head, now)];
  if (head.seq < known.seq)
    return setBack(`The vault remembers ${remembered} as the last of this case; its file ends at ${ends}.`, found.log);
  if (known.seq > 0 && found.hashThere !== known.hash)
    return setBack(
      `The vault remembers ${remembered}, and the file of this case has another one in its place: it went another way from there.`,
      found.log,
    );
  if (head.writes < known.writes)
    return setBack(
      `The file of this case ends at ${ends} as the vault remembers, but what was last written to it is missing: ${String(known.writes - head.writes)} of ${String(known.writes)} times.`,
      found.log,
    );
  return SOUND;
};
