import type { Finding } from '../../../shared/check.ts';
import { describeWith } from '../../support/optional.ts';
import { PUBLISHED } from '../support/published.ts';
import { findingsAlone, noticeFaults, readPublished, type ReadPublished } from '../support/published-figures.ts';

/**
 * Every blocking finding over the published letters, each looked at and true: the summary restates a date of the header
 * wrongly.
 */
const TRUE_FINDINGS = [
  ['CM16-0219557', { written: 'October 10, 2015', header: 'dateOfInjury', date: '2016-10-10' }],
  ['CM16-0219557', { written: 'November 15, 2016', header: 'urDenialDate', date: '2016-11-09' }],
  ['CM16-0239569', { written: '11/05/2016', header: 'dateOfInjury', date: '2016-11-15' }],
  ['CM17-0011703', { written: '12/20/2016', header: 'urDenialDate', date: '2016-12-22' }],
  ['CM17-0020243', { written: '01-23-2017', header: 'urDenialDate', date: '2017-01-24' }],
].map(([letter, values]) => [letter, 'restated-date-differs', values]);
const MOST_WARNINGS = 40;
const LEAST_NOTICED = 0.95;
/** A thousand letters are checked here; milliseconds. */
const MANY_CHECKS_TIME = 300_000;

describeWith(PUBLISHED, 'the checks over the published letters', () => {
  let letters: readonly ReadPublished[] = [];
  let findings: readonly (readonly [letter: string, finding: Finding])[] = [];
  beforeAll(async () => {
    letters = await readPublished();
    findings = letters.flatMap(({ name, letter }) => findingsAlone(letter).map((finding) => [name, finding] as const));
  });

  it('block where they should, and nowhere else', () => {
    const blocking = findings
      .filter(([, { severity }]) => severity === 'block')
      .map(([letter, { name, values }]) => [letter, name, values]);
    expect(blocking).toEqual(TRUE_FINDINGS);
  });

  it('warn at most forty times in all', () => {
    const warnings = findings.filter(([, { severity }]) => severity === 'warn');
    process.stderr.write(
      `warnings over ${String(letters.length)} published letters: ${String(warnings.length)} (most: ${String(MOST_WARNINGS)})\n`,
    );
    expect(warnings.length).toBeLessThanOrEqual(MOST_WARNINGS);
  });

  it(
    'notice at least 95 of 100 faults that are planted in them',
    () => {
      const planted = letters.flatMap(({ letter }) => noticeFaults(letter));
      const kinds = [...new Set(planted.map(({ kind }) => kind))].map((kind) => {
        const ofKind = planted.filter((fault) => fault.kind === kind);
        return `${kind} ${String(ofKind.filter(({ noticed }) => noticed).length)}/${String(ofKind.length)}`;
      });
      process.stderr.write(`planted faults noticed: ${kinds.join(', ')}\n`);
      expect(planted.filter(({ noticed }) => noticed).length / planted.length).toBeGreaterThanOrEqual(LEAST_NOTICED);
    },
    MANY_CHECKS_TIME,
  );
});
