import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FormDescription } from '../../shared/letter-form.ts';

const ASSETS = join(import.meta.dirname, '..', '..', 'assets');

const linkAll = (from: string, to: string, but: string): void => {
  for (const name of readdirSync(from).filter((each) => each !== but)) symlinkSync(join(from, name), join(to, name));
};

/** A folder of assets in which one more form is described; `put` describes it anew, `remove` takes the folder away. */
export type AssetsWithForm = {
  readonly dir: string;
  readonly put: (form: FormDescription) => void;
  readonly remove: () => void;
};

/** The assets as they are shipped, and this form laid beside the others. */
export const assetsWithForm = (form: FormDescription): AssetsWithForm => {
  const dir = mkdtempSync(join(tmpdir(), 'imr-assets-'));
  const forms = join(dir, 'letter', 'forms');
  linkAll(ASSETS, dir, 'letter');
  mkdirSync(join(dir, 'letter'));
  linkAll(join(ASSETS, 'letter'), join(dir, 'letter'), 'forms');
  cpSync(join(ASSETS, 'letter', 'forms'), forms, { recursive: true });
  const put = (described: FormDescription): void =>
    writeFileSync(join(forms, `${form.form}.json`), JSON.stringify(described));
  put(form);
  return { dir, put, remove: () => rmSync(dir, { recursive: true }) };
};
