import { z } from 'zod';
import { GuidelineRow } from '../../../shared/guideline.ts';
import type { App } from '../backend/app.ts';

const SETTING = 'guidelines';

/**
 * The guideline table of this vault; the one that is shipped where it was never changed, or where the vault is locked.
 */
export const readGuidelines = (app: Pick<App, 'session' | 'assets'>): readonly GuidelineRow[] => {
  const stored = app.session.isUnlocked() ? app.session.vault().setting(SETTING) : null;
  return stored === null || stored === '' ? app.assets.guidelines : z.array(GuidelineRow).parse(JSON.parse(stored));
};

/** Keeps the table in the vault; null: the shipped one again. */
export const saveGuidelines = (app: Pick<App, 'session'>, rows: readonly GuidelineRow[] | null): void =>
  app.session.vault().saveSetting(SETTING, rows === null ? '' : JSON.stringify(rows));
