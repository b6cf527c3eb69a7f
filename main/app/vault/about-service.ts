import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { App, HandlersOf } from '../backend/app.ts';

const Package = z.object({ version: z.string() });
const NONE = 'The licences are collected when IMR Desk is built; run "npm run build".';

const readLicences = (root: string): string => {
  try {
    return readFileSync(join(root, 'dist', 'licences.txt'), 'utf8');
  } catch {
    return NONE;
  }
};

/** What IMR Desk is, and what it is made of. */
export const aboutService = ({ assets }: Pick<App, 'assets'>): HandlersOf<'about'> => ({
  'about.show': () => {
    const root = join(assets.dir, '..');
    const { version } = Package.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
    return { version, licences: readLicences(root) };
  },
});
