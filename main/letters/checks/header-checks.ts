import { HEADER_LABELS, Priority, type HeaderName } from '../../../shared/letter.ts';
import { usDate } from '../../../shared/partial-date.ts';
import { CASE_BLOCK } from '../compose-letter.ts';
import type { LetterCheck, Spot } from './check.ts';

/** The order in which the five dates stand in every letter; equal days are allowed. */
const DATE_ORDER = ['dateOfInjury', 'urDenialDate', 'applicationReceived', 'dateAssigned', 'decisionDate'] as const;

const missing = (names: readonly HeaderName[]): Spot[] =>
  names.length === CASE_BLOCK.length
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
        : [{ where: 'header.caseNumber', quote: header.caseNumber, message: `The case number "${header.caseNumber}" is not CM, two digits, a dash and seven digits.` }],
  },
  {
    number: 2,
    group: 'header',
    severity: 'block',
    severityIn2014: 'warn',
    title: 'All seven header values are given',
    run: ({ letter: { header } }) => missing(CASE_BLOCK.filter((name) => header[name].trim() === '')),
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
        return [{ where: `header.${name}`, message: `${HEADER_LABELS[name]} (${usDate(header[name])}) lies before ${HEADER_LABELS[before]} (${usDate(header[before])}).` }];
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
      header.priority === '' || Priority.safeParse(header.priority).success ? [] : [{ where: 'header.priority', quote: header.priority, message: `The priority "${header.priority}" is neither Standard nor Expedited.` }],
  },
];
