import { describeRecord } from '../../../main/reading/describe-record.ts';
import { proposeEntries } from '../../../main/reading/propose-entries.ts';
import { splitRecords, type FilePages } from '../../../main/reading/records/split-records.ts';
import { visitsOf, type VisitDraft } from '../../../main/reading/visits/visits-of.ts';
import type { RecordId } from '../../../shared/ids.ts';
import { recordOf } from '../read-fixture.ts';

const LATEST = '2017-01-01';
const NOTHING = { items: [] };

const head = (name = 'Fictitious, Mara', birth = '01/02/1980'): string =>
  `Patient: ${name}   DOB: ${birth}   Claim: WC-00-1\nEmployer: Pretend Foods   Date of injury: 02/01/2016`;
const note = (date: string, said: string, who = head()): string =>
  ['PROGRESS REPORT (PR-2)', who, `Date of exam: ${date}`, 'Otto Invented, MD', `Subjective: ${said}`].join('\n');
const day = (at: number): string =>
  `${String(1 + (at % 12)).padStart(2, '0')}/${String(1 + (at % 28)).padStart(2, '0')}/2016`;

const fileOf = (pages: readonly string[]): FilePages => ({
  record: 'bundle' as RecordId,
  fileName: 'bundle.pdf',
  pages: pages.map((text, at) => ({ page: at + 1, text })),
});

/** The visits of a file as the application reads it: divided into records, those of another patient left out. */
const visitsIn = (pages: readonly string[]): VisitDraft[] => {
  const file = fileOf(pages);
  const drafts = splitRecords(file, { latest: LATEST })
    .filter(({ patient }) => patient === 'worker')
    .flatMap((record) =>
      proposeEntries(
        { ...file, pages: file.pages.filter(({ page }) => page >= record.first && page <= record.last) },
        record,
        { latest: LATEST },
      ),
    );
  return visitsOf(drafts, NOTHING);
};
const said = (visits: readonly VisitDraft[]): string[] =>
  visits.flatMap(({ date, facts }) => facts.map(({ text }) => `${date} ${text}`)).sort();

/** The same order each time: every seventh page, round and round. */
const shuffled = <T>(list: readonly T[]): T[] =>
  Array.from({ length: list.length }, (_, at) => list[(at * 7) % list.length]!);

describe('a bundle out of order', () => {
  const pages = Array.from({ length: 24 }, (_, at) => note(day(at * 5), `Left knee pain ${1 + (at % 9)}/10.`));

  it('gives the same visits in reverse and shuffled', () => {
    const straight = said(visitsIn(pages));
    expect(straight).toHaveLength(24);
    expect(said(visitsIn(pages.toReversed()))).toEqual(straight);
    expect(said(visitsIn(shuffled(pages)))).toEqual(straight);
  });

  it('stands in date order whatever the order of its pages', () => {
    const dates = visitsIn(shuffled(pages)).map(({ date }) => date ?? '');
    expect(dates).toEqual([...dates].sort());
  });
});

describe('two patients by turns', () => {
  it('give the visits of the worker alone, and the pages of the other as records of another patient', () => {
    const other = head('Elsewhere, Ned', '05/06/1955');
    const pages = Array.from({ length: 12 }, (_, at) =>
      at % 2 === 0
        ? note(day(at), `Left knee pain ${1 + (at % 9)}/10.`)
        : note(day(at), 'Right wrist pain 9/10.', at === 11 ? head() : other),
    );
    const records = splitRecords(fileOf(pages), { latest: LATEST });
    expect(records.filter(({ patient }) => patient === 'other').map(({ first }) => first)).toEqual([2, 4, 6, 8, 10]);
    expect(said(visitsIn(pages)).filter((line) => /wrist/.test(line))).toHaveLength(1);
    expect(visitsIn(pages)).toHaveLength(7);
  });
});

describe('notes of one line', () => {
  it('are three hundred visits, each with what it says', () => {
    const pages = Array.from({ length: 300 }, (_, at) => {
      const date = `${String(1 + Math.floor(at / 28)).padStart(2, '0')}/${String(1 + (at % 28)).padStart(2, '0')}/2016`;
      return note(date, `Left knee pain ${1 + (at % 9)}/10.`);
    });
    const visits = visitsIn(pages);
    expect(visits).toHaveLength(300);
    expect(visits.every(({ facts }) => facts.length === 1 && facts[0]!.rank === 'key')).toBe(true);
  });

  it('in one record, a date and a line each, are as many visits', () => {
    const lines = Array.from({ length: 300 }, (_, at) => {
      const date = `${String(1 + Math.floor(at / 28)).padStart(2, '0')}/${String(1 + (at % 28)).padStart(2, '0')}/2016`;
      return `${date}  Left knee pain ${1 + (at % 9)}/10, worse with stairs.`;
    });
    const source = recordOf(['CHART NOTES', head(), ...lines].join('\n'));
    const drafts = proposeEntries(source, describeRecord(source, { latest: LATEST }), { latest: LATEST });
    expect(visitsOf(drafts, NOTHING)).toHaveLength(300);
  });
});

describe('a record of two thousand pages without a date', () => {
  it('is one undated visit that keeps every statement, in a few seconds', () => {
    const pages = Array.from(
      { length: 2000 },
      (_, at) =>
        `Subjective: Left knee pain ${1 + (at % 9)}/10 on stair ${at}.\nObjective: Flexion ${60 + (at % 70)} degrees.`,
    );
    const source = recordOf(['PROGRESS NOTE', ...pages].join('\f'));
    const begun = performance.now();
    const drafts = proposeEntries(source, describeRecord(source, { latest: LATEST }), { latest: LATEST });
    const [visit, ...others] = visitsOf(drafts, NOTHING);
    expect(performance.now() - begun).toBeLessThan(60_000);
    expect(others).toEqual([]);
    expect(visit!.date).toBeNull();
    const kept = new Set(visit!.facts.flatMap(({ sources }) => sources.map(({ page }) => page)));
    expect(kept.size).toBe(2000);
  });
});

describe('a day of forty visits', () => {
  it('keeps them apart where their words differ', () => {
    const parts = ['knee', 'wrist', 'elbow', 'shoulder', 'ankle', 'hip', 'neck', 'back'];
    const pages = Array.from({ length: 40 }, (_, at) =>
      [
        'PROGRESS REPORT (PR-2)',
        head(),
        'Date of exam: 03/01/2016',
        `Dr. Number${'abcdefghijklmnopqrstuvwxyzabcdefghijklmnop'[at]} Invented, MD`,
        `Subjective: Left ${parts[at % 8]} pain ${1 + (at % 5)}/10 for ${at + 1} days.`,
        `Plan: Start naproxen ${100 + at} mg.`,
      ].join('\n'),
    );
    const visits = visitsIn(pages);
    expect(visits.every(({ date }) => date === '2016-03-01')).toBe(true);
    expect(visits).toHaveLength(40);
    expect(new Set(visits.map(({ key }) => key)).size).toBe(40);
  });
});
