import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { GivenGuidelineRow, GuidelineRow, type GuidelineTable } from '../../../shared/guideline.ts';
import { DayDate } from '../../../shared/partial-date.ts';
import { keepUnknownRows, parseStored, readStored, readStoredRows } from '../../../shared/stored-json.ts';
import type { App } from '../backend/app.ts';

const SETTING = 'guidelines';

/** What the vault keeps of its table: only what differs from the shipped one, so that a newer one comes through. */
const Kept = z.object({
  completeTo: DayDate.nullable(),
  /** Added, or in place of the shipped row of their id. */
  rows: z.array(z.unknown()),
  removed: z.array(z.string()),
});
type Kept = z.infer<typeof Kept>;
const NOTHING: Kept = { completeTo: null, rows: [], removed: [] };

/** A row as version 0.1.0 kept it, in a copy of the whole table. */
const OldRow = GuidelineRow.pick({
  id: true,
  chapter: true,
  chapter2014: true,
  regulation: true,
  sections: true,
  sectionOptional: true,
}).extend({
  year: z.int(),
  effectiveFrom: DayDate,
  effectiveTo: DayDate.nullable(),
  confirmed: z.boolean(),
});

/** Rows that version 0.1.0 shipped and that are no editions, or stand under another name. */
const WITHDRAWN = [
  'workplace-mental-health-2017',
  'hip-and-groin-disorders-2011',
  'interstitial-lung-disease-2016',
  'work-related-asthma-2016',
];

/** Of an older table the reviewer's own editions and sections are kept; dates and names are those that are shipped now. */
const fromOld = (stored: readonly unknown[], shipped: readonly GuidelineRow[]): Kept => ({
  ...NOTHING,
  rows: readStoredRows(OldRow, stored).flatMap(({ confirmed, ...row }): GuidelineRow[] => {
    const now = shipped.find(({ id }) => id === row.id);
    if (now !== undefined)
      return isDeepStrictEqual(now.sections, row.sections) ? [] : [{ ...now, sections: row.sections }];
    if (WITHDRAWN.includes(row.id)) return [];
    return [GivenGuidelineRow.parse({ ...row, certainty: confirmed ? 'confirmed' : 'memory' })];
  }),
});

type From = Pick<App, 'session' | 'assets'>;

const readKept = ({ session, assets }: From): Kept => {
  const stored = session.isUnlocked() ? parseStored(session.vault().setting(SETTING)) : undefined;
  return Array.isArray(stored) ? fromOld(stored, assets.guidelines.rows) : readStored(Kept, stored, NOTHING);
};

/**
 * The guideline table of this vault: the one that is shipped, with what was changed of it here; the shipped one where
 * the vault is locked.
 */
export const readGuidelines = (app: From): GuidelineTable => {
  const { completeTo, rows: shipped } = app.assets.guidelines;
  const kept = readKept(app);
  const own = readStoredRows(GivenGuidelineRow, kept.rows);
  const ids = new Set(shipped.map(({ id }) => id));
  return {
    completeTo: kept.completeTo ?? completeTo,
    rows: [
      ...shipped
        .filter(({ id }) => !kept.removed.includes(id))
        .map((row) => own.find(({ id }) => id === row.id) ?? row),
      ...own.filter(({ id }) => !ids.has(id)),
    ],
  };
};

/** Keeps the table in the vault; null: the shipped one again. */
export const saveGuidelines = (app: From, table: GuidelineTable | null): void => {
  if (table === null) return app.session.vault().saveSetting(SETTING, '');
  const { completeTo, rows: shipped } = app.assets.guidelines;
  const own = table.rows.filter((row) => !shipped.some((one) => isDeepStrictEqual(one, row)));
  const kept: Kept = {
    completeTo: table.completeTo === completeTo ? null : table.completeTo,
    rows: keepUnknownRows(GivenGuidelineRow, readKept(app).rows, own, ({ id }) => id),
    removed: shipped.map(({ id }) => id).filter((id) => !table.rows.some((row) => row.id === id)),
  };
  app.session.vault().saveSetting(SETTING, JSON.stringify(kept));
};
