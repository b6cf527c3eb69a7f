import { lostPage } from './lost-page.ts';
import type { ParserSlot, SlotFile } from './parser-slot.ts';
import { ParserLoss } from './parser-loss.ts';
import type { ReadPage } from './read-page.ts';

/**
 * Milliseconds of work for one call: short enough for a page picture to slip in between, long enough for the round trip
 * not to count.
 */
const BUDGET = 60;
/** Pages that a lane takes at a time: fewer towards the end, so that all lanes come to theirs together. */
const STRETCH = { most: 32, least: 4, share: 3 } as const;

type Range = { readonly from: number; readonly to: number };

export type LaneWork = {
  readonly file: SlotFile;
  readonly pages: number;
  /** Processes that the file may cost. */
  readonly losses: number;
  readonly accept: (pages: readonly ReadPage[]) => Promise<void>;
  readonly isCancelled: () => boolean;
};

/** Deals out the pages of a file to so many lanes, in stretches. */
const dealer = (pages: number, lanes: number): (() => Range | null) => {
  let next = 1;
  return () => {
    if (next > pages) return null;
    const stretch = Math.min(
      STRETCH.most,
      Math.max(STRETCH.least, Math.ceil((pages - next + 1) / (lanes * STRETCH.share))),
    );
    const range = { from: next, to: Math.min(pages, next + stretch - 1) };
    next = range.to + 1;
    return range;
  };
};

/**
 * Reads a file of fixed pages in as many processes as slots are given, each taking the next stretch when it is free. A
 * page that ends its process twice, once in a batch and once alone, is a lost page; a file that costs more than
 * `losses` processes rejects with the last {@link ParserLoss}.
 */
export const readInLanes = async (slots: readonly ParserSlot[], work: LaneWork): Promise<void> => {
  const take = dealer(work.pages, slots.length);
  let losses = 0;
  let isOver = false;

  const countLoss = (error: unknown): void => {
    losses += 1;
    if (!(error instanceof ParserLoss) || error.reason === 'cancelled' || losses >= work.losses) throw error;
  };
  const readRange = async (slot: ParserSlot, { from, to }: Range): Promise<void> => {
    let next = from;
    let isAlone = false;
    let accepted = Promise.resolve();
    const accept = (pages: readonly ReadPage[]): void => {
      next += pages.length;
      accepted = work.accept(pages);
      // Its error is dealt with where it is awaited.
      accepted.catch(() => undefined);
    };
    while (next <= to && !isOver && !work.isCancelled()) {
      try {
        const { pages } = await slot.call(
          work.file,
          { op: 'pages', from: next, to: isAlone ? next : to, budget: BUDGET },
          { onPages: accept },
        );
        accept(pages);
        await accepted;
      } catch (error) {
        countLoss(error);
        if (isAlone) {
          accept([lostPage(next, { code: 'page-unreadable' })]);
          await accepted;
        }
        isAlone = !isAlone;
      }
    }
  };
  const lane = async (slot: ParserSlot): Promise<void> => {
    try {
      for (let range = take(); range !== null && !isOver; range = take()) await readRange(slot, range);
    } catch (error) {
      isOver = true;
      throw error;
    }
  };
  await Promise.all(slots.map(lane));
};
