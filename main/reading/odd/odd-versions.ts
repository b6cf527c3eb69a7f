import type { FoundOddity } from '../../../shared/oddity.ts';
import { usShortDate } from '../../../shared/partial-date.ts';
import type { TextSpan } from '../../../shared/span.ts';
import { contentWords } from '../content-words.ts';
import { isSameProvider } from '../visits/same-visit.ts';
import { placeOn, type OddDocument } from './odd-document.ts';

type Token = { readonly word: string; readonly span: TextSpan };
type Difference = { readonly name: string; readonly a: Token; readonly b: Token };

/** Lines that name the person, the claim and the day are the same on every note and prove nothing. */
const HEAD =
  /^.*\b(?:Patient|DOB|Claim|Employer|Date of (?:injury|exam|service|visit)|DOS|Visit \d+ of|Page \d+|signed|P \d{3})\b.*$/gimu;

const bodyOf = (document: OddDocument): string => document.pages.map(({ text }) => text.replace(HEAD, '')).join('\n');

/** So much of the words of the shorter one stands in the other where both tell of one visit. */
const ONE_VISIT = 0.5;

const shareOf = (a: ReadonlySet<string>, b: ReadonlySet<string>): number =>
  Math.min(a.size, b.size) === 0 ? 0 : [...a].filter((word) => b.has(word)).length / Math.min(a.size, b.size);

/** Values that one visit has once, by what they are called. */
const MEASURES: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['pain score', /\b(\d{1,2}(?:\.\d)?)\s?\/\s?10\b/giu],
  ...['flexion', 'extension', 'abduction', 'adduction', 'external rotation', 'internal rotation'].map(
    (name): readonly [string, RegExp] => [
      name,
      new RegExp(`\\b${name}\\s+(?:to\\s+|of\\s+|was\\s+|is\\s+)?(\\d{1,3})\\b`, 'giu'),
    ],
  ),
  ['strength', /\b([0-5][+-]?)\s?\/\s?5\b/gu],
];

const measuresOf = (document: OddDocument): Map<string, Token> => {
  const found = new Map<string, Token>();
  for (const page of document.pages)
    for (const [name, pattern] of MEASURES)
      for (const match of page.text.matchAll(pattern))
        if (!found.has(name))
          found.set(name, {
            word: match[1] ?? '',
            span: placeOn(document, page, match.index, match.index + match[0].length),
          });
  return found;
};

const differingMeasures = (a: OddDocument, b: OddDocument): Difference[] => {
  const others = measuresOf(b);
  return [...measuresOf(a)].flatMap(([name, own]) => {
    const other = others.get(name);
    return other === undefined || other.word === own.word ? [] : [{ name, a: own, b: other }];
  });
};

const tokensOf = (document: OddDocument): Token[] =>
  document.pages.flatMap((page) =>
    [...page.text.matchAll(/[\p{L}\p{N}]+(?:[./'’-][\p{L}\p{N}]+)*/gu)].map((match) => ({
      word: match[0],
      span: placeOn(document, page, match.index, match.index + match[0].length),
    })),
  );

/** More words are not compared one by one. */
const LONGEST = 3000;
/** Copies have as many words each, or nearly. */
const FEW = 6;

/** The words that stand in one another's place in two nearly equal texts. */
const replacedWords = (a: OddDocument, b: OddDocument): Difference[] => {
  const [own, others] = [tokensOf(a), tokensOf(b)];
  if (own.length !== others.length || own.length > LONGEST) return [];
  const pairs = own.flatMap((one, at) => {
    const other = others[at];
    return other === undefined || other.word === one.word ? [] : [{ name: 'words', a: one, b: other }];
  });
  return pairs.length <= FEW ? pairs : [];
};

const SIDE = /^(?:left|right|bilateral)$/iu;
const nameOf = ({ name, a, b }: Difference): string => (SIDE.test(a.word) && SIDE.test(b.word) ? 'side' : name);

const sentence = (a: OddDocument, differences: readonly Difference[]): string =>
  `${a.title} of ${a.date === null ? 'one day' : usShortDate(a.date)} is there twice and differs: ${differences
    .slice(0, 4)
    .map((one) => `${nameOf(one)} ${one.a.word} or ${one.b.word}`)
    .join(', ')}${differences.length > 4 ? ' …' : ''}.`;

const compare = (a: OddDocument, b: OddDocument): FoundOddity[] => {
  if (shareOf(contentWords(bodyOf(a)), contentWords(bodyOf(b))) < ONE_VISIT) return [];
  const replaced = replacedWords(a, b);
  const differences = replaced.length > 0 ? replaced : differingMeasures(a, b);
  if (differences.length === 0) return [];
  const isSide = differences.some((one) => nameOf(one) === 'side');
  return [
    {
      id: `versions ${a.id} ${b.id}`,
      kind: isSide ? 'contradiction' : 'versions',
      text: sentence(a, differences),
      reason: 'Same date, provider and kind, and mostly the same words.',
      places: differences.flatMap((one) => [
        { span: one.a.span, says: one.a.span.quote },
        { span: one.b.span, says: one.b.span.quote },
      ]),
    },
  ];
};

/** More documents of one day and kind are not compared each with each. */
const MOST = 12;

/** The same visit in two versions that say different things, with both pages. */
export const oddVersions = (documents: readonly OddDocument[]): FoundOddity[] =>
  [
    ...Map.groupBy(
      documents.filter(({ date }) => date !== null),
      ({ date, kind }) => `${date ?? ''} ${kind}`,
    ).values(),
  ].flatMap((group) =>
    group
      .slice(0, MOST)
      .flatMap((a, at) =>
        group.slice(at + 1, MOST).flatMap((b) => (isSameProvider(a.provider, b.provider) ? compare(a, b) : [])),
      ),
  );
