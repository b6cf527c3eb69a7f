import type { Decision } from '../../../shared/item.ts';
import { parseItemHeading } from '../items/parse-item-heading.ts';

/** The tokens that an item is found by, with their weights. */
export type PrecedentTokens = readonly (readonly [token: string, weight: number])[];

/** A precedent as the index knows it; its words stay where they are kept. */
export type IndexedPrecedent = {
  readonly id: string;
  readonly decision: Decision | null;
  readonly isOwn: boolean;
  readonly tokens: PrecedentTokens;
};

/** 1: asks for the same; 0: for nothing alike. */
export type ScoredPrecedent = { readonly precedent: IndexedPrecedent; readonly similarity: number };

/** What is looked for: an item, or a part of one; `among` holds the ids that may be found, all where left out. */
export type PrecedentQuery = {
  readonly heading?: string;
  readonly guideline?: string;
  readonly among?: ReadonlySet<string>;
  readonly limit: number;
};

/** Postings by token: the place of each precedent and the token's weight in it, one after the other. */
type Postings = ReadonlyMap<string, readonly number[]>;
export type PrecedentIndex = {
  readonly precedents: readonly IndexedPrecedent[];
  readonly postings: Postings;
  readonly lengths: Float64Array;
  readonly rarity: ReadonlyMap<string, number>;
};

const STOP = new Set([
  'the',
  'of',
  'for',
  'and',
  'to',
  'with',
  'without',
  'was',
  'were',
  'original',
  'request',
  'authorized',
  'claims',
  'administrator',
  'remaining',
  'imr',
  'eligible',
  'portion',
  'is',
  'a',
  'an',
  'in',
  'at',
  'on',
  'associated',
  'surgical',
  'service',
]);
/** Facts say more of what an item is than its words do. */
const FACT_WEIGHT = { drug: 4, part: 3, kind: 2, side: 0.5, chapter: 1, word: 1 } as const;

/** Changes with the way in which tokens are made, so that stored ones are made anew. */
export const TOKENS_VERSION = 1;

const words = (text: string): string[] =>
  (text.toLowerCase().match(/[a-z][a-z0-9'-]*/gu) ?? []).filter((word) => word.length > 1 && !STOP.has(word));

const chapters = (guideline: string): string[] =>
  [...guideline.matchAll(/MTUS ([A-Z][\w\s,&-]*?) (?:19|20)\d{2}/gu)].map(([, chapter = '']) => chapter);

/** The tokens of an item and its guideline; the same tokens for the same facts, whatever the words. */
export const precedentTokens = (heading: string, guideline: string): PrecedentTokens => {
  const { kind, bodyParts, sides, drugs, service } = parseItemHeading(heading, '9999-12-31');
  const facts: (readonly [string, number])[] = [
    ...(kind === 'other' ? [] : [[`kind:${kind}`, FACT_WEIGHT.kind] as const]),
    ...bodyParts.map((part) => [`part:${part}`, FACT_WEIGHT.part] as const),
    ...sides.map((side) => [`side:${side}`, FACT_WEIGHT.side] as const),
    ...drugs.map((drug) => [`drug:${drug}`, FACT_WEIGHT.drug] as const),
    ...chapters(guideline).map((chapter) => [`chapter:${chapter}`, FACT_WEIGHT.chapter] as const),
    ...words(service).map((word) => [word, FACT_WEIGHT.word] as const),
  ];
  return [...new Map(facts)];
};

const lengthOf = (tokens: PrecedentTokens, rarity: ReadonlyMap<string, number>): number =>
  Math.hypot(...tokens.map(([token, weight]) => weight * (rarity.get(token) ?? 0)));

/** Makes thousands of precedents searchable in memory. */
export const buildPrecedentIndex = (precedents: readonly IndexedPrecedent[]): PrecedentIndex => {
  const postings = new Map<string, number[]>();
  for (const [at, { tokens }] of precedents.entries()) {
    for (const [token, weight] of tokens) {
      const list = postings.get(token);
      if (list === undefined) postings.set(token, [at, weight]);
      else list.push(at, weight);
    }
  }
  const rarity = new Map(
    [...postings].map(([token, list]) => [token, Math.log(1 + (2 * precedents.length) / list.length)]),
  );
  return {
    precedents,
    postings,
    rarity,
    lengths: Float64Array.from(precedents, ({ tokens }) => lengthOf(tokens, rarity)),
  };
};

const isBefore = (a: ScoredPrecedent, b: ScoredPrecedent): boolean => {
  if (a.similarity !== b.similarity) return a.similarity > b.similarity;
  return a.precedent.isOwn === b.precedent.isOwn ? a.precedent.id < b.precedent.id : a.precedent.isOwn;
};

/** Keeps the best few of very many, in order, without sorting them all. */
const keepBest = (
  limit: number,
): { readonly offer: (one: ScoredPrecedent) => void; readonly kept: ScoredPrecedent[] } => {
  const kept: ScoredPrecedent[] = [];
  return {
    kept,
    offer: (one) => {
      const last = kept.at(-1);
      if (kept.length >= limit && last !== undefined && !isBefore(one, last)) return;
      const at = kept.findIndex((other) => isBefore(one, other));
      kept.splice(at < 0 ? kept.length : at, 0, one);
      if (kept.length > limit) kept.pop();
    },
  };
};

const scores = ({ precedents, postings, rarity, lengths }: PrecedentIndex, query: PrecedentTokens): Float64Array => {
  const sums = new Float64Array(precedents.length);
  for (const [token, weight] of query) {
    const rare = rarity.get(token) ?? 0;
    const list = postings.get(token) ?? [];
    for (let at = 0; at < list.length; at += 2)
      sums[list[at] ?? 0] = (sums[list[at] ?? 0] ?? 0) + weight * (list[at + 1] ?? 0) * rare * rare;
  }
  const length = lengthOf(query, rarity);
  return sums.map((sum, at) => (sum === 0 ? 0 : sum / (length * (lengths[at] ?? 1))));
};

/** The precedents most like what is asked, best first; those of the reviewer's own before equal ones. */
export const findSimilar = (
  index: PrecedentIndex,
  { heading = '', guideline = '', among, limit }: PrecedentQuery,
): ScoredPrecedent[] => {
  const query = precedentTokens(heading, guideline);
  if (query.length === 0 && among === undefined) return [];
  const similarities = query.length === 0 ? null : scores(index, query);
  const { offer, kept } = keepBest(limit);
  for (let at = 0; at < index.precedents.length; at += 1) {
    const [precedent, similarity] = [index.precedents[at], similarities === null ? 1 : (similarities[at] ?? 0)];
    if (precedent !== undefined && similarity > 0 && (among === undefined || among.has(precedent.id)))
      offer({ precedent, similarity });
  }
  return kept;
};

/** From here on two items ask for the same. */
const SAME = 0.85;
const LOOKED_AT = 50;

/** The reviewer's own earlier decisions on the same request that went the other way (to warn of, never to block). */
export const findDepartures = (
  index: PrecedentIndex,
  item: { readonly heading: string; readonly decision: Decision; readonly reviewerGuideline: string },
): ScoredPrecedent[] =>
  findSimilar(index, { heading: item.heading, guideline: item.reviewerGuideline, limit: LOOKED_AT }).filter(
    ({ precedent, similarity }) =>
      precedent.isOwn && similarity >= SAME && precedent.decision !== null && precedent.decision !== item.decision,
  );
