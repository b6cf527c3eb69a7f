import { assertNever } from '../../../shared/assert-never.ts';
import { findFrequencies } from '../../../shared/facts/frequency.ts';
import { findDates } from '../../../shared/find-dates.ts';
import { findFacts, type Fact } from '../../../shared/find-facts.ts';
import type { ItemField, PartialRequest } from '../../../shared/item.ts';
import { foldSpace } from '../../../shared/letter.ts';
import { isPartialDate, usDate, type PartialDate } from '../../../shared/partial-date.ts';
import { computeRemaining, withAmount } from './compute-remaining.ts';
import { parseItemHeading, PREFIXES } from './parse-item-heading.ts';
import { parsePartial, partialHeading } from './partial-request.ts';
import { productOf, quantityOf } from './quantity.ts';

/** The heading with the field set, or a sentence that says why the value cannot stand there. */
export type FieldSet = { readonly heading: string } | { readonly refused: string };

type Place = { readonly start: number; readonly end: number };

const factIn = (phrase: string, kind: Fact['kind']): Fact | undefined =>
  findFacts(phrase).find((fact) => fact.kind === kind);

/** The phrase with the words at `place` replaced; words that are left around nothing close up. */
const replaceAt = (phrase: string, { start, end }: Place, value: string): string =>
  foldSpace(
    `${phrase.slice(0, start)}${value}${phrase.slice(end)}`
      .replace(/\(\s*\)/gu, ' ')
      .replace(/\b(?:of|for|to)\s+(?:the\s+)?(?=$|[,;])/giu, ' '),
  ).replace(/\s+([,;)])/gu, '$1');

const insertAt = (phrase: string, at: number, value: string): string =>
  foldSpace(`${phrase.slice(0, at)} ${value} ${phrase.slice(at)}`);

const setPrefix = (phrase: string, value: string): string => {
  const plain = PREFIXES.reduce((words, [, pattern]) => words.replace(pattern, ''), phrase);
  if (value === '') return plain.charAt(0).toUpperCase() + plain.slice(1);
  return value === 'retrospective' ? `Retrospective ${plain}` : `Associated surgical service: ${plain}`;
};

