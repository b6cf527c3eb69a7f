import { findDates, type DateInText } from '../../../shared/find-dates.ts';
import { findFacts } from '../../../shared/find-facts.ts';
import { HEADER_LABELS } from '../../../shared/letter.ts';
import { compareDates, usDate } from '../../../shared/partial-date.ts';
import { OWN_CASE, type CheckedLetter, type LetterCheck, type Spot } from './check.ts';
import { dateStyle } from './date-style.ts';
import { findRestatedDates, joinDates } from './restated-dates.ts';

const HEADER_OF = { injury: 'dateOfInjury', 'ur-denial': 'urDenialDate' } as const;

const summarySpot = (message: string, quote?: string): Spot => ({
  where: 'summary',
  message,
  ...(quote === undefined ? {} : { quote }),
});

const restated = ({ letter: { header, summary }, latest }: CheckedLetter): Spot[] =>
  findRestatedDates(summary, latest).flatMap(({ of, date, written, sentence }) => {
    const name = HEADER_OF[of];
    return header[name] === '' || header[name] === date
      ? []
      : [
          summarySpot(
            `The summary gives ${written} where the header's ${HEADER_LABELS[name]} is ${usDate(header[name])}.`,
            sentence,
          ),
        ];
  });

/** Numbers written like a day of a year. */
const DAY_LIKE = /(?<![\d/.-])\d{1,2}([-/])\d{1,2}\1(?:\d{4}|\d{2})(?![\d/-])/gu;

const impossible = (summary: string, dates: readonly DateInText[]): Spot[] =>
  [...summary.matchAll(DAY_LIKE)]
    .filter(({ index }) => !dates.some(({ start, end }) => index >= start && index < end))
    .map(([quote]) => summarySpot(`"${quote}" is no date.`, quote));

const misplaced = (
  { letter: { header }, latest, context: { birthDate }, mode }: CheckedLetter,
  { text, date }: DateInText,
): Spot[] => {
  if (compareDates(date, latest) > 0)
    return [summarySpot(`${text} lies after the decision (${usDate(latest)}).`, text)];
  if (birthDate !== undefined && mode !== 'letter-alone' && compareDates(date, birthDate) < 0)
    return [summarySpot(`${text} lies before the worker's birth.`, text)];
  return header.applicationReceived !== '' && compareDates(date, header.applicationReceived) > 0
    ? [summarySpot(`${text} lies after the application was received (${usDate(header.applicationReceived)}).`, text)]
    : [];
};

const AGE_OF_PERSON = /\b(?:is|was|,|a|an|now)\s*$/iu;

const ages = (summary: string): string[] => [
  ...new Set(
    findFacts(summary)
      .filter(({ kind, start }) => kind === 'age' && AGE_OF_PERSON.test(summary.slice(0, start)))
      .map(({ value }) => value),
  ),
];
const sexes = (summary: string): string[] => [
  ...new Set(
    findFacts(summary)
      .filter(({ kind }) => kind === 'sex')
      .map(({ value }) => value),
  ),
];

const PERSONS: readonly (readonly [string, RegExp])[] = [
  ['injured worker', /\binjured workers?\b|\bIW\b/iu],
  ['patient', /\bpatients?\b/iu],
  ['applicant', /\bapplicants?\b/iu],
  ['claimant', /\bclaimants?\b/iu],
];
const personWords = (summary: string): string[] =>
  PERSONS.filter(([, pattern]) => pattern.test(summary)).map(([word]) => word);

const styles = (summary: string, latest: string): string[] => [
  ...new Set(
    findDates(summary, { latest })
      .filter(({ precision }) => precision === 'day')
      .map(({ text }) => dateStyle(text))
      .filter((style) => style !== null),
  ),
];

const list = (words: readonly string[]): string => `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;

const uneven = ({ letter: { summary }, latest }: CheckedLetter): Spot[] => {
  const joined = joinDates(summary);
  const kinds = [
    ['ages', ages(summary)],
    ['sexes', sexes(summary)],
    ['words for the person', personWords(summary)],
    ['date styles', styles(joined, latest)],
  ] as const;
  return kinds
    .filter(([, found]) => found.length > 1)
    .map(([what, found]) => summarySpot(`The summary uses ${String(found.length)} ${what}: ${list(found)}.`));
};

const unsupported = ({ context: { sentences = [], records = [] }, latest }: CheckedLetter): Spot[] => {
  const bare = sentences
    .filter(({ text, sources }) => sources.length === 0 && findDates(text, { latest }).length > 0)
    .map(({ text }) => summarySpot('This dated statement has no page of the case file behind it.', text));
  const unused = records.filter(({ isCited }) => !isCited).map(({ label }) => label);
  return [
    ...bare,
    ...(unused.length === 0 || sentences.length === 0
      ? []
      : [
          summarySpot(
            `No sentence cites ${unused.length === 1 ? 'this record' : 'these records'}: ${unused.join('; ')}.`,
          ),
        ]),
  ];
};

export const summaryChecks: readonly LetterCheck[] = [
  {
    number: 37,
    group: 'summary',
    severity: 'block',
    severityIn2014: 'warn',
    title: 'Injury date and UR date are restated as in the header',
    run: restated,
  },
  {
    number: 38,
    group: 'summary',
    severity: 'warn',
    title: 'Every date is one that can be',
    run: (letter) => {
      const summary = joinDates(letter.letter.summary);
      const dates = findDates(summary, { latest: letter.latest });
      return [...impossible(summary, dates), ...dates.flatMap((date) => misplaced(letter, date))];
    },
  },
  {
    number: 39,
    group: 'summary',
    severity: 'warn',
    title: 'One age, one sex, one word for the person, one date style',
    run: uneven,
  },
  {
    number: 40,
    group: 'summary',
    needs: 'sentences',
    severity: 'warn',
    title: 'Every dated statement has its page',
    modes: OWN_CASE,
    run: unsupported,
  },
];
