import { found, type Found } from '../../../shared/finding-kinds.ts';
import { Priority, type HeaderName } from '../../../shared/letter.ts';
import { daysBetween } from '../../../shared/partial-date.ts';
import { formOf } from '../letter-forms.ts';
import { ANY_CASE, type LetterCheck } from './check.ts';

/** The order in which the five dates stand in every letter; equal days are allowed. */
const DATE_ORDER = ['dateOfInjury', 'urDenialDate', 'applicationReceived', 'dateAssigned', 'decisionDate'] as const;

/** From so many days before the due date on it is near. */
const DAYS_NEAR = 3;
const DAYS_TO_APPLY = 30;

const value = (name: HeaderName) => ({ kind: 'header-value', name }) as const;

const missing = (required: readonly HeaderName[], names: readonly HeaderName[]): Found[] =>
  names.length > 1 && names.length === required.length
    ? [found('missing-header', { kind: 'header' }, {})]
    : names.map((name) => found('missing-header-value', value(name), {}));

export const headerChecks: readonly LetterCheck[] = [
  {
    name: 'case-number',
    run: ({ letter: { header } }) =>
      header.caseNumber === '' || /^CM\d{2}-\d{7}$/u.test(header.caseNumber)
        ? []
        : [found('malformed-case-number', value('caseNumber'), { caseNumber: header.caseNumber }, header.caseNumber)],
  },
  {
    name: 'header-values',
    run: ({ letter: { header, form }, context: { forms } }) => {
      const { required } = formOf(forms, form).caseBlock;
      return missing(
        required,
        required.filter((name) => header[name].trim() === ''),
      );
    },
  },
  {
    name: 'date-order',
    run: ({ letter: { header } }) => {
      const given = DATE_ORDER.filter((name) => header[name] !== '');
      return given.flatMap((name, index) => {
        const before = given[index - 1];
        if (before === undefined || header[before] <= header[name]) return [];
        return [found('date-before-earlier', value(name), { date: header[name], before, other: header[before] })];
      });
    },
  },
  {
    name: 'priority',
    run: ({ letter: { header } }) =>
      header.priority === '' || Priority.safeParse(header.priority).success
        ? []
        : [found('unknown-priority', value('priority'), { priority: header.priority }, header.priority)],
  },
  {
    name: 'due-date',
    needs: 'due',
    modes: ANY_CASE,
    run: ({ letter: { header }, context: { due = '', today } }) => {
      // A decision that is dated already was made on that day; one dated ahead is still to be made.
      const day = header.decisionDate !== '' && header.decisionDate < today ? header.decisionDate : today;
      const days = due === '' ? Infinity : daysBetween(day, due);
      if (days > DAYS_NEAR) return [];
      return days < 0
        ? [found('overdue', value('decisionDate'), { due, days: -days, isDecided: day !== today })]
        : [found('due-soon', value('decisionDate'), { due, days })];
    },
  },
  {
    name: 'weekend',
    run: ({ letter: { header } }) => {
      const day = header.decisionDate === '' ? 1 : new Date(`${header.decisionDate}T00:00:00Z`).getUTCDay();
      return day === 0 || day === 6
        ? [
            found('decision-on-weekend', value('decisionDate'), {
              date: header.decisionDate,
              day: day === 0 ? 'Sunday' : 'Saturday',
            }),
          ]
        : [];
    },
  },
  {
    name: 'application-in-time',
    run: ({ letter: { header }, context: { daysToApply = DAYS_TO_APPLY } }) => {
      if (header.urDenialDate === '' || header.applicationReceived === '') return [];
      const days = daysBetween(header.urDenialDate, header.applicationReceived);
      return days <= daysToApply
        ? []
        : [found('late-application', value('applicationReceived'), { days, allowed: daysToApply })];
    },
  },
];
