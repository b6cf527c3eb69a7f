import type { ProposedRecord } from './split-records.ts';

/** A record of a file as it is kept; `joined`: a person has said that none begins there. */
export type KnownRecord = Omit<ProposedRecord, 'last' | 'dateKind' | 'dateSource'> & {
  readonly state: 'proposed' | 'confirmed' | 'removed' | 'joined';
  /** A person has stated something of it: no reading changes it, nor which pages are its own. */
  readonly isTouched: boolean;
};

/** A record as it is to be kept after a reading, with what the reading knows of its date. */
export type SettledRecord = KnownRecord & Pick<ProposedRecord, 'last' | 'dateKind' | 'dateSource'>;

type Range = { readonly first: number; readonly last: number };

const withRanges = <R extends { readonly first: number }>(records: readonly R[], pages: number): (R & Range)[] =>
  records.map((record, at) => ({ ...record, last: (records[at + 1]?.first ?? pages + 1) - 1 }));

const byPage = (a: { readonly first: number }, b: { readonly first: number }): number => a.first - b.first;

const kept = (known: KnownRecord, proposal: ProposedRecord | undefined): KnownRecord & Partial<ProposedRecord> => ({
  ...known,
  // Where the day is the one that was read, it is known where that stands.
  ...(proposal?.dateSource !== undefined && proposal.date === known.date && { dateSource: proposal.dateSource }),
  ...(proposal?.dateKind !== undefined && proposal.date === known.date && { dateKind: proposal.dateKind }),
});

/**
 * The records of a file after a reading: what is proposed now, around what a person has touched. A file in which one
 * document was found has one confirmed record, unless that is another patient's. The result is in page order and covers the pages 1 to `pages`; records
 * that a person has joined to the one before are not in it.
 */
export const settleRecords = (
  known: readonly KnownRecord[],
  proposed: readonly ProposedRecord[],
  pages: number,
): SettledRecord[] => {
  const standing = withRanges(known.filter(({ state }) => state !== 'joined').sort(byPage), pages);
  const fixed = standing.filter(({ isTouched }) => isTouched);
  const joined = new Set(known.filter(({ state }) => state === 'joined').map(({ first }) => first));
  const isInside = (page: number): boolean => fixed.some(({ first, last }) => page > first && page <= last);
  const proposals = new Map(proposed.map((one) => [one.first, one]));
  const begins = new Set([
    1,
    ...proposed.map(({ first }) => first).filter((first) => !isInside(first) && !joined.has(first)),
    ...fixed.flatMap(({ first, last }) => [first, last + 1].filter((page) => page <= Math.max(1, pages))),
  ]);
  const state = proposed.length === 1 && proposed[0]?.patient === 'worker' ? 'confirmed' : 'proposed';
  const settled = [...begins]
    .sort((a, b) => a - b)
    .flatMap((first): (KnownRecord & Partial<ProposedRecord>)[] => {
      const [before, proposal] = [standing.find((one) => one.first === first), proposals.get(first)];
      if (before !== undefined && (before.isTouched || proposal === undefined)) return [kept(before, proposal)];
      return proposal === undefined ? [] : [{ ...proposal, state, isTouched: false }];
    });
  return withRanges(settled, pages);
};
