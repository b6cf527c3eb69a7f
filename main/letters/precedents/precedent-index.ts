import type { Decision } from '../../../shared/item.ts';
import { foldSpace } from '../../../shared/letter.ts';
import { parseItemHeading } from '../items/parse-item-heading.ts';

/** One decided item of an earlier determination. */
export type Precedent = {
  readonly id: string;
  readonly heading: string;
  readonly decision: Decision;
  readonly reviewerGuideline: string;
  readonly rationale: string;
  /** Whether the reviewer decided it: others' decisions are shown, one's own are held against one. */
  readonly isOwn: boolean;
};

export type SimilarPrecedent = { readonly precedent: Precedent; /** 1: asks for the same; 0: for nothing alike. */ readonly similarity: number };

/** What is looked for: an item, or a part of one, and words that must stand somewhere in it. */
export type PrecedentQuery = { readonly heading?: string; readonly guideline?: string; readonly words?: string; readonly limit: number };

type Weighted = ReadonlyMap<string, number>;
type Posting = { readonly at: number; readonly weight: number };

/** Postings by token, and the length of each precedent as a vector. */
export type PrecedentIndex = { readonly precedents: readonly Precedent[]; readonly postings: ReadonlyMap<string, readonly Posting[]>; readonly lengths: Float64Array; readonly rarity: ReadonlyMap<string, number> };

const STOP = new Set(['the', 'of', 'for', 'and', 'to', 'with', 'without', 'was', 'were', 'original', 'request', 'authorized', 'claims', 'administrator', 'remaining', 'imr', 'eligible', 'portion', 'is', 'a', 'an', 'in', 'at', 'on', 'associated', 'surgical', 'service']);
/** Facts say more of what an item is than its words do. */
const FACT_WEIGHT = { drug: 4, part: 3, kind: 2, side: 0.5, chapter: 1, word: 1 } as const;

const words = (text: string): string[] => (text.toLowerCase().match(/[a-z][a-z0-9'-]*/gu) ?? []).filter((word) => word.length > 1 && !STOP.has(word));

const chapters = (guideline: string): string[] => [...guideline.matchAll(/MTUS ([A-Z][\w\s,&-]*?) (?:19|20)\d{2}/gu)].map(([, chapter = '']) => chapter);

/** The tokens that an item and its guideline are found by, with their weights; the same tokens for the same facts, whatever the words. */
export const precedentTokens = (heading: string, guideline: string): Weighted => {
  const { kind, bodyParts, sides, drugs, service } = parseItemHeading(heading, '9999-12-31');
  const facts: (readonly [string, number])[] = [
    ...(kind === 'other' ? [] : [[`kind:${kind}`, FACT_WEIGHT.kind] as const]),
    ...bodyParts.map((part) => [`part:${part}`, FACT_WEIGHT.part] as const),
    ...sides.map((side) => [`side:${side}`, FACT_WEIGHT.side] as const),
    ...drugs.map((drug) => [`drug:${drug}`, FACT_WEIGHT.drug] as const),
    ...chapters(guideline).map((chapter) => [`chapter:${chapter}`, FACT_WEIGHT.chapter] as const),
    ...words(service).map((word) => [word, FACT_WEIGHT.word] as const),
  ];
  return new Map(facts);
};

const lengthOf = (tokens: Weighted, rarity: ReadonlyMap<string, number>): number => Math.hypot(...[...tokens].map(([token, weight]) => weight * (rarity.get(token) ?? 0)));

/** Makes thousands of precedents searchable in memory. */
export const buildPrecedentIndex = (precedents: readonly Precedent[]): PrecedentIndex => {
  const tokens = precedents.map(({ heading, reviewerGuideline }) => precedentTokens(heading, reviewerGuideline));
  const postings = new Map<string, Posting[]>();
  for (const [at, own] of tokens.entries()) {
    for (const [token, weight] of own) {
      const list = postings.get(token);
      if (list === undefined) postings.set(token, [{ at, weight }]);
      else list.push({ at, weight });
    }
  }
  const rarity = new Map([...postings].map(([token, list]) => [token, Math.log(1 + precedents.length / list.length)]));
  return { precedents, postings, rarity, lengths: Float64Array.from(tokens, (own) => lengthOf(own, rarity)) };
};

const holdsAll = ({ heading, reviewerGuideline, rationale }: Precedent, wanted: readonly string[]): boolean => {
  const text = `${heading} ${reviewerGuideline} ${rationale}`.toLowerCase();
  return wanted.every((word) => text.includes(word));
};

const best = (found: readonly SimilarPrecedent[], limit: number): SimilarPrecedent[] =>
  [...found].sort((a, b) => b.similarity - a.similarity || Number(b.precedent.isOwn) - Number(a.precedent.isOwn) || (a.precedent.id < b.precedent.id ? -1 : 1)).slice(0, limit);

const scores = ({ precedents, postings, rarity, lengths }: PrecedentIndex, query: Weighted): Float64Array => {
  const sums = new Float64Array(precedents.length);
  for (const [token, weight] of query) {
    const rare = rarity.get(token) ?? 0;
    for (const { at, weight: own } of postings.get(token) ?? []) sums[at] = (sums[at] ?? 0) + weight * own * rare * rare;
  }
  const length = lengthOf(query, rarity);
  return sums.map((sum, at) => (sum === 0 ? 0 : sum / (length * (lengths[at] ?? 1))));
};

/** The precedents most like what is asked, best first; those of the reviewer's own before equal ones. */
export const findSimilar = (index: PrecedentIndex, { heading = '', guideline = '', words: wanted = '', limit }: PrecedentQuery): SimilarPrecedent[] => {
  const asked = foldSpace(wanted).toLowerCase().split(' ').filter((word) => word !== '');
  const query = precedentTokens(heading, guideline);
  if (query.size === 0) return best(index.precedents.filter((precedent) => asked.length > 0 && holdsAll(precedent, asked)).map((precedent) => ({ precedent, similarity: 1 })), limit);
  const found: SimilarPrecedent[] = [];
  for (const [at, similarity] of scores(index, query).entries()) {
    const precedent = index.precedents[at];
    if (similarity > 0 && precedent !== undefined && (asked.length === 0 || holdsAll(precedent, asked))) found.push({ precedent, similarity });
  }
  return best(found, limit);
};

/** From here on two items ask for the same. */
const SAME = 0.85;

/** The reviewer's own earlier decisions on the same request that went the other way (to warn of, never to block). */
export const findDepartures = (index: PrecedentIndex, item: { readonly heading: string; readonly decision: Decision; readonly reviewerGuideline: string }): SimilarPrecedent[] =>
  findSimilar(index, { heading: item.heading, guideline: item.reviewerGuideline, limit: 50 }).filter(({ precedent, similarity }) => precedent.isOwn && similarity >= SAME && precedent.decision !== item.decision);
