import { findQuantities } from '../items/quantity.ts';
import type { CheckedItem } from './check.ts';
import { factsOf, sentencesOf } from './facts-of.ts';
import { findClosing } from './closing-polarity.ts';
import type { SidedPart } from '../../../shared/facts/sided-parts.ts';
import { areRelated, sidedParts } from './sided-parts.ts';

/** A fact of the item that a text states otherwise: what, as the item has it, and the words that differ. */
export type Disagreement = {
  readonly what: 'body part' | 'side' | 'drug' | 'strength' | 'count';
  readonly wanted: string;
  readonly quote: string;
};

const REQUEST = /\b(?:requested|requests?|requesting|in question|prescribed|prescription of)\b/iu;

/** The sentences that speak of the request itself: the closing one and those that name the request. */
const requestSentences = (rationale: string): string[] => {
  const closing = findClosing(rationale)?.sentence;
  return sentencesOf(rationale).filter((text) => text === closing || REQUEST.test(text));
};

const opposite: Readonly<Record<string, string>> = { left: 'right', right: 'left' };

/** Whether the sides said of a part are all the other one. */
const isOtherSide = (said: readonly SidedPart[], part: string, side: string): boolean => {
  const sides = said.filter((one) => one.part === part && one.side !== null).map((one) => one.side);
  return sides.length > 0 && sides.every((other) => other === opposite[side]);
};

const sideIn = (item: CheckedItem, text: string): Disagreement[] => {
  const said = sidedParts(text);
  return sidedParts(item.request.request)
    .filter(({ part, side }) => side !== null && side in opposite && isOtherSide(said, part, side))
    .map(({ part, side }) => ({ what: 'side' as const, wanted: `${side ?? ''} ${part}`, quote: text }));
};

/**
 * Body part and side of the item against a rationale: an unrelated part throughout, or the other side where the request
 * is named.
 */
export const partDisagreements = (item: CheckedItem): Disagreement[] => {
  const parts = item.request.bodyParts;
  const said = sidedParts(item.rationale);
  const isElsewhere =
    parts.length > 0 && said.length > 0 && !said.some(({ part }) => parts.some((wanted) => areRelated(wanted, part)));
  if (isElsewhere) return [{ what: 'body part', wanted: parts.join(', '), quote: said[0]?.part ?? '' }];
  const inRequest = requestSentences(item.rationale).flatMap((sentence) => sideIn(item, sentence));
  const [first] = inRequest.length > 0 ? inRequest : sideIn(item, item.rationale);
  return first === undefined ? [] : [first];
};

const valuesIn = (text: string, kind: 'drug' | 'strength'): string[] => [
  ...new Set(
    factsOf(text)
      .filter((fact) => fact.kind === kind)
      .map(({ value }) => value),
  ),
];

const isDisjoint = (said: readonly string[], wanted: readonly string[]): boolean =>
  said.length > 0 && wanted.length > 0 && said.every((value) => !wanted.includes(value));

const STRENGTH_AFTER_DRUG = 18;

/** Strengths that stand right after one of the drugs. */
const strengthsOfDrug = (text: string, drugs: readonly string[]): string[] => {
  const facts = factsOf(text);
  return facts
    .filter(({ kind, value }) => kind === 'drug' && drugs.includes(value))
    .flatMap((drug) =>
      facts
        .filter(
          ({ kind, start }) => kind === 'strength' && start >= drug.end && start - drug.end <= STRENGTH_AFTER_DRUG,
        )
        .slice(0, 1),
    )
    .map(({ value }) => value);
};

const amountsIn = (text: string): number[] =>
  findQuantities(text)
    .filter(({ unit }) => unit === 'any' || unit === 'pieces')
    .map(({ amount }) => amount);

const doseIn = (item: CheckedItem, text: string): Disagreement[] => {
  const { drugs, strengths } = item.request;
  if (isDisjoint(strengthsOfDrug(text, drugs), strengths))
    return [{ what: 'strength', wanted: strengths.join(', '), quote: text }];
  const counts = amountsIn(item.request.request);
  const said = amountsIn(text);
  const isOther =
    counts.length > 0 &&
    said.length > 0 &&
    said.every((count) => !counts.includes(count) && !amountsIn(item.heading).includes(count));
  return isOther ? [{ what: 'count', wanted: counts.map((count) => `#${String(count)}`).join(', '), quote: text }] : [];
};

/**
 * Drug, strength and count of the item against the sentences that speak of the request, and its strength wherever it
 * stands.
 */
export const doseDisagreements = (item: CheckedItem): Disagreement[] => {
  const { drugs, strengths } = item.request;
  if (drugs.length === 0) return [];
  const named = valuesIn(item.rationale, 'drug');
  if (isDisjoint(named, drugs)) return [{ what: 'drug', wanted: drugs.join(', '), quote: named.join(', ') }];
  const closing = findClosing(item.rationale)?.sentence;
  const found = requestSentences(item.rationale).flatMap((sentence) =>
    sentence === closing && isDisjoint(valuesIn(sentence, 'drug'), drugs)
      ? [{ what: 'drug' as const, wanted: drugs.join(', '), quote: sentence }]
      : doseIn(item, sentence),
  );
  const throughout = strengthsOfDrug(item.rationale, drugs);
  const other = isDisjoint(throughout, strengths)
    ? [{ what: 'strength' as const, wanted: strengths.join(', '), quote: throughout.join(', ') }]
    : [];
  return [...found, ...other].slice(0, 1);
};

/** Side, strength and drug of the item against what the summary says. A drug counts where the rationale names none. */
export const summaryDisagreements = (item: CheckedItem, summary: string): Disagreement[] => {
  const side = sideIn(item, summary).map((found) => ({ ...found, quote: found.wanted }));
  const { drugs, strengths } = item.request;
  const [said, named] = [strengthsOfDrug(summary, drugs), valuesIn(summary, 'drug')];
  return [
    ...side,
    ...(isDisjoint(said, strengths)
      ? [{ what: 'strength' as const, wanted: strengths.join(', '), quote: said.join(', ') }]
      : []),
    ...(valuesIn(item.rationale, 'drug').length === 0 && isDisjoint(named, drugs)
      ? [{ what: 'drug' as const, wanted: drugs.join(', '), quote: named.join(', ') }]
      : []),
  ];
};