const setDateOfService = (phrase: string, value: string, latest: PartialDate): string => {
  const [found] = findDates(phrase, { latest });
  if (found === undefined) return value === '' ? phrase : `${phrase} (DOS: ${usDate(value)})`;
  if (value !== '') return replaceAt(phrase, found, usDate(value));
  const lead = /\(?(?:\b(?:DOS|dates? of service)\b)?[:\s]*$/iu.exec(phrase.slice(0, found.start))?.[0].length ?? 0;
  return replaceAt(phrase, { start: found.start - lead, end: found.end + (phrase[found.end] === ')' ? 1 : 0) }, '');
};

const setSide = (phrase: string, value: string): string => {
  const [side, part] = [factIn(phrase, 'side'), factIn(phrase, 'body-part')];
  if (side !== undefined) return replaceAt(phrase, side, value);
  if (value === '') return phrase;
  return part === undefined ? `${phrase}, ${value}` : insertAt(phrase, part.start, value);
};

const setPart = (phrase: string, value: string): string => {
  const part = factIn(phrase, 'body-part');
  if (part !== undefined) return replaceAt(phrase, part, value);
  if (value === '') return phrase;
  const { kind } = parseItemHeading(phrase, '9999-12-31');
  return `${phrase} ${kind === 'imaging' || kind === 'surgery' ? 'of' : 'for'} the ${value}`;
};

const setDrug = (phrase: string, value: string): string => {
  const drug = factIn(phrase, 'drug');
  return drug === undefined ? insertAt(phrase, 0, value) : replaceAt(phrase, drug, value);
};

const setStrength = (phrase: string, value: string): string => {
  const [strength, drug] = [factIn(phrase, 'strength'), factIn(phrase, 'drug')];
  if (strength !== undefined) return replaceAt(phrase, strength, value);
  return value === '' ? phrase : insertAt(phrase, drug?.end ?? phrase.length, value);
};

const setCount = (phrase: string, value: string): string => {
  const quantity = quantityOf(phrase);
  if (quantity !== null && quantity.end > 0)
    return value === '' ? replaceAt(phrase, quantity, '') : withAmount(phrase, quantity, Number(value));
  if (value === '') return phrase;
  const frequency = factIn(phrase, 'frequency');
  if (frequency !== undefined) return insertAt(phrase, frequency.end, `(${value})`);
  return parseItemHeading(phrase, '9999-12-31').kind === 'drug' ? `${phrase} #${value}` : `${phrase} (${value})`;
};

/** A total in brackets that belonged to the old frequency follows the new one. */
const setFrequency = (phrase: string, value: string): string => {
  const [found] = findFrequencies(phrase);
  const product = productOf(value);
  if (found === undefined)
    return value === '' ? phrase : `${phrase} ${value}${product === null ? '' : ` (${String(product)})`}`;
  return replaceAt(
    phrase,
    found,
    value === '' || found.total === null || product === null ? value : `${value} (${String(product)})`,
  );
};

const setService = (phrase: string, value: string): string => {
  const { service } = parseItemHeading(phrase, '9999-12-31');
  const at = service === '' ? -1 : phrase.indexOf(service);
  return at < 0 ? value : replaceAt(phrase, { start: at, end: at + service.length }, value);
};

const setIn = (phrase: string, field: ItemField, value: string, latest: PartialDate): string => {
  switch (field) {
    case 'prefix':
      return setPrefix(phrase, value);
    case 'dateOfService':
      return setDateOfService(phrase, value, latest);
    case 'service':
      return setService(phrase, value);
    case 'bodyPart':
      return setPart(phrase, value);
    case 'side':
      return setSide(phrase, value);
    case 'drug':
      return setDrug(phrase, value);
    case 'strength':
      return setStrength(phrase, value);
    case 'count':
      return setCount(phrase, value);
    case 'frequency':
      return setFrequency(phrase, value);
    default:
      return assertNever(field);
  }
};

const refusalOf = (field: ItemField, value: string): string | null => {
  if (value === '') return null;
  if (field === 'count') return /^\d{1,4}$/u.test(value) ? null : 'A count is a whole number, like 60.';
  if (field === 'frequency')
    return findFrequencies(value).length === 1
      ? null
      : 'Write frequency and duration like "2 times a week for 3 weeks".';
  if (field === 'dateOfService')
    return value.length === 10 && isPartialDate(value) ? null : 'A date of service is a full day, like 2016-11-02.';
  if (field === 'prefix')
    return PREFIXES.some(([name]) => name === value)
      ? null
      : 'The prefix is "retrospective" or "associated-surgical-service".';
  return null;
};

const MEASURES: readonly ItemField[] = ['count', 'frequency'];
const OUTSIDE: readonly ItemField[] = ['prefix', 'dateOfService'];

/**
 * In a partly authorised request what is asked for changes in all its phrases; a measure in the original, and the
 * remainder follows.
 */
const setInPartial = (
  partial: PartialRequest,
  field: ItemField,
  value: string,
  latest: PartialDate,
): PartialRequest => {
  const set = (phrase: string): string => setIn(phrase, field, value, latest);
  const original = set(partial.original);
  if (OUTSIDE.includes(field)) return { ...partial, original };
  if (!MEASURES.includes(field))
    return {
      ...partial,
      original,
      authorised: partial.form === 'remaining-portion' ? set(partial.authorised) : partial.authorised,
      remaining: set(partial.remaining),
    };
  if (partial.form === 'original-request') return { ...partial, original, remaining: original };
  const remaining = computeRemaining(original, partial.authorised);
  return { ...partial, original, remaining: remaining.kind === 'remaining' ? remaining.text : partial.remaining };
};

/**
 * A heading with one of its fields set, removed (empty value), or added where it had none; all its other words stay as
 * they were requested.
 */
export const setItemField = (heading: string, field: ItemField, value: string, latest: PartialDate): FieldSet => {
  const wanted = foldSpace(value);
  const refused = refusalOf(field, wanted);
  if (refused !== null) return { refused };
  const partial = parsePartial(heading);
  if (partial !== null) return { heading: partialHeading(setInPartial(partial, field, wanted, latest)) };
  return { heading: foldSpace(setIn(foldSpace(heading), field, wanted, latest)) };
};
