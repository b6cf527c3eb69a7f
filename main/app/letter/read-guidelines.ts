import { GuidelineRow } from '../../../shared/guideline.ts';
import { keepUnknownRows, parseStored, readStoredRows } from '../../../shared/stored-json.ts';
import type { App } from '../backend/app.ts';

const SETTING = 'guidelines';

/**
 * The guideline table of this vault; the one that is shipped where it was never changed, or where the vault is locked.
 */
export const readGuidelines = (app: Pick<App, 'session' | 'assets'>): readonly GuidelineRow[] => {
  const stored = app.session.isUnlocked() ? parseStored(app.session.vault().setting(SETTING)) : undefined;
  return Array.isArray(stored) ? readStoredRows(GuidelineRow, stored) : app.assets.guidelines;
};

/** Keeps the table in the vault; null: the shipped one again. */
export const saveGuidelines = (app: Pick<App, 'session'>, rows: readonly GuidelineRow[] | null): void => {
  const stored = parseStored(app.session.vault().setting(SETTING));
  const text = rows === null ? '' : JSON.stringify(keepUnknownRows(GuidelineRow, stored, rows, ({ id }) => id));
  app.session.vault().saveSetting(SETTING, text);
};
