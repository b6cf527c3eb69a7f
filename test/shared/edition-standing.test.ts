import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { editionDaysOf } from '../../main/letters/items/edition-days.ts';
import { citedStanding, editionsInForce, inItsPlace, standingOf } from '../../shared/edition-standing.ts';
import { editionName, type GuidelineRow } from '../../shared/guideline.ts';
import { LetterHeader } from '../../shared/letter.ts';
import { addDays } from '../../shared/partial-date.ts';
import { DATED, daysOn, rightState } from '../letters/support/edition-days.ts';
import { GUIDELINES } from '../letters/support/letter-assets.ts';
import { describeWith, SHARED, wantShared } from '../support/optional.ts';

const PAIR = ['chronic-pain-medical-treatment-2016', 'opioid-treatment-2016'];
const COMPLETE_TO = '2021-11-23';
const standing = (row: GuidelineRow, day: string, isRetrospective = false, requested = day): string =>
  standingOf(row, GUIDELINES, daysOn(day, isRetrospective, requested)).state;
const dated = DATED.map(([row]) => row);

describe('the edition in force', () => {
  it('is told of all 63 editions with a day of effect, and four proposals are there', () => {
    expect(dated).toHaveLength(63);
    expect(GUIDELINES.rows.filter(({ status }) => status === 'proposed')).toHaveLength(4);
    expect(GUIDELINES.completeTo).toBe(COMPLETE_TO);
  });

  it.each(DATED.map(([row, first]) => [editionName(row), first, row] as const))(
    '%s of %s stands right the day before, the day and the day after, retrospective and not',
    (_, first, row) => {
      for (const by of [-1, 0, 1])
        for (const isRetrospective of [false, true]) {
          const day = addDays(first, by);
          expect([day, isRetrospective, standing(row, day, isRetrospective)]).toEqual([
            day,
            isRetrospective,
            rightState(row, day, by >= 0),
          ]);
        }
    },
  );

  it('ends on the day on which its successor begins, and nobody knows after an unknown end', () => {
    const ends = dated.filter(({ effectiveTo, requestsTo }) => effectiveTo !== null && requestsTo === null);
    for (const row of ends.filter(({ effectiveTo }) => effectiveTo! <= COMPLETE_TO)) {
      const before = row.unknownFrom === null ? 'in-force' : 'not-known';
      expect([row.id, standing(row, addDays(row.effectiveTo!, -1)), standing(row, row.effectiveTo!)]).toEqual([
        row.id,
        before,
        'not-in-force',
      ]);
    }
    const open = dated.filter(({ unknownFrom }) => unknownFrom !== null);
    expect(open.map(({ chapter }) => chapter)).toEqual([
      'General Approaches',
      'Stress-Related Conditions',
      'Acupuncture Treatment',
      'Postsurgical Treatment',
    ]);
    for (const row of open)
      expect([standing(row, addDays(row.unknownFrom!, -1)), standing(row, row.unknownFrom!)]).toEqual([
        'in-force',
        'not-known',
      ]);
  });

  it('goes by the request for the pair of 2016 alone, whatever the day of service', () => {
    const of = (id: string) => GUIDELINES.rows.find((row) => row.id === id)!;
    const [old, now] = [of('chronic-pain-medical-treatment-2009'), of('chronic-pain-medical-treatment-2016')];
    for (const isRetrospective of [false, true])
      for (const day of ['2016-05-02', '2016-09-01'])
        expect(
          ['2016-07-28', '2016-07-29'].map((requested) =>
            [old, now].map((row) => standing(row, day, isRetrospective, requested)),
          ),
        ).toEqual([
          ['in-force', 'not-in-force'],
          ['not-in-force', 'in-force'],
        ]);
    expect([old, now].map((row) => standing(row, '2017-12-01', false, '2016-07-28'))).toEqual([
      'not-in-force',
      'not-in-force',
    ]);
    const knee = of('knee-complaints-2004');
    expect(standing(knee, '2017-11-30', false, '2018-06-01')).toBe('in-force');
  });

  it('is not known by the request where neither that nor the denial is given, unless the decision came before', () => {
    const now = GUIDELINES.rows.find(({ id }) => id === PAIR[0])!;
    const on = (decisionDate: string) =>
      standingOf(now, GUIDELINES, editionDaysOf('MRI', LetterHeader.parse({ decisionDate }), '2030-01-01'));
    expect([on('2016-07-28').state, on('2016-09-01').why]).toEqual(['not-in-force', 'request-date']);
  });

  it('is not known where editions changed while a service without its day may have been rendered', () => {
    const header = LetterHeader.parse({
      dateOfInjury: '2017-11-02',
      urDenialDate: '2018-01-10',
      decisionDate: '2018-03-01',
    });
    const on = (heading: string, chapter: string, year: string) =>
      citedStanding({ chapter, year }, GUIDELINES, editionDaysOf(heading, header, '2030-01-01'))?.why;
    expect(on('Retrospective: MRI of the left knee', 'Knee Complaints', '2004')).toBe('service-date');
    expect(on('Retrospective: MRI of the left knee (DOS 11/29/2017)', 'Knee Complaints', '2004')).toBeNull();
    expect(on('Retrospective: MRI of the left knee (DOS 11/29/2017 and 12/04/2017)', 'Knee Complaints', '2004')).toBe(
      'service-date',
    );
  });

  it.each([
    ['2018-02-01', 'Low Back Complaints', '2004', 'not-in-force', ['Low Back Disorders 2016']],
    ['2019-09-01', 'Low Back Disorders', '2016', 'not-in-force', ['Low Back Disorders 2019']],
    ['2024-01-05', 'Low Back Disorders', '2016', 'beyond-table', []],
    ['2019-09-01', 'Hip and Groin Disorders', '2011', 'in-force', []],
    ['2019-09-01', 'Traumatic Brain Injury', '2017', 'memory', []],
    ['2019-09-01', 'Cannabis', '2025', 'proposal', []],
    ['2021-03-01', 'Antiemetics', '2020', 'no-day', []],
    ['2018-02-01', 'Prevention', '2004', 'memory', []],
  ])('on %s says of %s %s: %s', (day, chapter, year, said, instead) => {
    const days = daysOn(day, false);
    const found = citedStanding({ chapter, year }, GUIDELINES, days)!;
    expect(found.why ?? found.state).toBe(said);
    if (said === 'not-in-force') expect(inItsPlace(chapter, GUIDELINES, days).map(editionName)).toEqual(instead);
  });

  it('says nothing of a chapter that is not in the table, while this is complete', () => {
    expect(citedStanding({ chapter: 'Kneecap', year: '2004' }, GUIDELINES, daysOn('2018-02-01', false))).toBeNull();
    expect(citedStanding({ chapter: 'Kneecap', year: '2004' }, GUIDELINES, daysOn('2025-02-01', false))?.why).toBe(
      'beyond-table',
    );
  });

  it('is one for each chapter on every day', () => {
    for (const day of [
      '2008-01-01',
      '2012-01-01',
      '2016-07-28',
      '2016-07-29',
      '2017-06-01',
      '2018-01-01',
      '2021-11-23',
    ]) {
      const names = editionsInForce(GUIDELINES, daysOn(day, false)).map(({ chapter }) => chapter);
      expect(names.length).toBeGreaterThan(10);
      expect(new Set(names).size).toBe(names.length);
    }
  });
});

