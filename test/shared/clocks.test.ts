import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { clocksOf, dueDate, NO_HOLIDAYS, type Calendar, type ClockFacts } from '../../shared/clocks.ts';
import { holidayIn, HolidayList, holidayOn } from '../../shared/holidays.ts';
import { LetterHeader } from '../../shared/letter.ts';

const ASSETS = join(import.meta.dirname, '..', '..', 'assets');
const SHIPPED = HolidayList.parse(JSON.parse(readFileSync(join(ASSETS, 'clocks', 'state-holidays.json'), 'utf8')));
const state: Calendar = { ...NO_HOLIDAYS, holidayOn: (day) => holidayOn(day, SHIPPED.holidays) };

const facts = (given: Partial<ClockFacts> & { readonly dates?: Partial<LetterHeader> }): ClockFacts => ({
  track: 'standard',
  recordsComplete: '2019-06-28',
  certifiedOn: '',
  extensionDays: 0,
  urByMail: false,
  ...given,
  header: LetterHeader.parse(given.dates ?? {}),
});
const due = (given: Partial<ClockFacts>, calendar = state): string => dueDate(facts(given), calendar);

describe('holidays', () => {
  it.each([
    ["New Year's Day", '2023-01-02'],
    ['Martin Luther King Jr. Day', '2019-01-21'],
    ["Presidents' Day", '2019-02-18'],
    ['Memorial Day', '2019-05-27'],
    ['Memorial Day', '2021-05-31'],
    ['Labor Day', '2019-09-02'],
    ['Thanksgiving Day', '2019-11-28'],
    ['Day after Thanksgiving', '2019-11-29'],
    ['Christmas Day', '2016-12-26'],
  ])('%s is kept on %s', (name, day) => {
    expect(
      holidayIn(
        SHIPPED.holidays.find((one) => one.name === name)!,
        Number(day.slice(0, 4)),
      ),
    ).toBe(day);
  });

  it('are shipped from memory, and say so', () => {
    expect(SHIPPED).toMatchObject({ certainty: 'memory', note: expect.stringContaining('not looked up') });
  });
});

describe('the day a determination is due', () => {
  it.each([
    ['30 days for a regular review', { track: 'standard' }, '2019-07-28'],
    ['5 working days for the formulary, without weekends and holidays', { track: 'formulary' }, '2019-07-08'],
    ['3 days for an expedited review', { track: 'expedited' }, '2019-07-01'],
    ['an extension counted on', { extensionDays: 3 }, '2019-07-31'],
    ['3 days from the certification, where it became expedited', { certifiedOn: '2019-07-10' }, '2019-07-13'],
    ['3 days from the records, where it was certified before them', { certifiedOn: '2019-06-01' }, '2019-07-01'],
    ['no later than it was, where it was certified at the end', { certifiedOn: '2019-07-27' }, '2019-07-28'],
    ['both', { certifiedOn: '2019-07-10', extensionDays: 2 }, '2019-07-15'],
    ['none while the records are not complete', { recordsComplete: '' }, ''],
  ] as const)('is %s', (_, given, day) => {
    expect(due(given)).toBe(day);
  });

  it('counts an expedited review in working days where the settings say so', () => {
    expect(due({ track: 'expedited' }, { ...state, expeditedUnit: 'working' })).toBe('2019-07-03');
  });

  it('counts every weekday where no holidays are kept', () => {
    expect(due({ track: 'formulary' }, NO_HOLIDAYS)).toBe('2019-07-05');
  });
});

describe('the clocks of a case', () => {
  const rules = (given: Parameters<typeof facts>[0]) =>
    clocksOf(facts(given), state).map(({ id, rule, due: day, late }) => [id, rule, day, late]);

  it('each have their rule, and say how late it was', () => {
    expect(
      rules({
        track: 'formulary',
        urByMail: true,
        extensionDays: 1,
        dates: { urDenialDate: '2019-06-03', applicationReceived: '2019-06-15', decisionDate: '2019-07-11' },
      }),
    ).toEqual([
      ['application', 'application-in-time', '2019-06-13', 2],
      ['mail', 'application-by-mail', '2019-06-18', -3],
      ['decision', 'clock-formulary', '2019-07-08', 3],
      ['extension', 'clock-extension', '2019-07-09', 2],
    ]);
    expect(rules({ certifiedOn: '2019-07-10' })).toEqual([
      ['decision', 'clock-regular', '2019-07-28', null],
      ['expedited', 'clock-becomes-expedited', '2019-07-13', null],
    ]);
  });

  it('name the holidays that they passed over', () => {
    expect(clocksOf(facts({ track: 'formulary' }), state)).toMatchObject([
      { passed: [{ day: '2019-07-04', name: 'Independence Day' }] },
    ]);
  });

  it('run by rules that can be opened', () => {
    const all = (['standard', 'formulary', 'expedited'] as const).flatMap((track) =>
      clocksOf(
        facts({
          track,
          urByMail: true,
          extensionDays: 1,
          certifiedOn: '2019-07-10',
          dates: { urDenialDate: '2019-06-03' },
        }),
        state,
      ),
    );
    for (const { rule } of all)
      expect(JSON.parse(readFileSync(join(ASSETS, 'rules', `${rule}.json`), 'utf8'))).toMatchObject({ id: rule });
  });
});
