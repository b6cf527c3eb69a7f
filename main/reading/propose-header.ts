import type { HeaderProposal } from '../../shared/case.ts';
import { endsPeriod, findDates, type DateInText } from '../../shared/find-dates.ts';
import type { HeaderName } from '../../shared/letter.ts';
import type { PartialDate } from '../../shared/partial-date.ts';
import type { RecordKind } from '../../shared/record.ts';
import { describeRecord, type RecordDescription } from './describe-record.ts';
import { spanOf, type PageRange, type RecordText } from './record-text.ts';

type Found = PageRange & { readonly value: string; readonly strength: number; readonly reason: string };
type DatedPage = { readonly page: number; readonly text: string; readonly dates: readonly DateInText[] };
type Document = {
  readonly source: RecordText;
  readonly description: RecordDescription;
  readonly pages: readonly DatedPage[];
};

const CASE_NUMBER = /\bCM\s?-?\s?(\d{2})\s?[-–]\s?(\d{7})\b/g;

const caseNumbers = ({ source }: Document): Found[] =>
  source.pages.flatMap(({ page, text }) =>
    [...text.matchAll(CASE_NUMBER)].map((match) => ({
      page,
      start: match.index,
      end: match.index + match[0].length,
      value: `CM${match[1] ?? ''}-${match[2] ?? ''}`,
      strength: 2,
      reason: 'Number in the form of an IMR case number.',
    })),
  );

type DateRule = {
  readonly name: HeaderName;
  readonly label: RegExp;
  readonly kinds: readonly RecordKind[];
  readonly reason: string;
};

/**
 * The labels under which the dates of the case block are printed; found in any record, believed most in the given
 * kinds.
 */
const DATE_RULES: readonly DateRule[] = [
  {
    name: 'dateAssigned',
    label: /\b(?:date (?:case )?assigned|assigned(?: on)?|assignment date)\s*:?\s*$/i,
    kinds: [],
    reason: 'Date labelled as the date assigned.',
  },
  {
    name: 'dateOfInjury',
    label:
      /\b(?:dates?(?: and hour)? of (?:injury|accident|loss)(?: or onset of illness)?(?:\s*\([^)]{1,16}\))?|d\.?o\.?i\.?|injury date)\s*:?\s*(?:\(?\s*(?:CT|(?:cumulative|continuous) (?:trauma|injury))\s*\)?\s*[:,-]?\s*)?$/i,
    kinds: ['utilization-review', 'imr-application', 'first-report'],
    reason: 'Date labelled as the date of injury.',
  },
  {
    name: 'urDenialDate',
    label:
      /\b(?:UR (?:denial|determination|decision) date|date of (?:the )?(?:utilization review )?(?:determination|decision|denial)(?: letter)?|(?:determination|decision|denial) date|date of (?:this )?notice)\s*:?\s*$/i,
    kinds: ['utilization-review', 'imr-application'],
    reason: 'Date labelled as that of the utilization review determination.',
  },
  {
    name: 'applicationReceived',
    label:
      /\b(?:application (?:was )?received(?: on)?|date (?:imr )?application received|imr application received)\s*:?\s*$/i,
    kinds: [],
    reason: 'Date labelled as the receipt of the application.',
  },
];

/** What stands before the date on its line or, where the date begins its line, on the line before. */
const before = (text: string, { start }: DateInText): string => {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const own = text.slice(lineStart, start);
  return own.trim() === '' ? text.slice(text.lastIndexOf('\n', lineStart - 2) + 1, start) : own;
};

const placeOf = (page: number, { start, end, date }: DateInText): PageRange & { readonly value: string } => ({
  page,
  start,
  end,
  value: date,
});

const labelledDates = ({ pages, description }: Document, { name, label, kinds, reason }: DateRule): Found[] =>
  pages.flatMap(({ page, text, dates }) =>
    dates.flatMap((date, at): Found[] => {
      if (date.precision !== 'day' || !label.test(before(text, date))) return [];
      const strength = kinds.includes(description.kind) ? 3 : 2;
      const last = dates[at + 1];
      // A cumulative trauma is dated by a period: its last day first, its first day to choose from.
      if (name !== 'dateOfInjury' || last === undefined || !endsPeriod(text, date, last))
        return [{ ...placeOf(page, date), strength, reason }];
      return [
        { ...placeOf(page, last), strength, reason: 'Last day of the period labelled as the date of injury.' },
        {
          ...placeOf(page, date),
          strength: strength - 1,
          reason: 'First day of the period labelled as the date of injury.',
        },
      ];
    }),
  );

