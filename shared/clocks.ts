import { z } from 'zod';
import type { CaseFacts } from './case.ts';
import { isWeekend } from './holidays.ts';
import { addDays, DayDate, daysBetween } from './partial-date.ts';

/** What days are counted by: the holidays by their names, and the unit of an expedited review, which no rule says. */
export type Calendar = {
  readonly holidayOn: (day: string) => string | undefined;
  readonly expeditedUnit: 'calendar' | 'working';
};

/** Every day but weekends counts as a working day. */
export const NO_HOLIDAYS: Calendar = { holidayOn: () => undefined, expeditedUnit: 'calendar' };

const Unit = z.enum(['calendar', 'working']);

/** One clock of a case: `rule` names the rule that it runs by (`assets/rules`), `due` its last day. */
export const Clock = z.strictObject({
  id: z.enum(['decision', 'expedited', 'extension', 'application', 'mail']),
  rule: z.string(),
  from: DayDate,
  days: z.int(),
  unit: Unit,
  due: DayDate,
  /** The holidays that were passed over. */
  passed: z.array(z.strictObject({ day: DayDate, name: z.string() })),
  /** Days from the due one to the one on which it was done; null while it was not. */
  late: z.int().nullable(),
});
export type Clock = z.infer<typeof Clock>;

type Counted = { readonly due: string; readonly passed: { readonly day: string; readonly name: string }[] };

const addWorkingDays = (from: string, days: number, { holidayOn }: Calendar): Counted => {
  const passed: Counted['passed'] = [];
  let day = from;
  for (let left = days; left > 0;) {
    day = addDays(day, 1);
    const name = holidayOn(day);
    if (isWeekend(day)) continue;
    if (name === undefined) left -= 1;
    else passed.push({ day, name });
  }
  return { due: day, passed };
};

const count = (from: string, days: number, unit: z.infer<typeof Unit>, calendar: Calendar): Counted =>
  unit === 'working' ? addWorkingDays(from, days, calendar) : { due: addDays(from, days), passed: [] };

const TRACKS = {
  standard: { rule: 'clock-regular', days: 30, unit: 'calendar' },
  formulary: { rule: 'clock-formulary', days: 5, unit: 'working' },
  expedited: { rule: 'clock-expedited', days: 3, unit: 'calendar' },
} as const;

/** The facts of a case that its clocks run by. */
export type ClockFacts = Pick<
  CaseFacts,
  'track' | 'recordsComplete' | 'certifiedOn' | 'extensionDays' | 'urByMail' | 'header'
>;

const later = (a: string, b: string): string => (a < b ? b : a);

/** How the track counts: an expedited review in the unit of the settings. */
const countOf = (track: CaseFacts['track'], { expeditedUnit }: Calendar) =>
  track === 'expedited' ? { ...TRACKS.expedited, unit: expeditedUnit } : TRACKS[track];

type Running = Omit<Clock, 'late'>;

const decisionClocks = (facts: ClockFacts, calendar: Calendar): Running[] => {
  const { track, recordsComplete, certifiedOn, extensionDays } = facts;
  if (recordsComplete === '') return [];
  const own = countOf(track, calendar);
  const first: Running = {
    id: 'decision',
    from: recordsComplete,
    ...own,
    ...count(recordsComplete, own.days, own.unit, calendar),
  };
  const turned = certifiedOn !== '' && track !== 'expedited';
  const urgent = countOf('expedited', calendar);
  const from = later(recordsComplete, certifiedOn);
  const expedited: Running[] = turned
    ? [
        {
          id: 'expedited',
          from,
          ...urgent,
          rule: 'clock-becomes-expedited',
          ...count(from, urgent.days, urgent.unit, calendar),
        },
      ]
    : [];
  const { due } = [first, ...expedited].reduce((soonest, one) => (one.due < soonest.due ? one : soonest));
  const extension: Running[] =
    extensionDays > 0
      ? [
          {
            id: 'extension',
            rule: 'clock-extension',
            from: due,
            days: extensionDays,
            unit: 'calendar',
            due: addDays(due, extensionDays),
            passed: [],
          },
        ]
      : [];
  return [first, ...expedited, ...extension];
};

/** The days within which an application is in time: 30, for the formulary 10; 5 more where the denial came by mail. */
export const daysToApply = ({ track, urByMail }: Pick<ClockFacts, 'track' | 'urByMail'>): number =>
  (track === 'formulary' ? 10 : 30) + (urByMail ? 5 : 0);

const applicationClocks = ({ track, urByMail, header: { urDenialDate: from } }: ClockFacts): Running[] => {
  if (from === '') return [];
  const days = daysToApply({ track, urByMail: false });
  const due = addDays(from, days);
  const own: Running = {
    id: 'application',
    rule: 'application-in-time',
    from,
    days,
    unit: 'calendar',
    due,
    passed: [],
  };
  const mail: Running = {
    ...own,
    id: 'mail',
    rule: 'application-by-mail',
    from: due,
    days: 5,
    due: addDays(due, 5),
  };
  return urByMail ? [own, mail] : [own];
};

const withLateness = (clocks: readonly Running[], done: string): Clock[] =>
  clocks.map((clock) => ({
    ...clock,
    passed: [...clock.passed],
    late: done === '' ? null : daysBetween(clock.due, done),
  }));

/** Every clock of a case, each with the rule that it runs by; none where its first day is not known. */
export const clocksOf = (facts: ClockFacts, calendar: Calendar): Clock[] => [
  ...withLateness(applicationClocks(facts), facts.header.applicationReceived),
  ...withLateness(decisionClocks(facts, calendar), facts.header.decisionDate),
];

/**
 * The day a determination is due (LC 4610.6(d); 8 CCR 9792.10.6): by the track, sooner where it became expedited, later
 * by an extension. Empty while the records are not complete.
 */
export const dueDate = (facts: ClockFacts, calendar: Calendar): string => {
  const clocks = decisionClocks(facts, calendar);
  const extension = clocks.find(({ id }) => id === 'extension');
  return extension?.due ?? clocks.map(({ due }) => due).sort()[0] ?? '';
};
