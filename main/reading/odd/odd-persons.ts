import type { FoundOddity } from '../../../shared/oddity.ts';
import { precisionOf, usDate, type PartialDate } from '../../../shared/partial-date.ts';
import type { TextSpan } from '../../../shared/span.ts';
import { datesOn, factsOn, placeOn, type OddContext, type OddDocument } from './odd-document.ts';

/** What a document says of the person: the first age and sex that it gives its subject, births and injuries with their labels. */
export type PersonSigns = {
  readonly document: OddDocument;
  readonly age: { readonly value: number; readonly span: TextSpan } | null;
  readonly sex: { readonly value: string; readonly span: TextSpan } | null;
  readonly births: readonly { readonly date: PartialDate; readonly span: TextSpan }[];
  readonly injuries: readonly { readonly date: PartialDate; readonly span: TextSpan }[];
};

/** An age is that of the person where the sentence begins with them. */
const SUBJECT =
  /(?:^|[.\n])\s*[^.\n]{0,60}\b(?:patient|claimant|applicant|worker|employee|individual|he|she|this)\b[^.\n]{0,40}$|(?:^|[.\n:])\s*(?:an?\s+)?$/iu;

const ageOf = (document: OddDocument): Pick<PersonSigns, 'age' | 'sex'> => {
  for (const page of document.pages) {
    const facts = factsOn(page);
    const found = facts.find(
      ({ kind, start }) => kind === 'age' && SUBJECT.test(page.text.slice(Math.max(0, start - 110), start)),
    );
    if (found === undefined) continue;
    const sex = facts.find(({ kind, start }) => kind === 'sex' && start >= found.end && start - found.end < 60);
    return {
      age: { value: Number(found.value), span: placeOn(document, page, found.start, found.end) },
      sex: sex === undefined ? null : { value: sex.value, span: placeOn(document, page, sex.start, sex.end) },
    };
  }
  return { age: null, sex: null };
};

/** What a document says of the person it is about. */
export const personSigns = (document: OddDocument, latest: PartialDate): PersonSigns => {
  const dated = (kind: 'birth' | 'injury'): PersonSigns['births'] =>
    document.pages.flatMap((page) =>
      datesOn(page, document, latest)
        .filter((date) => date.kind === kind && date.precision === 'day')
        .map(({ date, start, end }) => ({ date, span: placeOn(document, page, start, end) })),
    );
  return { document, ...ageOf(document), births: dated('birth'), injuries: dated('injury') };
};

/** What most say; undefined where nobody says anything. */
const mostSaid = (values: readonly string[]): string | undefined =>
  [...Map.groupBy(values, (value) => value)].sort((a, b) => b[1].length - a[1].length)[0]?.[0];

const ageOn = (birth: PartialDate, date: PartialDate): number =>
  Number(date.slice(0, 4)) - Number(birth.slice(0, 4)) - (date.slice(5) < birth.slice(5) ? 1 : 0);

/** The age that a document should give by the birth date; null where either day is not known. */
const ageBy = (birth: PartialDate | undefined, { date }: OddDocument): number | null =>
  birth === undefined || date === null || precisionOf(date) !== 'day' ? null : ageOn(birth, date);

type Misfit = { readonly document: OddDocument; readonly says: string; readonly span: TextSpan };

const misfitOf = (
  { document, age, sex: own }: PersonSigns,
  birth: PartialDate | undefined,
  sex: string | undefined,
): Misfit[] => {
  const expected = ageBy(birth, document);
  const isWrongAge = age !== null && expected !== null && expected !== age.value;
  const isWrongSex = own !== null && sex !== undefined && own.value !== sex;
  const span = isWrongAge ? age.span : own?.span;
  if ((!isWrongAge && !isWrongSex) || span === undefined) return [];
  const says = [age === null ? '' : `${String(age.value)} years`, own?.value ?? ''].filter((part) => part !== '');
  return [{ document, span, says: says.join(', ') }];
};

