import { createHash } from 'node:crypto';
import type { CaseId } from '../../../shared/ids.ts';
import { Decision } from '../../../shared/item.ts';
import { foldSpace, type Letter } from '../../../shared/letter.ts';
import type { SimilarPrecedent } from '../../../shared/precedent.ts';
import {
  buildPrecedentIndex,
  precedentTokens,
  TOKENS_VERSION,
  type PrecedentIndex,
  type PrecedentTokens,
  type ScoredPrecedent,
} from '../../letters/precedents/precedent-index.ts';
import type { Outline } from '../../../shared/outline.ts';
import type { NewPrecedent, OwnCase } from '../../store/precedents.ts';
import { noteReads } from '../../store/reads.ts';
import type { Vault } from '../../store/vault.ts';
import type { App } from '../backend/app.ts';

/** The items of a letter that were decided, ready to be stored; those of another programme with its own words. */
const decidedItems = ({ items, programme }: Letter, outlines: readonly Outline[]): NewPrecedent[] =>
  items.flatMap((item) => {
    const own = Decision.safeParse(item.decision);
    const outcome = programme === undefined ? '' : item.decision;
    if ((!own.success && outcome === '') || foldSpace(item.heading) === '') return [];
    return [
      {
        ...item,
        decision: programme === undefined ? (own.data ?? null) : meaningOf(outcome, programme, outlines),
        outcome,
        tokens: JSON.stringify(precedentTokens(item.heading, item.reviewerGuideline)),
      },
    ];
  });

/** What the outcome of another programme means in our words. */
const meaningOf = (outcome: string, programme: string, outlines: readonly Outline[]): Decision | null =>
  outlines
    .filter((outline) => outline.programme === programme)
    .flatMap(({ outcomes }) => outcomes)
    .find(({ words }) => words.toLowerCase() === outcome.toLowerCase())?.decision ?? null;

/** The same words are the same letter, whatever file they came in. */
const wordsHash = ({ header: { caseNumber }, items }: Letter): string =>
  createHash('sha256')
    .update(JSON.stringify([caseNumber, items.map((item) => Object.values(item).map(foldSpace))]))
    .digest('hex');

/** How many items were stored; `isKnown` where the letter had been loaded before. */
type Shelved = { readonly items: number; readonly isKnown: boolean };

type EarlierRationale = { readonly label: string; readonly text: string };

/** A run of so many words seldom stands in two texts by chance. */
const RUN = 8;
const CANDIDATES = 3;
const MOST_REMEMBERED = 500;

/** Three runs of a text, from its quarters; none of a short one. */
const runsOf = (rationale: string): string[] => {
  const words = rationale.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length < 4 * RUN
    ? []
    : [0.25, 0.5, 0.75]
        .map((share) => Math.floor(words.length * share))
        .map((at) => words.slice(at, at + RUN).join(' '));
};

/** Precedents of the vault, and the index over them, made when it is first asked for and after every change. */
export type PrecedentShelf = {
  readonly keep: (letter: Letter, isOwn: boolean) => Shelved;
  /**
   * Keeps the letter that was issued from a case as the reviewer's own, in place of the version before; it goes with
   * the case.
   */
  readonly keepIssued: (letter: Letter, caseId: CaseId) => void;
  readonly index: () => PrecedentIndex;
  /** The words of what was found. */
  readonly fetch: (found: readonly ScoredPrecedent[]) => SimilarPrecedent[];
  /** Own rationales of other cases that hold runs of this one's words: the few that it may have been taken from. */
  readonly ownLike: (rationale: string, except: OwnCase) => readonly EarlierRationale[];
  /** To be called when letters were removed. */
  readonly changed: () => void;
};

const bringUpToDate = ({ precedents }: Vault): void => {
  const outdated = precedents.outdated(TOKENS_VERSION);
  if (outdated.length > 0)
    precedents.writeTokens(
      outdated.map(({ id, heading, reviewerGuideline }) => ({
        id,
        tokens: JSON.stringify(precedentTokens(heading, reviewerGuideline)),
      })),
      TOKENS_VERSION,
    );
};

export const newPrecedentShelf = (app: Pick<App, 'session' | 'now' | 'newId' | 'assets'>): PrecedentShelf => {
  let known: { readonly vault: Vault; readonly index: PrecedentIndex } | null = null;
  let alike = new Map<string, readonly EarlierRationale[]>();
  const forget = (): void => {
    known = null;
    alike = new Map();
  };
  const add = (letter: Letter, isOwn: boolean, caseId: CaseId | null): Shelved => {
    const items = decidedItems(letter, app.assets.outlines);
    const { caseNumber, decisionDate } = letter.header;
    if (items.length === 0) return { items: 0, isKnown: false };
    const isNew = app.session.vault().precedents.add(
      {
        id: app.newId(),
        sha256: wordsHash(letter),
        caseNumber,
        decisionDate,
        programme: letter.programme ?? '',
        isOwn,
        caseId,
        loadedAt: app.now().toISOString(),
      },
      items,
      TOKENS_VERSION,
    );
    if (isNew) forget();
    return { items: items.length, isKnown: !isNew };
  };
  return {
    keep: (letter, isOwn) => add(letter, isOwn, null),
    keepIssued: (letter, caseId) => {
      app.session.vault().precedents.removeOfCase(caseId);
      forget();
      add(letter, true, caseId);
    },
    index: () => {
      noteReads(['precedents']);
      const vault = app.session.vault();
      if (known?.vault === vault) return known.index;
      bringUpToDate(vault);
      const index = buildPrecedentIndex(
        vault.precedents
          .tokens()
          .map(({ tokens, ...precedent }) => ({ ...precedent, tokens: JSON.parse(tokens) as PrecedentTokens })),
      );
      known = { vault, index };
      return index;
    },
    fetch: (found) => {
      const words = new Map(
        app.session
          .vault()
          .precedents.read(found.map(({ precedent }) => precedent.id))
          .map((precedent) => [precedent.id, precedent]),
      );
      return found.flatMap(({ precedent: { id }, similarity }) => {
        const precedent = words.get(id);
        return precedent === undefined ? [] : [{ precedent, similarity: Math.min(1, similarity) }];
      });
    },
    ownLike: (rationale, except) => {
      noteReads(['precedents']);
      const key = `${except.id} ${except.caseNumber} ${rationale}`;
      const before = alike.get(key);
      if (before !== undefined) return before;
      if (alike.size > MOST_REMEMBERED) alike = new Map();
      const { precedents } = app.session.vault();
      const texts = new Map(
        runsOf(rationale)
          .flatMap((run) => precedents.ownWithWords(run, except, CANDIDATES))
          .map(({ caseNumber, rationale: text }) => [text, caseNumber]),
      );
      const found = [...texts].map(([text, caseNumber]) => ({
        label: `an earlier determination of yours (${caseNumber === '' ? 'without a number' : caseNumber})`,
        text,
      }));
      alike.set(key, found);
      return found;
    },
    changed: forget,
  };
};
