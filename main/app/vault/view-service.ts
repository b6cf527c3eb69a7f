import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writeFileAtomic } from '../../store/write-file.ts';
import type { App, HandlersOf } from '../backend/app.ts';

const View = z.record(z.string(), z.string());
/** Names that are kept; the page has fewer. */
const MOST = 60;

const fileOf = ({ storeDir }: Pick<App, 'storeDir'>): string => join(storeDir, 'view.json');

const readView = (app: Pick<App, 'storeDir'>): z.infer<typeof View> => {
  try {
    return View.parse(JSON.parse(readFileSync(fileOf(app), 'utf8')));
  } catch {
    return {};
  }
};

/**
 * How the page was left: theme and sizes of panes, in plain text beside the vault, for they are wanted before it is
 * open. What cannot be kept is not missed.
 */
export const viewService = (app: Pick<App, 'storeDir'>): HandlersOf<'view'> => ({
  'view.show': () => readView(app),
  'view.keep': ({ name, value }) => {
    const { [name]: before, ...others } = readView(app);
    if (before === value || !existsSync(app.storeDir)) return {};
    const kept = Object.fromEntries([...Object.entries(others), [name, value]].slice(-MOST));
    try {
      writeFileAtomic(fileOf(app), Buffer.from(JSON.stringify(kept)));
    } catch {
      // A read-only folder holds a vault that can be read all the same.
    }
    return {};
  },
});
