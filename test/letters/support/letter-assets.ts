import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseLetterForms, type LetterForms } from '../../../main/letters/letter-forms.ts';
import { GuidelineTable } from '../../../shared/guideline.ts';

const ASSETS = join(import.meta.dirname, '..', '..', '..', 'assets');
const json = (path: string): unknown => JSON.parse(readFileSync(join(ASSETS, path), 'utf8'));

/** The descriptions of the forms by the names of their files, and the guideline table, as they are shipped. */
export const FORM_FILES: Readonly<Record<string, unknown>> = Object.fromEntries(
  readdirSync(join(ASSETS, 'letter', 'forms')).map((name) => [name, json(`letter/forms/${name}`)]),
);
export const FORMS: LetterForms = parseLetterForms(FORM_FILES);
export const GUIDELINES = GuidelineTable.parse(json('guidelines/mtus.json'));
