import { ABSENCE_TERMS } from '../../../shared/facts/absence-terms.ts';
import { wordingPattern } from '../../../shared/facts/find-absence-terms.ts';
import { foldSpace } from '../../../shared/letter.ts';
import { splitSentences } from '../../../shared/split-sentences.ts';
import type { DenialClaim, Mention } from '../../letters/checks/check.ts';
import { mentionStanding } from '../../letters/checks/mention-standing.ts';
import { findNegativeClaims } from '../../letters/checks/negative-claims.ts';
import type { ReadCase } from '../../store/case-file.ts';
import { documentsVersion, pagesNotReliedOn, visitMentioning, type MentioningPage } from '../../store/find-mentions.ts';
import { readTexts } from '../../store/pages.ts';
import { readingsVersion } from '../../store/readings.ts';
import { documentsInCase } from '../../store/documents.ts';

/** So many pages are named that hold a term, and as many that only speak of it; a finding says that there are more. */
const MOST_PAGES = 12;
/** Terms remembered for a case; more are forgotten together. */
const MOST_TERMS = 500;
/** So much of the text around a term is looked at. */
const AROUND = 400;

/** What may stand within a word that is parted at the end of a line. */
export const PARTED = '(?:[-\\u2010]\\n|\\u00ad)?';

const KNOWN = new Map(
  ABSENCE_TERMS.map(({ name, wordings }) => [name, { wordings, pattern: wordingPattern(wordings, PARTED) }] as const),
);

const mentionAt = ({ record, title, kind, page, text }: MentioningPage, at: number, quote: string): Mention => {
  const end = at + quote.length;
  const [next] = splitSentences(`x${text.slice(end, end + AROUND)}`);
  return {
    label: `${title}, page ${String(page)}`,
    before: foldSpace(
      splitSentences(`${text.slice(Math.max(0, at - AROUND), at)}x`)
        .at(-1)
        ?.text.slice(0, -1) ?? '',
    ),
    after: ` ${foldSpace(next?.text.slice(1) ?? '')}`,
    isRequest: kind === 'request-for-authorization',
    span: { record, page, start: at, end, quote },
  };
};

const isHeld = ({ before, after = '', isRequest }: Mention): boolean =>
  isRequest !== true && mentionStanding(before, after) === 'held';

/** The place of a page that tells most: where it holds the term, else the first that names it. */
export const mentionOn = (page: MentioningPage, pattern: RegExp): Mention | undefined => {
  let first: Mention | undefined;
  // `matchAll` makes a new pattern for every text, which costs more than the search.
  pattern.lastIndex = 0;
  for (let match = pattern.exec(page.text); match !== null; match = pattern.exec(page.text)) {
    const mention = mentionAt(page, match.index, match[0]);
    if (isHeld(mention)) return mention;
    first ??= mention;
  }
  return first;
};

const search = (file: ReadCase, term: string): Mention[] => {
  const { wordings, pattern } = KNOWN.get(term) ?? { wordings: [term], pattern: wordingPattern([term], PARTED) };
  const [held, others]: [Mention[], Mention[]] = [[], []];
  visitMentioning(file, wordings, (page) => {
    const mention = mentionOn(page, pattern);
    if (mention === undefined) return true;
    const kept = isHeld(mention) ? held : others;
    if (kept.length < MOST_PAGES) kept.push(mention);
    return held.length < MOST_PAGES;
  });
  return [...held, ...others];
};

const labelOf = (title: string, page: number): string => `${title}, page ${String(page)}`;

/** What the utilization reviews of a case say is not documented, with its place. */
const claimsOfDenials = (file: ReadCase): DenialClaim[] =>
  documentsInCase(file)
    .filter(({ kind }) => kind === 'utilization-review')
    .flatMap(({ file: id, first, title, pages }) =>
      readTexts(file, id, first - 1, pages).flatMap(({ page, text }) =>
        splitSentences(text).flatMap(({ start, end, text: quote }) =>
          findNegativeClaims(foldSpace(quote))
            .filter(({ known }) => known !== null)
            .map((claim) => ({
              ...claim,
              label: labelOf(title, page),
              span: { record: id, page, start, end, quote },
            })),
        ),
      ),
    );

type Memory = {
  readonly version: string;
  readonly terms: Map<string, readonly Mention[]>;
  denial: readonly DenialClaim[] | null;
};
const memories = new WeakMap<ReadCase, Memory>();

const memoryOf = (file: ReadCase): Memory => {
  const version = `${readingsVersion(file)} ${documentsVersion(file)}`;
  const known = memories.get(file);
  const memory = known?.version === version ? known : { version, terms: new Map<string, Mention[]>(), denial: null };
  memories.set(file, memory);
  return memory;
};

/**
 * Where a case's records mention a term, a term of the list by all its wordings; asked again and again while somebody
 * types, so that answers are remembered until the texts change.
 */
export const mentionsIn = (file: ReadCase): ((term: string) => readonly Mention[]) => {
  const { terms } = memoryOf(file);
  return (term) => {
    const before = terms.get(term);
    if (before !== undefined) return before;
    if (terms.size >= MOST_TERMS) terms.clear();
    const found = search(file, term);
    terms.set(term, found);
    return found;
  };
};

/** What the denials in a case say is not documented; remembered until the texts change. */
export const denialClaimsIn = (file: ReadCase): readonly DenialClaim[] => {
  const memory = memoryOf(file);
  memory.denial ??= claimsOfDenials(file);
  return memory.denial;
};

/** The pages that a search cannot answer for, as a finding names them. */
export const unreliedPages = (file: ReadCase): string[] =>
  pagesNotReliedOn(file).map(({ title, page }) => labelOf(title, page));
