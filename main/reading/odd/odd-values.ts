import type { FoundOddity } from '../../../shared/oddity.ts';
import { compareDates, usShortDate } from '../../../shared/partial-date.ts';
import type { TextSpan } from '../../../shared/span.ts';
import { factsOn, matchesIn, placeOn, type OddDocument } from './odd-document.ts';

type Said = { readonly value: string; readonly span: TextSpan; readonly document: OddDocument };

const onDay = ({ title, date }: OddDocument): string => (date === null ? title : `${title} of ${usShortDate(date)}`);

/** A side stands right before its part: "right shoulder", "L knee". */
const SIDE_BEFORE = 3;

const sidesIn = (document: OddDocument): { readonly part: string; readonly said: Said }[] =>
  document.pages.flatMap((page) => {
    const facts = factsOn(page);
    return facts.flatMap((side) => {
      if (side.kind !== 'side' || side.value === 'bilateral') return [];
      const part = facts.find(
        ({ kind, start }) => kind === 'body-part' && start >= side.end && start - side.end <= SIDE_BEFORE,
      );
      return part === undefined
        ? []
        : [
            {
              part: part.value,
              said: { value: side.value, span: placeOn(document, page, side.start, part.end), document },
            },
          ];
    });
  });

/** So many documents have to name a part with a side before one with the other side is odd. */
const USUAL = 3;

/** Documents that only tell of the other side of what the case is about. */
export const oddSides = (documents: readonly OddDocument[]): FoundOddity[] => {
  const all = documents.flatMap(sidesIn);
  return [...Map.groupBy(all, ({ part }) => part)].flatMap(([part, told]): FoundOddity[] => {
    const byDocument = [...Map.groupBy(told, ({ said }) => said.document.id).values()];
    const sideOf = (group: typeof told): string | null => {
      const values = new Set(group.map(({ said }) => said.value));
      return values.size === 1 ? (group[0]?.said.value ?? null) : null;
    };
    const count = (side: string): number => byDocument.filter((group) => sideOf(group) === side).length;
    const [usual, other] =
      count('right') >= count('left') ? (['right', 'left'] as const) : (['left', 'right'] as const);
    // Where both sides are told of again and again, both are treated.
    if (count(usual) < USUAL || count(other) === 0 || count(other) * USUAL > count(usual)) return [];
    const proof = byDocument.find((group) => sideOf(group) === usual)?.[0];
    return byDocument
      .filter((group) => sideOf(group) === other)
      .map((group) => ({
        id: `contradiction side ${part} ${group[0]?.said.document.id ?? ''}`,
        kind: 'contradiction',
        text: `${group[0] === undefined ? 'A record' : onDay(group[0].said.document)} tells of the ${other} ${part}; ${String(count(usual))} records tell of the ${usual} one.`,
        reason: 'The same part of the body, the other side.',
        places: [...(proof === undefined ? [] : [proof]), ...group.slice(0, 2)].map(({ said }) => ({
          span: said.span,
          says: said.value,
        })),
      }));
  });
};

/** A strength belongs to the drug that it follows. */
const STRENGTH_AFTER = 16;

const dosesIn = (document: OddDocument): { readonly drug: string; readonly said: Said }[] =>
  document.pages.flatMap((page) => {
    const facts = factsOn(page);
    return facts.flatMap((drug) => {
      if (drug.kind !== 'drug') return [];
      const strength = facts.find(
        ({ kind, start }) => kind === 'strength' && start >= drug.end && start - drug.end <= STRENGTH_AFTER,
      );
      return strength === undefined
        ? []
        : [
            {
              drug: drug.value,
              said: { value: strength.value, span: placeOn(document, page, drug.start, strength.end), document },
            },
          ];
    });
  });

/** One drug in two strengths in records of one day. */
export const oddDoses = (documents: readonly OddDocument[]): FoundOddity[] => {
  const dated = documents.filter(({ date }) => date !== null).flatMap(dosesIn);
  const groups = Map.groupBy(dated, ({ drug, said }) => `${drug} ${said.document.date ?? ''}`);
  return [...groups].flatMap(([key, told]): FoundOddity[] => {
    const byDocument = Map.groupBy(told, ({ said }) => said.document.id);
    const values = [...byDocument.values()].map((group) => new Set(group.map(({ said }) => said.value)));
    const isShared = values.every((one, at) =>
      values.slice(at + 1).every((other) => [...one].some((value) => other.has(value))),
    );
    const [first, ...others] = told;
    const other = others.find(
      ({ said }) => said.document.id !== first?.said.document.id && said.value !== first?.said.value,
    );
    if (isShared || first === undefined || other === undefined) return [];
    return [
      {
        id: `contradiction dose ${key}`,
        kind: 'contradiction',
        text: `${first.drug.charAt(0).toUpperCase()}${first.drug.slice(1)} is ${first.said.value} in ${onDay(first.said.document)} and ${other.said.value} in ${onDay(other.said.document)}.`,
        reason: 'The same drug and day, another strength.',
        places: [first, other].map(({ said }) => ({ span: said.span, says: said.value })),
      },
    ];
  });
};

const NO_SURGERY =
  /\b(?:no|den(?:ies|ied)|without)\s+(?:any\s+|prior\s+|previous\s+|history of\s+|past\s+)*(?:\w+\s+)?(?:surger(?:y|ies)|surgical history|operations?)\b(?! (?:is|was) (?:planned|indicated|recommended))/giu;
const SURGERY =
  /\b(?:underwent|status post|s\/p|had undergone|had (?:a|an)|history of)\b[^.;\n]{0,60}?\b(?:surgery|arthroscop\w+|\w+ectomy|\w+plasty|fusion|(?:rotator cuff|labral|meniscal) repair|decompression|release)\b/giu;

/** Records that deny any operation, beside those that tell of one before. */
export const oddSurgery = (documents: readonly OddDocument[]): FoundOddity[] => {
  const told = documents.flatMap((document) => matchesIn(document, SURGERY).map(({ span }) => ({ document, span })));
  const [first] = told;
  if (first === undefined) return [];
  return documents.flatMap((document): FoundOddity[] => {
    const [denied] = matchesIn(document, NO_SURGERY);
    const before = told.find(
      (one) => one.document.id !== document.id && compareDates(one.document.date ?? '9999', document.date ?? '') <= 0,
    );
    return denied === undefined || before === undefined
      ? []
      : [
          {
            id: `contradiction surgery ${document.id}`,
            kind: 'contradiction',
            text: `${onDay(document)} denies any operation; ${onDay(before.document)} tells of one.`,
            reason: 'One record tells of an operation, a later one of none.',
            places: [before, denied].map(({ span }) => ({ span, says: span.quote })),
          },
        ];
  });
};
