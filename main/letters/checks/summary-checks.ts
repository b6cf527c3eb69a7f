import { HEADER_LABELS } from '../../../shared/letter.ts';
import { usDate } from '../../../shared/partial-date.ts';
import type { LetterCheck } from './check.ts';
import { findRestatedDates } from './restated-dates.ts';

const HEADER_OF = { injury: 'dateOfInjury', 'ur-denial': 'urDenialDate' } as const;

export const summaryChecks: readonly LetterCheck[] = [
  {
    number: 37,
    group: 'summary',
    severity: 'block',
    severityIn2014: 'warn',
    title: 'Injury date and UR date are restated as in the header',
    run: ({ letter: { header, summary }, context: { today } }) =>
      findRestatedDates(summary, header.decisionDate === '' ? today : header.decisionDate).flatMap(({ of, date, written, sentence }) => {
        const name = HEADER_OF[of];
        if (header[name] === '' || header[name] === date) return [];
        return [{ where: 'summary', quote: sentence, message: `The summary gives ${written} where the header's ${HEADER_LABELS[name]} is ${usDate(header[name])}.` }];
      }),
  },
];
