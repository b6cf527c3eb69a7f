import type { Finding } from '../../shared/check.ts';
import { findingsOfItem, groupFindings, partName, partPlace } from '../../renderer/data/parts.ts';

const finding = (check: number, severity: Finding['severity'], where: string): Finding => ({
  check,
  severity,
  where,
  message: '',
});

describe('findings under the parts of the letter', () => {
  it('stand under their place, places that block first, then in the order of the letter', () => {
    const groups = groupFindings([
      finding(44, 'warn', 'summary'),
      finding(32, 'warn', 'items.0.rationale'),
      finding(29, 'block', 'items.0.rationale'),
      finding(3, 'info', 'header.caseNumber'),
    ]);
    expect(groups.map(({ name, findings }) => [name, findings.map(({ check }) => check)])).toEqual([
      ['Item 1', [29, 32]],
      ['Case details', [3]],
      ['Clinical summary', [44]],
    ]);
  });

  it('name the part for people', () => {
    expect(
      ['items.1.rationale', 'header.dateOfInjury', 'summary', 'letter'].map((where) => partName(partPlace(where))),
    ).toEqual(['decision rationale', 'Date of Injury', '', '']);
  });

  it('are found for one part of one item, under either name of a guideline', () => {
    const findings = [
      finding(22, 'block', 'items.1.reviewerGuideline'),
      finding(29, 'block', 'items.1.rationale'),
      finding(14, 'block', 'items.1'),
    ];
    expect(findingsOfItem(findings, 1, 'reviewer').map(({ check }) => check)).toEqual([22]);
    expect(findingsOfItem(findings, 1, '').map(({ check }) => check)).toEqual([14]);
  });
});