const wanted = wantShared('law/mtus.csv');
describeWith([wanted], 'the table of the law', () => {
  /** Cells of a line with quotes around some. */
  const cells = (line: string): string[] =>
    [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/gu)].map(([, cell = '']) => cell.replace(/^"|"$/gu, ''));
  const lines = readFileSync(join(SHARED, 'law/mtus.csv'), 'utf8').trim().split(/\r?\n/u).slice(1).map(cells);

  it('is shipped row by row: section, day, end, publisher and certainty', () => {
    expect(lines).toHaveLength(GUIDELINES.rows.length);
    lines.forEach(([, section = '', publisher, edition, from = '', to = '', confirmed = ''], at) => {
      const row = GUIDELINES.rows[at]!;
      const isDay = (cell: string) => /^\d{4}-\d\d-\d\d$/u.test(cell);
      expect([row.id, row.publisher, row.edition, row.effectiveFrom]).toEqual([
        row.id,
        publisher,
        edition,
        isDay(from) ? from : null,
      ]);
      expect(section.startsWith(row.regulation)).toBe(true);
      // Of the general chapters only one is sure to have ended; of the chapter on stress the last possible day is known.
      const told = { 'general-approaches-2004': null, 'stress-related-conditions-2004': '2019-04-18' }[row.id];
      expect([row.id, row.effectiveTo]).toEqual([row.id, told === undefined ? (isDay(to) ? to : null) : told]);
      expect(row.certainty === 'memory').toBe(confirmed.startsWith('memory'));
      expect(row.certainty === 'confirmed').toBe(confirmed.startsWith('yes'));
    });
  });
});
