import type { Finding } from '../../shared/check.ts';
import { found } from '../../shared/finding-kinds.ts';
import type { Part } from '../../shared/part.ts';
import { bunchFindings, findingsOf, groupFindings, partName } from '../../renderer/data/parts.ts';

const RATIONALE = { kind: 'item', item: 0, name: 'rationale' } as const;
const SUMMARY = { kind: 'summary' } as const;
const word = found('unknown-word', SUMMARY, { word: 'diagnossis' });
const closing = found('contrary-closing', RATIONALE, { decision: 'Upheld', says: 'necessary' });
const absence = found('contradicted-absence', RATIONALE, { term: 'locking', pages: ['Report, page 2'] });
const order = found(
  'date-before-earlier',
  { kind: 'header-value', name: 'decisionDate' },
  { date: '2017-03-01', before: 'dateAssigned', other: '2017-03-02' },
);

const finding = (check: number, severity: Finding['severity'], what: Parameters<typeof withNumber>[0]): Finding =>
  withNumber(what, check, severity);
const withNumber = (
  what: typeof word | typeof closing | typeof absence | typeof order,
  check: number,
  severity: Finding['severity'],
): Finding => ({ ...what, check, severity, message: 'A sentence.' });

describe('findings under the parts of the letter', () => {
  it('stand under their place, places that block first, then in the order of the letter', () => {
    const groups = groupFindings([
      finding(44, 'warn', word),
      finding(32, 'warn', absence),
      finding(29, 'block', closing),
      finding(3, 'info', order),
    ]);
    expect(groups.map(({ name, findings }) => [name, findings.map(({ check }) => check)])).toEqual([
      ['Item 1', [29, 32]],
      ['Case details', [3]],
      ['Clinical summary', [44]],
    ]);
  });

  it.each([
    [{ kind: 'item', item: 1, name: 'rationale' }, 'decision rationale'],
    [{ kind: 'header-value', name: 'dateOfInjury' }, 'Date of Injury'],
    [{ kind: 'reviewer-value', name: 'guidelineLabel' }, 'guideline label'],
    [{ kind: 'summary' }, ''],
    [{ kind: 'letter' }, ''],
  ] as const satisfies readonly (readonly [Part, string])[])('name the part %j for people', (part, name) => {
    expect(partName(part)).toBe(name);
  });

  it('are found for one part of one item', () => {
    const findings = [
      finding(29, 'block', closing),
      finding(44, 'warn', word),
      finding(29, 'block', { ...closing, part: { ...RATIONALE, item: 1 } }),
    ];
    expect(findingsOf(findings, RATIONALE)).toEqual([findings[0]]);
  });

  it('stand together where they say the same of different words, whatever the sentence', () => {
    const dated = (quote: string): Finding => ({
      ...found('date-without-page', SUMMARY, {}, quote),
      check: 40,
      severity: 'warn',
      message: quote,
    });
    const findings = [dated('On 01/20/2017, he was seen.'), finding(44, 'warn', word), dated('On 02/20/2017, too.')];
    expect(bunchFindings(findings)).toEqual([[findings[0], findings[2]], [findings[1]]]);
  });
});
