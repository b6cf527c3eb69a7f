import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findDates } from '../../shared/find-dates.ts';
import { PUBLISHED, publishedNames, publishedText } from '../letters/support/published.ts';
import { describeWith, SHARED } from '../support/optional.ts';

const datesOf = (name: string): string[] =>
  (JSON.parse(readFileSync(join(SHARED, 'letters/published', `${name}.json`), 'utf8')) as { dates: string[] }).dates;

const isoOf = (numeric: string): string => {
  const [month = '', day = '', year = ''] = numeric.replace(/\s/g, '').split(/[-/]/);
  return `${year.length === 2 ? '20' : ''}${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
};
const NUMERIC = /^\d{1,2}\s*[-/]\s*\d{1,2}\s*[-/]\s*\d{2,4}$/;

describeWith(PUBLISHED, 'the dates in digits of the published letters', () => {
  it('are all found in their text, each as it is meant, and none beside them', async () => {
    let count = 0;
    const wrong: string[] = [];
    for (const name of publishedNames()) {
      const found = findDates(await publishedText(name), { latest: '2018-12-31' });
      const truth = datesOf(name).map(isoOf);
      count += truth.length;
      const days = new Set(found.map(({ date }) => date));
      wrong.push(...truth.filter((date) => !days.has(date)).map((date) => `${name} lacks ${date}`));
      wrong.push(
        ...found
          .filter(({ text }) => NUMERIC.test(text))
          // One that a line break parts is missing from the list beside the letter, and is none the less one.
          .filter(({ date, text }) => !truth.includes(date) && (!/\n/.test(text) || isoOf(text) !== date))
          .map(({ text }) => `${name} has ${text}`),
      );
    }
    process.stdout.write(`published letters: ${count} dates in digits, ${wrong.length} wrong\n`);
    expect(wrong).toEqual([]);
    expect(count).toBeGreaterThan(300);
  });
});
