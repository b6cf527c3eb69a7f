import { checkLetter } from '../../../main/letters/check-letter.ts';
import type { CheckContext } from '../../../main/letters/checks/check.ts';
import { readLetter } from '../../../main/letters/read-letter.ts';
import type { Finding } from '../../../shared/check.ts';
import type { Letter } from '../../../shared/letter.ts';
import { describeWith } from '../../support/optional.ts';
import { soundContext } from '../support/check-context.ts';
import { FORMS } from '../support/letter-assets.ts';
import { plantFaults } from '../support/plant-faults.ts';
import { PUBLISHED, publishedNames, publishedText } from '../support/published.ts';

/** Every blocking finding over the published letters, each looked at and true: the summary restates a date of the header wrongly. */
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

const { forms, guidelines, settings } = soundContext();
const context: CheckContext = { today: '2017-06-01', forms, guidelines, settings };
const findingsOf = (letter: Letter) => checkLetter({ letter, mode: 'letter-alone', context }).filter(({ severity }) => severity !== 'info');

describeWith(PUBLISHED, 'the checks over the published letters', () => {
  let letters: readonly { readonly name: string; readonly letter: Letter }[] = [];
  let findings: readonly (Finding & { readonly name: string })[] = [];
  beforeAll(async () => {
    letters = await Promise.all(publishedNames().map(async (name) => ({ name, letter: readLetter(await publishedText(name), FORMS) })));
    findings = letters.flatMap(({ name, letter }) => findingsOf(letter).map((finding) => ({ name, ...finding })));
  });

  it('block where they should, and nowhere else', () => {
    const blocking = findings.filter(({ severity }) => severity === 'block').map(({ name, check, message }) => `${name} ${String(check)}: ${message}`);
    expect(blocking).toEqual(TRUE_FINDINGS);
  });

  it('warn at most forty times in all', () => {
    const warnings = findings.filter(({ severity }) => severity === 'warn');
    process.stderr.write(`warnings over ${String(letters.length)} published letters: ${String(warnings.length)} (most: ${String(MOST_WARNINGS)})\n`);
    expect(warnings.length).toBeLessThanOrEqual(MOST_WARNINGS);
  });

  it('notice at least 95 of 100 faults that are planted in them', () => {
    const planted = letters.flatMap(({ letter }) => {
      const before = new Set(findingsOf(letter).map(({ check, where, message }) => `${String(check)} ${where} ${message}`));
      return plantFaults(letter).map((fault) => ({ kind: fault.kind, noticed: findingsOf(fault.letter).some(({ check, where, message }) => !before.has(`${String(check)} ${where} ${message}`)) }));
    });
    const kinds = [...new Set(planted.map(({ kind }) => kind))].map((kind) => {
      const ofKind = planted.filter((fault) => fault.kind === kind);
      return `${kind} ${String(ofKind.filter(({ noticed }) => noticed).length)}/${String(ofKind.length)}`;
    });
    process.stderr.write(`planted faults noticed: ${kinds.join(', ')}\n`);
    expect(planted.filter(({ noticed }) => noticed).length / planted.length).toBeGreaterThanOrEqual(LEAST_NOTICED);
  }, MANY_CHECKS_TIME);
});
