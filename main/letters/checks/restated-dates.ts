import { findDates } from '../../../shared/find-dates.ts';
import type { PartialDate } from '../../../shared/partial-date.ts';
import { splitSentences } from '../../../shared/split-sentences.ts';

/** A date that the summary restates, with the words it stands in. */
export type RestatedDate = {
  readonly of: 'injury' | 'ur-denial';
  readonly date: PartialDate;
  readonly written: string;
  readonly sentence: string;
};

const DATE = '@(\\d+)@';
const INJURY: readonly RegExp[] = [
  new RegExp(
    `(?:date of (?:the )?injury|\\bDOI\\b|injury date|date of (?:industrial |work )?(?:accident|injury))(?:\\s+(?:is|was|on|of|as|dated|reported|noted|to be))*[\\s:,(]*${DATE}`,
    'giu',
  ),
  new RegExp(
    `(?:industrial|work(?:-related| related)?|occupational|on-the-job)\\s+(?:\\w+\\s+)?(?:injury|accident|claim)(?:\\s+(?:is|was|on|of|from|dated|date|occurring|occurred|that|which))*[\\s:,(]*${DATE}`,
    'giu',
  ),
  new RegExp(
    `(?:sustained|suffered|incurred)\\s+(?:an?|the)\\s+(?:[\\w-]+\\s+){0,4}(?:injury|injuries)(?:\\s+(?:to|of)\\s+(?:[\\w-]+\\s+){1,6})?(?:\\s*(?:on|of|dated))[\\s:,(]*${DATE}`,
    'giu',
  ),
  new RegExp(`\\b(?:was|were)\\s+injured\\s+(?:\\w+\\s+){0,3}on\\s+${DATE}`, 'giu'),
  new RegExp(`\\binjured\\s+(?:his|her|their|the)\\s+(?:[\\w-]+\\s+){1,5}on\\s+${DATE}`, 'giu'),
];
const OTHER_INJURY =
  /\b(?:prior|previous|second|another|old|earlier|re-?injur\w+|subsequent|new)\s+(?:industrial|work|occupational|injur\w+|accident|claim)/iu;

const UR =
  "(?:utili[sz]ation review|\\bUR\\b|(?:prior|previous|original|initial) (?:\\w+ )?(?:review|determination|denial|decision)|claims administrator'?s? (?:denial|determination))";
const DENYING =
  '(?:non-?certifi\\w+|denied|den(?:ies|ial)|modified|determined|not certified|failed to (?:approve|certify)|partially certified)';
const UR_DATE: readonly RegExp[] = [
  new RegExp(
    `${UR}(?:\\s*\\([^)@]*\\))?(?:[\\s,]+(?:report|determination|decision|documentation|document|form|letter|physician|review|below|was|for|the|requests?|of|on|dated?|issued|completed|performed|from))*[\\s,:(]*${DATE}`,
    'giu',
  ),
  new RegExp(
    `\\b(?:treatments?|requests?)\\s+(?:was|were)\\s+(?:previously\\s+)?(?:reviewed|${DENYING})\\s+on\\s+${DATE}`,
    'giu',
  ),
  new RegExp(`\\bUR\\b[^@]{0,60}\\b${DENYING}\\s+(?:certification\\s+)?on\\s+${DATE}`, 'giu'),
];
/** The date at the head of a sentence is the denial's only where no date stands nearer to it. */
const UR_DATE_AT_HEAD: readonly RegExp[] = [
  new RegExp(
    `^On\\s+${DATE},?(?:[^@]|@\\d+@)*?\\b(?:utili[sz]ation review|UR)\\b(?:\\s*\\(UR\\))?\\s+(?:\\w+\\s+){0,2}${DENYING}`,
    'giu',
  ),
  new RegExp(
    `^On\\s+${DATE},?(?:[^@]|@\\d+@)*?\\b${DENYING}\\s+by\\s+(?:the\\s+)?(?:utili[sz]ation review|UR\\b|claims administrator)`,
    'giu',
  ),
];
/** Said of something that utilization review had before it, or that was sent to it, not of its decision. */
const NOT_THE_DECISION =
  /\b(?:reviewed|received|considered|cited)\s+by\s+(?:the\s+)?(?:utili[sz]ation|UR\b)|\b(?:submitted|sent|faxed)\s+to\s+(?:the\s+)?(?:utili[sz]ation|UR\b)/iu;

/** The text with the blanks taken out that line breaks left in dates: `10-30- 2016`. */
export const joinDates = (text: string): string => text.replace(/(\d[-/]) (?=\d)/gu, '$1');

type Marked = {
  readonly text: string;
  readonly dates: readonly { readonly date: PartialDate; readonly written: string }[];
};

/**
 * The sentence with each of its full dates replaced by its number, so that patterns speak of dates whatever their
 * style.
 */
const markDates = (sentence: string, latest: PartialDate): Marked => {
  const dates = findDates(sentence, { latest }).filter(({ precision }) => precision === 'day');
  const text = dates
    .toReversed()
    .reduce(
      (words, { start, end }, index) =>
        `${words.slice(0, start)}@${String(dates.length - 1 - index)}@${words.slice(end)}`,
      sentence,
    );
  return { text, dates: dates.map(({ date, text: written }) => ({ date, written })) };
};

const matches = ({ text, dates }: Marked, patterns: readonly RegExp[]) =>
  [...new Set(patterns.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => Number(match[1]))))].flatMap(
    (index) => dates[index] ?? [],
  );

const denialDates = (marked: Marked) => {
  const near = matches(marked, UR_DATE);
  return near.length > 0 ? near : matches(marked, UR_DATE_AT_HEAD);
};

/**
 * The injury and utilization review dates that a summary restates. A date said to be of something else (a report that
 * was reviewed, a request that was received, an earlier injury) is none. `latest` is the last day that a date may mean.
 */
export const findRestatedDates = (summary: string, latest: PartialDate): RestatedDate[] =>
  splitSentences(joinDates(summary)).flatMap(({ text: sentence }) => {
    const marked = markDates(sentence, latest);
    const injuries = OTHER_INJURY.test(sentence) ? [] : matches(marked, INJURY);
    const denials = NOT_THE_DECISION.test(sentence) ? [] : denialDates(marked);
    return [
      ...injuries.map((found) => ({ of: 'injury' as const, sentence, ...found })),
      ...denials.map((found) => ({ of: 'ur-denial' as const, sentence, ...found })),
    ];
  });
