import { found, type Found, type ValuesOf } from '../../../shared/finding-kinds.ts';
import { findDates, type DateInText } from '../../../shared/find-dates.ts';
import { findFacts } from '../../../shared/find-facts.ts';
import { compareDates } from '../../../shared/partial-date.ts';
import { doseDisagreements, partDisagreements } from './agreement.ts';
import type { Drift } from '../../../shared/drift.ts';
import { findClosing } from './closing-polarity.ts';
import { findNegativeClaims } from './negative-claims.ts';
import {
  itemPart,
  OWN_CASE,
  SUMMARY,
  type CheckedItem,
  type CheckedLetter,
  type CheckedSentence,
  type LetterCheck,
} from './check.ts';
import { dateStyle } from './date-style.ts';
import { findRestatedDates, joinDates } from './restated-dates.ts';

const HEADER_OF = { injury: 'dateOfInjury', 'ur-denial': 'urDenialDate' } as const;

const restated = ({ letter: { header, summary }, latest }: CheckedLetter): Found[] =>
  findRestatedDates(summary, latest).flatMap(({ of, date, written, sentence }) => {
    const name = HEADER_OF[of];
    return header[name] === '' || header[name] === date
      ? []
      : [found('restated-date-differs', SUMMARY, { written, header: name, date: header[name] }, sentence)];
  });

/** Numbers written like a day of a year. */
const DAY_LIKE = /(?<![\d/.-])\d{1,2}([-/])\d{1,2}\1(?:\d{4}|\d{2})(?![\d/-])/gu;

const impossible = (summary: string, dates: readonly DateInText[]): Found[] =>
  [...summary.matchAll(DAY_LIKE)]
    .filter(({ index }) => !dates.some(({ start, end }) => index >= start && index < end))
    .map(([written]) => found('impossible-date', SUMMARY, { written }, written));

const misplaced = (
  { letter: { header }, latest, context: { birthDate }, mode }: CheckedLetter,
  { text: written, date }: DateInText,
): Found[] => {
  if (compareDates(date, latest) > 0)
    return [found('date-after-decision', SUMMARY, { written, decision: latest }, written)];
  if (birthDate !== undefined && mode !== 'letter-alone' && compareDates(date, birthDate) < 0)
    return [found('date-before-birth', SUMMARY, { written }, written)];
  const received = header.applicationReceived;
  return received !== '' && compareDates(date, received) > 0
    ? [found('date-after-application', SUMMARY, { written, received }, written)]
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

const uneven = ({ letter: { summary }, latest }: CheckedLetter): Found[] => {
  const joined = joinDates(summary);
  const kinds: readonly (readonly [what: ValuesOf<'uneven-words'>['what'], used: string[]])[] = [
    ['ages', ages(summary)],
    ['sexes', sexes(summary)],
    ['words for the person', personWords(summary)],
    ['date styles', styles(joined, latest)],
  ];
  return kinds
    .filter(([, used]) => used.length > 1)
    .map(([what, used]) => found('uneven-words', SUMMARY, { what, used }));
};

const behind = ({ text, offered }: CheckedSentence): Found[] =>
  offered === undefined || offered === null ? [] : [found('sentence-behind-timeline', SUMMARY, { offered }, text)];

const differing = ({ text, drift = [] }: CheckedSentence): Found[] =>
  drift.map(({ kind, start, end, says = '' }) =>
    found('sentence-differs', SUMMARY, { what: kind, words: text.slice(start, end), says, at: start }, text),
  );

/** What other checks of the rationale say already: a side, a drug or dose of the request, what is not documented. */
const isSaidElsewhere = (item: CheckedItem, { text }: CheckedSentence, { kind }: Drift): boolean => {
  const isNegation = kind === 'denied' || kind === 'stated' || kind === 'opposite';
  if (isNegation) return text === findClosing(item.rationale)?.sentence || findNegativeClaims(text).length > 0;
  if (kind === 'side' || kind === 'other-side') return partDisagreements(item).some(({ what }) => what === 'side');
  return (kind === 'strength' || kind === 'other-strength') && doseDisagreements(item).length > 0;
};

const inRationale = (item: CheckedItem, sentence: CheckedSentence): Found[] =>
  (sentence.drift ?? [])
    .filter((drift) => !isSaidElsewhere(item, sentence, drift))
    .map(({ kind, start, end, says = '' }) =>
      found(
        'rationale-differs',
        itemPart(item, 'rationale'),
        { what: kind, words: sentence.text.slice(start, end), says, at: start },
        sentence.text,
      ),
    );

const unsupported = ({
  checkedItems,
  context: { sentences = [], records = [], rationales = [] },
  latest,
}: CheckedLetter): Found[] => {
  const bare = sentences
    .filter(({ text, sources }) => sources.length === 0 && findDates(text, { latest }).length > 0)
    .map(({ text }) => found('date-without-page', SUMMARY, {}, text));
  const unused = records.filter(({ isCited }) => !isCited).map(({ label }) => label);
  return [
    ...bare,
    ...sentences.flatMap((sentence) => [...behind(sentence), ...differing(sentence)]),
    ...checkedItems.flatMap((item) =>
      (rationales[item.index] ?? []).flatMap((sentence) => inRationale(item, sentence)),
    ),
    ...(unused.length === 0 || sentences.length === 0 ? [] : [found('uncited-records', SUMMARY, { records: unused })]),
  ];
};

export const summaryChecks: readonly LetterCheck[] = [
  {
    name: 'dates-restated',
    run: restated,
  },
  {
    name: 'dates-possible',
    run: (letter) => {
      const summary = joinDates(letter.letter.summary);
      const dates = findDates(summary, { latest: letter.latest });
      return [...impossible(summary, dates), ...dates.flatMap((date) => misplaced(letter, date))];
    },
  },
  {
    name: 'even-words',
    run: uneven,
  },
  {
    name: 'pages-cited',
    needs: 'sentences',
    modes: OWN_CASE,
    run: unsupported,
  },
];