/** So many of the ages are told in the sentence. */
const TOLD = 4;

const wordMisfits = ([first, ...others]: readonly [Misfit, ...Misfit[]], birth: PartialDate | undefined): string => {
  const { document, says } = first;
  if (others.length === 0) {
    const expected = ageBy(birth, document);
    return `${document.title} tells of a person of ${says}${expected === null ? '' : `; by the birth date it would be ${String(expected)}`}.`;
  }
  const all = [...new Set([first, ...others].map((one) => one.says))];
  const who = document.provider === '' ? '' : ` of ${document.provider}`;
  return `${String(others.length + 1)} records${who} tell of persons of another age or sex: ${all.slice(0, TOLD).join('; ')}${all.length > TOLD ? ' …' : ''}.`;
};

/** Documents whose age or sex does not fit the person: those of one provider and kind are one thing to decide. */
export const oddPersons = (all: readonly PersonSigns[]): FoundOddity[] => {
  const birth = mostSaid(all.flatMap(({ births }) => births.map(({ date }) => date)));
  // A record that tells of somebody else says nothing of this person's sex: those count whose age fits.
  const fitting = all.filter(
    ({ age, document }) => age === null || age.value === (ageBy(birth, document) ?? age.value),
  );
  const sex = mostSaid(fitting.flatMap((signs) => signs.sex?.value ?? []));
  const misfits = all.flatMap((signs) => misfitOf(signs, birth, sex));
  const groups = Map.groupBy(misfits, ({ document }) => `${document.provider} ${document.kind}`);
  return [...groups].flatMap(([key, [first, ...others]]) =>
    first === undefined
      ? []
      : [
          {
            id: `identity ${key}`.slice(0, 300),
            kind: 'identity' as const,
            text: wordMisfits([first, ...others], birth),
            reason: `${birth === undefined ? 'Most records tell otherwise' : `The birth date is ${usDate(birth)}`}${sex === undefined ? '' : `, the person ${sex}`}.`,
            places: [first, ...others].map(({ span, says }) => ({ span, says })),
          },
        ],
  );
};

type Told = { readonly date: PartialDate; readonly span: TextSpan };

/** So many places are proof enough. */
const MOST_PLACES = 12;

/** One place of each page for each day. */
const oncePerPage = (told: readonly Told[]): Told[] => [
  ...new Map(told.map((one) => [`${one.date} ${one.span.record} ${String(one.span.page)}`, one])).values(),
];

/** A date that every record should give alike: what most give, beside what others do. */
const oddDate = (name: 'birth date' | 'injury date', told: readonly Told[], known: string): FoundOddity[] => {
  const usual = known !== '' ? known : mostSaid(told.map(({ date }) => date));
  const others = told.filter(({ date }) => date !== usual);
  const [other] = others;
  if (usual === undefined || other === undefined) return [];
  const proof = told.find(({ date }) => date === usual);
  const groups = Map.groupBy(oncePerPage(others), ({ date }) => date);
  return [...groups].map(([date, ofDate]) => ({
    id: `contradiction ${name} ${date}`,
    kind: 'contradiction',
    text: `The ${name} is ${usDate(usual)}, but ${ofDate.length === 1 ? 'one place gives' : `${String(ofDate.length)} places give`} ${usDate(date)}.`,
    reason: known === '' ? `Most records give ${usDate(usual)}.` : `The case gives ${usDate(usual)}.`,
    places: [...(proof === undefined ? [] : [proof]), ...ofDate.slice(0, MOST_PLACES)].map((one) => ({
      span: one.span,
      says: usDate(one.date),
    })),
  }));
};

/** Birth and injury dates that differ. */
export const oddDates = (all: readonly PersonSigns[], { dateOfInjury }: OddContext): FoundOddity[] => [
  ...oddDate(
    'injury date',
    all.flatMap(({ injuries }) => injuries),
    dateOfInjury,
  ),
  ...oddDate(
    'birth date',
    all.flatMap(({ births }) => births),
    '',
  ),
];