const mainDate = ({ description }: Document, kind: RecordKind, reason: string): Found[] => {
  const at = description.dateSource;
  return description.kind !== kind || description.date?.length !== 10 || at === undefined
    ? []
    : [{ page: at.page, start: at.start, end: at.end, value: description.date, strength: 1, reason }];
};

/** A stamp on the application: `RECEIVED JUL 08 2014`. */
const receivedStamps = ({ pages, description }: Document): Found[] =>
  description.kind !== 'imr-application'
    ? []
    : pages.flatMap(({ page, dates }) =>
        dates.flatMap(({ kind, precision, date, start, end }) =>
          kind === 'received' && precision === 'day'
            ? [{ page, start, end, value: date, strength: 1.5, reason: 'Date stamped as received on the application.' }]
            : [],
        ),
      );

const PRIORITIES: readonly (readonly [RegExp, string])[] = [
  [/\b(?:priority|track)\s*:\s*\n?\s*(standard|regular)\b/gi, 'Standard'],
  [/\b(?:priority|track)\s*:\s*\n?\s*expedited\b/gi, 'Expedited'],
  [/(?:\[\s?[xX]\s?\]|[☒☑✓✔])\s*(?:regular|standard)\b/g, 'Standard'],
  [/(?:\[\s?[xX]\s?\]|[☒☑✓✔])\s*expedited\b/gi, 'Expedited'],
  [/(?:\[\s?[xX]\s?\]|[☒☑✓✔])\s*(?:Regular|Standard)\b/g, 'Standard'],
];

const priorities = ({ source, description }: Document): Found[] =>
  PRIORITIES.flatMap(([pattern, value]) =>
    source.pages.flatMap(({ page, text }) =>
      [...text.matchAll(pattern)].map((match) => ({
        page,
        start: match.index,
        end: match.index + match[0].length,
        value,
        strength: description.kind === 'imr-application' ? 3 : 2,
        reason: match[0].includes(':') ? 'Priority as labelled.' : 'Type of review marked on the form.',
      })),
    ),
  );

/** The best place for each value of a name: the strongest label, then the first; values strongest first. */
const proposals = (name: HeaderName, found: readonly (Found & { readonly source: RecordText })[]): HeaderProposal[] => {
  const votes = Map.groupBy(found, ({ value }) => value);
  const weight = (own: readonly Found[]): number =>
    Math.max(...own.map(({ strength }) => strength)) + Math.min(own.length, 9) * 0.05;
  return [...votes.values()]
    .sort((a, b) => weight(b) - weight(a))
    .flatMap((own) => {
      const best = own.reduce((a, b) => (b.strength > a.strength ? b : a));
      return [{ name, value: best.value, reason: best.reason, source: spanOf(best.source, best) }];
    });
};

/**
 * The values of the case block that the records give, each with the words it was read from; where records disagree,
 * every value, the best supported first. Dates as `YYYY-MM-DD`. The decision date is the reviewer's own and never
 * proposed.
 */
export const proposeHeader = (
  records: readonly RecordText[],
  { latest }: { readonly latest: PartialDate },
): HeaderProposal[] => {
  const documents = records.map((source): Document => ({
    source,
    description: describeRecord(source, { latest }),
    pages: source.pages.map((page) => ({ ...page, dates: findDates(page.text, { latest }) })),
  }));
  const gather = (find: (document: Document) => Found[]) =>
    documents.flatMap((document) => find(document).map((found) => ({ ...found, source: document.source })));
  const extra: Partial<Record<HeaderName, (document: Document) => Found[]>> = {
    urDenialDate: (document) => mainDate(document, 'utilization-review', 'Date of the utilization review letter.'),
    applicationReceived: receivedStamps,
  };
  return [
    ...proposals('caseNumber', gather(caseNumbers)),
    ...DATE_RULES.flatMap((rule) =>
      proposals(
        rule.name,
        gather((document) => [...labelledDates(document, rule), ...(extra[rule.name]?.(document) ?? [])]),
      ),
    ),
    ...proposals('priority', gather(priorities)),
  ];
};
