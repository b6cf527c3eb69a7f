import { killImports } from '../support/kill-import.ts';
import { temporaryFolder } from '../support/temporary.ts';

/** Kills in all; `imr bench vault` kills more often. */
const KILLS = Number(process.env.IMR_KILLS ?? 30);
const SEED = Number(process.env.IMR_SEED ?? 7);

it(
  `an import ends whole however often it is killed (${KILLS} times)`,
  async () => {
    const { undisturbed, lasted, moments, ended } = await killImports(temporaryFolder(), KILLS, SEED);
    expect(undisturbed.isSound).toBe(true);
    const { totals, pages } = undisturbed.contents;
    expect(undisturbed.contents).toMatchObject({
      totals: { failed: 1, waiting: 0, pagesFailed: 0, pagesStored: pages.length },
      left: 0,
      isTimelineDue: false,
    });
    expect(totals.duplicate).toBeGreaterThanOrEqual(2);
    expect(totals.imported + totals.duplicate + totals.skipped + totals.failed).toBe(totals.given);
    expect(ended.length).toBeGreaterThan(0);
    for (const end of ended) expect({ moments, ...end }).toEqual({ moments, ...undisturbed });
    process.stdout.write(
      `killed ${moments.length} times within ${Math.round(lasted)} ms of import; ended whole each time\n`,
    );
  },
  120_000 + KILLS * 20_000,
);
