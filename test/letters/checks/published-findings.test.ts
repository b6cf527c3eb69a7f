import type { Finding } from '../../../shared/check.ts';
import { describeWith } from '../../support/optional.ts';
import { PUBLISHED } from '../support/published.ts';
import { findingsAlone, noticeFaults, readPublished, type ReadPublished } from '../support/published-figures.ts';

/**
 * Every blocking finding over the published letters, each looked at and true: the summary restates a date of the header
 * wrongly.
 */
const TRUE_FINDINGS = [
  "CM16-0219557 37: The summary gives October 10, 2015 where the header's Date of Injury is 10/10/2016.",
  "CM16-0219557 37: The summary gives November 15, 2016 where the header's UR Denial Date is 11/09/2016.",
  "CM16-0239569 37: The summary gives 11/05/2016 where the header's Date of Injury is 11/15/2016.",
  "CM17-0011703 37: The summary gives 12/20/2016 where the header's UR Denial Date is 12/22/2016.",
  "CM17-0020243 37: The summary gives 01-23-2017 where the header's UR Denial Date is 01/24/2017.",
];
const MOST_WARNINGS = 40;
const LEAST_NOTICED = 0.95;
/** A thousand letters are checked here; milliseconds. */
const MANY_CHECKS_TIME = 300_000;

describeWith(PUBLISHED, 'the checks over the published letters', () => {
  let letters: readonly ReadPublished[] = [];
  let findings: readonly (Finding & { readonly name: string })[] = [];
  beforeAll(async () => {
    letters = await readPublished();
    findings = letters.flatMap(({ name, letter }) => findingsAlone(letter).map((finding) => ({ name, ...finding })));
  });

  it('block where they should, and nowhere else', () => {
    const blocking = findings
      .filter(({ severity }) => severity === 'block')
      .map(({ name, check, message }) => `${name} ${String(check)}: ${message}`);
    expect(blocking).toEqual(TRUE_FINDINGS);
  });

  it('warn at most forty times in all', () => {
    const warnings = findings.filter(({ severity }) => severity === 'warn');
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
