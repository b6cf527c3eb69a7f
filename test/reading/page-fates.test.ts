import { countFates, pageFates } from '../../main/reading/page-fates.ts';
import type { RecordText } from '../../main/reading/record-text.ts';
import { visitsOf } from '../../main/reading/visits/visits-of.ts';
import { LEFT_OUT_WORDS, LeftOutRule, type PageFate } from '../../shared/page-fate.ts';
import { fixture, propose, recordOf } from './read-fixture.ts';

const NAMES = [
  'pr2-form',
  'progress-notes',
  'consultation',
  'first-report',
  'therapy-log',
  'hospital',
  'ur-denial',
  'rfa',
];
const NOTE = [
  'PROGRESS REPORT (PR-2)',
  'Patient: Mara Fictitious   DOB: 01/02/1980   Date of injury: 02/01/2016',
  'Date of exam: 03/01/2016',
  'Subjective: Left knee pain 7/10. Interpreter present.',
  'Objective: Positive McMurray. Gait normal.',
  'Family history: Diabetes in the mother.',
  'Thank you for the referral of this patient.',
  'Page 1 of 1',
].join('\n');

const fatesOf = (
  source: RecordText,
  page: number,
  kind: 'progress-report' | 'billing' = 'progress-report',
): PageFate[] =>
  pageFates(
    source,
    page,
    visitsOf(propose(source), { items: [] }).flatMap(({ facts }) => facts),
    { kind },
  );
const words = (text: string, fates: readonly PageFate[], fate: PageFate['fate']): string[] =>
  fates
    .filter((one) => one.fate === fate)
    .map(({ start, end, rule }) => `${rule ?? 'told'}: ${text.slice(start, end)}`);

describe('the fates of a page', () => {
  it('tell which words became facts, which are folded, and which were left out by which rule', () => {
    const fates = fatesOf(recordOf(NOTE), 1);
    expect(words(NOTE, fates, 'fact')).toEqual(['told: Left knee pain 7/10.', 'told: Positive McMurray.']);
    expect(words(NOTE, fates, 'folded')).toEqual(['told: Gait normal.']);
    expect(words(NOTE, fates, 'left-out')).toEqual([
      'heading: PROGRESS REPORT (PR-2)',
      'who it is about: Patient: Mara Fictitious   DOB: 01/02/1980   Date of injury: 02/01/2016',
      'who it is about: Date of exam: 03/01/2016',
      'heading: Subjective: ',
      'nothing told:  Interpreter present.',
      'heading: Objective: ',
      'heading: Family history: ',
      'section: Diabetes in the mother.',
      'courtesy: Thank you for the referral of this patient.',
      'page count: Page 1 of 1',
    ]);
    expect(countFates(fates, NOTE)).toEqual({
      facts: 2,
      folded: 0,
      leftOut: { heading: 1, 'who it is about': 2, section: 1, courtesy: 1, 'page count': 1 },
    });
  });

  it.each(NAMES)('hold every letter and digit of %s exactly once, in order', (name) => {
    const source = fixture(name);
    for (const { page, text } of source.pages) {
      const fates = fatesOf(source, page);
      let at = 0;
      for (const { start, end } of fates) {
        expect(start).toBeGreaterThanOrEqual(at);
        expect(text.slice(at, start)).not.toMatch(/[\p{L}\p{N}]/u);
        expect(end).toBeGreaterThan(start);
        at = end;
      }
      expect(text.slice(at)).not.toMatch(/[\p{L}\p{N}]/u);
    }
  });

  it('leave out a page of another patient, and what a bill says, by those rules', () => {
    const source = recordOf(NOTE);
    expect(
      new Set(pageFates(source, 1, [], { kind: 'progress-report', isOtherPatient: true }).map(({ rule }) => rule)),
    ).toEqual(new Set(['other patient']));
    expect(pageFates(source, 1, [], { kind: 'billing' }).map(({ rule }) => rule)).toContain('kind of record');
  });

  it('name the day of a visit, the numbers of a list and the body of a study', () => {
    const rules = (lines: readonly string[], kind: 'progress-report' | 'imaging-report'): string[] => {
      const text = lines.join('\n');
      return pageFates(recordOf(text), 1, [], { kind }).map(
        ({ start, end, rule }) => `${rule}: ${text.slice(start, end)}`,
      );
    };
    expect(rules(['Visit 1 of 12   DOS: 03/15/2016'], 'progress-report')).toEqual([
      'day of the visit: Visit 1 of 12   DOS: 03/15/2016',
    ]);
    expect(rules(['Findings: No fracture is seen.'], 'imaging-report')).toEqual([
      'heading: Findings: ',
      'body of a report: No fracture is seen.',
    ]);
  });

  it('never call a line that holds a finding, a drug, a request, a score or a date of exam a running head', () => {
    const head = 'Otto Invented Clinic of Pretend Town';
    const pages = [1, 2, 3, 4].map((page) =>
      [
        head,
        'Tramadol 50 mg',
        'Pain 7/10',
        'Positive McMurray',
        'Date of exam: 03/01/2016',
        `Page ${page} of 4`,
        'Note goes on here',
      ].join('\n'),
    );
    const source = recordOf(pages.join('\f'));
    const running = [1, 2, 3, 4].flatMap((page) =>
      fatesOf(source, page)
        .filter(({ rule }) => rule === 'running head')
        .map(({ start, end }) => pages[page - 1]!.slice(start, end)),
    );
    expect(running.filter((line) => /Tramadol|7\/10|McMurray|exam/.test(line))).toEqual([]);
    expect(new Set(running)).toContain('Note goes on here');
  });

  it('have words for every rule', () => {
    expect(LeftOutRule.options.filter((rule) => !/^[A-Z].*\.$/.test(LEFT_OUT_WORDS[rule]))).toEqual([]);
  });
});
