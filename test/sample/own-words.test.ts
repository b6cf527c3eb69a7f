import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeWith, SHARED, wantShared } from '../support/optional.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const RECORDS = join(ROOT, 'test', 'support', 'sample', 'records');
const FORMS = join(ROOT, 'assets', 'letter', 'forms');
const RUN = 8;

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[a-z0-9]+/gu) ?? [];
const runsOf = (text: string): string[] => {
  const words = wordsOf(text);
  return words.slice(RUN - 1).map((_, end) => words.slice(end, end + RUN).join(' '));
};

/** Every string in a JSON file, so that no run crosses from one part into the next. */
const stringsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(stringsIn)
      : [];
const stringsOf = (...path: readonly string[]): string[] => stringsIn(JSON.parse(readFileSync(join(...path), 'utf8')));

const publishedText = (): string[] => {
  const folder = join(SHARED, 'letters', 'published');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => stringsOf(folder, name));
};

/** What every letter shares: the form's own sentences, the name of a state form, and what a study is called. */
const FIXED_NAMES = [
  "Doctor's First Report of Occupational Injury or Illness",
  'an MRI of the lumbar spine without contrast is not medically necessary',
];
const fixedRuns = (): Set<string> =>
  new Set([...FIXED_NAMES, ...readdirSync(FORMS).flatMap((name) => stringsOf(FORMS, name))].flatMap(runsOf));

describeWith(
  [wantShared('golden/determination-2014.txt'), wantShared('letters/published')],
  'the words of the sample case',
  () => {
    it('share no run of eight words with a real letter but those of the form', () => {
      const real = new Set(
        [readFileSync(join(SHARED, 'golden', 'determination-2014.txt'), 'utf8'), ...publishedText()].flatMap(runsOf),
      );
      const fixed = fixedRuns();
      const own = [
        ...readdirSync(RECORDS).map((name) => readFileSync(join(RECORDS, name), 'utf8')),
        ...stringsOf(ROOT, 'assets', 'sample-case', 'case.json'),
      ];
      expect([...new Set(own.flatMap(runsOf))].filter((run) => real.has(run) && !fixed.has(run))).toEqual([]);
    });
  },
);
