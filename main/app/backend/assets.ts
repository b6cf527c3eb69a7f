import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GuidelineTable } from '../../../shared/guideline.ts';
import { parseLetterForms, type LetterForms } from '../../letters/letter-forms.ts';
import { parseSuggestions, type Suggestions } from '../../letters/suggest/suggestions.ts';

/** What is shipped beside the code and read at the start. */
export type Assets = {
  readonly dir: string;
  readonly forms: LetterForms;
  readonly guidelines: GuidelineTable;
  readonly suggestions: Suggestions;
};

const json = (...path: string[]): unknown => JSON.parse(readFileSync(join(...path), 'utf8'));

/** Every description that lies in the folder of the forms is a form. */
const loadForms = (dir: string): LetterForms => {
  const names = readdirSync(join(dir, 'letter', 'forms')).filter((name) => name.endsWith('.json'));
  return parseLetterForms(Object.fromEntries(names.sort().map((name) => [name, json(dir, 'letter', 'forms', name)])));
};

/** Reads the letter forms and the guideline table; throws where one is missing, as the programme is then not whole. */
export const loadAssets = (dir: string): Assets => ({
  dir,
  forms: loadForms(dir),
  guidelines: GuidelineTable.parse(json(dir, 'guidelines', 'mtus.json')),
  suggestions: parseSuggestions(json(dir, 'letter', 'suggestions.json')),
});
