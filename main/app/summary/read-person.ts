import type { DocumentRow } from '../../../shared/document.ts';
import { findDates } from '../../../shared/find-dates.ts';
import { findFacts, type Fact } from '../../../shared/find-facts.ts';
import type { PartialDate } from '../../../shared/partial-date.ts';
import type { TextSpan } from '../../../shared/span.ts';
import type { Person } from '../../reading/prose/overview.ts';
import type { ReadCase } from '../../store/case-file.ts';
import { documentsInCase } from '../../store/documents.ts';
import { readTexts } from '../../store/pages.ts';

/** So many documents are looked at, those that tell most first; who the person is stands on their first pages. */
const LOOKED_AT = 40;
const TELLING: readonly DocumentRow['kind'][] = [
  'first-report',
  'utilization-review',
  'medical-legal-report',
  'consultation',
  'progress-report',
];

/** What a first page says: an age and a sex in one phrase, a sex alone, a birth date. */
type Told = { readonly age: string; readonly sex: Person['sex']; readonly source: TextSpan };
type Page = { readonly document: DocumentRow; readonly text: string };

/** "41-year-old right hand dominant woman": so far apart an age and a sex are said in one phrase. */
const REACH = 60;

const spanOf = ({ document: { file, first } }: Page, text: string, start: number, end: number): TextSpan => ({
  record: file,
  page: first,
  start,
  end,
  quote: text.slice(start, end),
});

const sexOf = ({ value }: Fact): Person['sex'] => (value === 'male' ? 'male' : 'female');

const toldOn = (page: Page): Told[] => {
  const facts = findFacts(page.text);
  const sexes = facts.filter(({ kind }) => kind === 'sex');
  return facts
    .filter(({ kind }) => kind === 'age')
    .flatMap((age) => {
      const sex = sexes.find(
        ({ start }) => start >= age.end && start - age.end <= REACH && !/[.;:]/.test(page.text.slice(age.end, start)),
      );
      return sex === undefined
        ? []
        : [{ age: age.value, sex: sexOf(sex), source: spanOf(page, page.text, age.start, sex.end) }];
    });
};

const firstPages = (file: ReadCase, since: PartialDate | null): Page[] => {
  const rank = ({ kind }: DocumentRow): number => (TELLING.includes(kind) ? TELLING.indexOf(kind) : TELLING.length);
  return documentsInCase(file)
    .filter(({ patient, date }) => patient === 'worker' && (since === null || date === null || date >= since))
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, LOOKED_AT)
    .flatMap((document) =>
      readTexts(file, document.file, document.first - 1, 1).map(({ text }) => ({ document, text })),
    );
};

/** What most say, and of what equally many say the first. */
const mostSaid = <T>(all: readonly T[], nameOf: (one: T) => string): readonly T[] =>
  [...Map.groupBy(all, nameOf).values()].reduce<readonly T[]>(
    (most, same) => (same.length > most.length ? same : most),
    [],
  );

/** Full years from a birth to a day. */
const yearsBetween = (birth: PartialDate, day: PartialDate): number => {
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4));
  return day.slice(5) < birth.slice(5) ? years - 1 : years;
};

type Birth = { readonly date: PartialDate; readonly source: TextSpan };

const birthsOn = (page: Page, latest: PartialDate): Birth[] =>
  findDates(page.text, { latest })
    .filter(({ kind, precision }) => kind === 'birth' && precision === 'day')
    .map(({ date, start, end }) => ({ date, source: spanOf(page, page.text, start, end) }));

/** The sex that most of the pages say, or null where they do not agree. */
const sexOn = (pages: readonly Page[]): Person['sex'] | null => {
  const said = pages.flatMap(({ text }) =>
    findFacts(text)
      .filter(({ kind }) => kind === 'sex')
      .map(sexOf),
  );
  const male = said.filter((sex) => sex === 'male').length;
  const female = said.length - male;
  return male > 2 * female ? 'male' : female > 2 * male ? 'female' : null;
};

/**
 * Who the person is, as most of the worker's records since the injury say, with their words; an age that the birth date
 * allows on `day`, and the age by the birth date where no record says one. Null where the sex is not plain.
 */
export const readPerson = (file: ReadCase, since: PartialDate | null, day: PartialDate): Person | null => {
  const pages = firstPages(file, since);
  const sex = sexOn(pages);
  if (sex === null) return null;
  const [birth] = mostSaid(
    pages.flatMap((page) => birthsOn(page, day)),
    ({ date }) => date,
  );
  const isFit = ({ age }: Told): boolean =>
    birth === undefined || [0, 1].includes(yearsBetween(birth.date, day) - Number(age));
  const [said] = mostSaid(
    pages.flatMap(toldOn).filter((told) => told.sex === sex && isFit(told)),
    ({ age }) => age,
  );
  if (said !== undefined) return { age: said.age, sex, sources: [said.source] };
  return birth === undefined
    ? { age: '', sex, sources: [] }
    : { age: String(yearsBetween(birth.date, day)), sex, sources: [birth.source] };
};
