import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GuidelineTable } from '../../../shared/guideline.ts';
import { HolidayList } from '../../../shared/holidays.ts';
import { Rule } from '../../../shared/rule.ts';
import { parseLetterForms, type LetterForms } from '../../letters/letter-forms.ts';
import { Outline } from '../../../shared/outline.ts';
import { parseSuggestions, type Suggestions } from '../../letters/suggest/suggestions.ts';

/** What is shipped beside the code and read at the start. */
export type Assets = {
  readonly dir: string;
  readonly forms: LetterForms;
  /** Determinations that are only read, by their headings. */
  readonly outlines: readonly Outline[];
  readonly guidelines: GuidelineTable;
  readonly suggestions: Suggestions;
  readonly rules: readonly Rule[];
  readonly holidays: HolidayList;
};

const json = (...path: string[]): unknown => JSON.parse(readFileSync(join(...path), 'utf8'));

/** Every description that lies in the folder of the forms is a form. */
const loadForms = (dir: string): LetterForms => {
  const names = readdirSync(join(dir, 'letter', 'forms')).filter((name) => name.endsWith('.json'));
  return parseLetterForms(Object.fromEntries(names.sort().map((name) => [name, json(dir, 'letter', 'forms', name)])));
};

/** What the JSON files of a folder hold, by their names. */
const filesIn = (dir: string): unknown[] =>
  readdirSync(dir)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => json(dir, name));

/** Reads the letter forms, the guideline table, the rules and the holidays; throws where one is missing, as the programme is then not whole. */
export const loadAssets = (dir: string): Assets => ({
  dir,
  forms: loadForms(dir),
  outlines: filesIn(join(dir, 'letter', 'outlines')).map((file) => Outline.parse(file)),
  guidelines: GuidelineTable.parse(json(dir, 'guidelines', 'mtus.json')),
  suggestions: parseSuggestions(json(dir, 'letter', 'suggestions.json')),
  rules: filesIn(join(dir, 'rules')).map((file) => Rule.parse(file)),
  holidays: HolidayList.parse(json(dir, 'clocks', 'state-holidays.json')),
});
