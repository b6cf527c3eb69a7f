import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { parseLetterForm, type LetterForms } from '../../../main/letters/letter-forms.ts';
import { GuidelineRow } from '../../../shared/guideline.ts';

const ASSETS = join(import.meta.dirname, '..', '..', '..', 'assets');
const json = (path: string): unknown => JSON.parse(readFileSync(join(ASSETS, path), 'utf8'));

/** The forms and the guideline table as they are shipped. */
export const FORMS: LetterForms = {
  '2014': parseLetterForm(json('letter/2014.json')),
  '2016': parseLetterForm(json('letter/2016.json')),
};
export const GUIDELINES = z.array(GuidelineRow).parse(json('guidelines/mtus.json'));
