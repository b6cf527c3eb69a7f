import { HEADER_LABELS, Priority, type HeaderName } from '../../../shared/letter.ts';
import { daysBetween, usDate } from '../../../shared/partial-date.ts';
import { formOf } from '../letter-forms.ts';
import { ANY_CASE, type LetterCheck, type Spot } from './check.ts';

/** The order in which the five dates stand in every letter; equal days are allowed. */
const DATE_ORDER = ['dateOfInjury', 'urDenialDate', 'applicationReceived', 'dateAssigned', 'decisionDate'] as const;

/** From so many days before the due date on it is near. */
const DAYS_NEAR = 3;
const DAYS_TO_APPLY = 30;

const missing = (required: readonly HeaderName[], names: readonly HeaderName[]): Spot[] =>
  names.length > 1 && names.length === required.length
    ? [{ where: 'header', message: 'None of the seven header values is given.' }]
    : names.map((name) => ({ where: `header.${name}`, message: `${HEADER_LABELS[name]} is not given.` }));

export const headerChecks: readonly LetterCheck[] = [
  {
    number: 1,
    group: 'header',
    severity: 'block',
    severityIn2014: 'warn',
    title: 'The case number has the form CM00-0000000',
    run: ({ letter: { header } }) =>
      header.caseNumber === '' || /^CM\d{2}-\d{7}$/u.test(header.caseNumber)
        ? []
        : [
            {
              where: 'header.caseNumber',
              quote: header.caseNumber,
              message: `The case number "${header.caseNumber}" is not CM, two digits, a dash and seven digits.`,
            },
          ],
  },
  {
    number: 2,
    group: 'header',
    severity: 'block',
    severityIn2014: 'warn',
    title: 'All seven header values are given',
    run: ({ letter: { header, form }, context: { forms } }) => {
      const { required } = formOf(forms, form).caseBlock;
      return missing(
        required,
        required.filter((name) => header[name].trim() === ''),
      );
    },
  },
  {
    number: 3,
    group: 'header',
    severity: 'block',
    severityIn2014: 'warn',
    title: 'The five dates stand in their order',
    run: ({ letter: { header } }) => {
      const given = DATE_ORDER.filter((name) => header[name] !== '');
      return given.flatMap((name, index) => {
        const before = given[index - 1];
        if (before === undefined || header[before] <= header[name]) return [];
        return [
          {
            where: `header.${name}`,
            message: `${HEADER_LABELS[name]} (${usDate(header[name])}) lies before ${HEADER_LABELS[before]} (${usDate(header[before])}).`,
          },
        ];
      });
    },
  },
  {
    number: 4,
    group: 'header',
    severity: 'block',
    severityIn2014: 'warn',
    title: 'The priority is Standard or Expedited',
    run: ({ letter: { header } }) =>
      header.priority === '' || Priority.safeParse(header.priority).success
        ? []
        : [
            {
              where: 'header.priority',
              quote: header.priority,
              message: `The priority "${header.priority}" is neither Standard nor Expedited.`,
            },
          ],
  },
  {
    number: 5,
    group: 'header',
    needs: 'due',
    severity: 'warn',
    title: 'The due date is neither near nor past',
    modes: ANY_CASE,
    run: ({ letter: { header }, context: { due = '', today } }) => {
      // A decision that is dated already was made on that day; one dated ahead is still to be made.
      const day = header.decisionDate !== '' && header.decisionDate < today ? header.decisionDate : today;
      const days = due === '' ? Infinity : daysBetween(day, due);
      if (days > DAYS_NEAR) return [];
      return [
        {
          where: 'header.decisionDate',
          message:
            days < 0
              ? `The decision was due on ${usDate(due)}, ${String(-days)} ${days === -1 ? 'day' : 'days'} before${day === today ? ' today' : ' its date'}.`
              : `The decision is due on ${usDate(due)}, ${days === 0 ? 'today' : `in ${String(days)} ${days === 1 ? 'day' : 'days'}`}.`,
        },
      ];
    },
  },
  {
    number: 6,
    group: 'header',
    severity: 'warn',
    title: 'The decision does not fall on a weekend',
    run: ({ letter: { header } }) => {
      const day = header.decisionDate === '' ? 1 : new Date(`${header.decisionDate}T00:00:00Z`).getUTCDay();
      return day === 0 || day === 6
        ? [
            {
              where: 'header.decisionDate',
              message: `The decision date (${usDate(header.decisionDate)}) is a ${day === 0 ? 'Sunday' : 'Saturday'}.`,
            },
          ]
        : [];
    },
  },
  {
    number: 7,
    group: 'header',
    severity: 'warn',
    title: 'The application came within 30 days of the denial',
    run: ({ letter: { header } }) => {
      if (header.urDenialDate === '' || header.applicationReceived === '') return [];
      const days = daysBetween(header.urDenialDate, header.applicationReceived);
      return days <= DAYS_TO_APPLY
        ? []
        : [
            {
              where: 'header.applicationReceived',
              message: `The application was received ${String(days)} days after the denial; ${String(DAYS_TO_APPLY)} are allowed (LC 4610.5(h)).`,
            },
          ];
    },
  },
];
