import { ABSENCE_TERMS } from '../../../shared/facts/absence-terms.ts';
import { absenceTermsIn } from '../../../shared/facts/find-absence-terms.ts';
import { found, type Found } from '../../../shared/finding-kinds.ts';
import {
  ANY_CASE,
  itemPart,
  LETTER,
  type CheckContext,
  type CheckedItem,
  type CheckedLetter,
  type KeptSearch,
  type LetterCheck,
  type Mention,
} from './check.ts';
import { isDenied, mentionStanding } from './mention-standing.ts';
import { findNegativeClaims, type NegativeClaim } from './negative-claims.ts';

type FindMentions = CheckContext['findMentions'] & object;

const ASSESSED = new Set(ABSENCE_TERMS.filter(({ isAssessed }) => isAssessed).map(({ name }) => name));

/** Whether a page contradicts that a term is not documented. */
const contradicts = (
  { known, isOfFact }: NegativeClaim,
  { before, after = '', isRequest = false }: Mention,
): boolean => {
  if (known === null) return !isOfFact || !isDenied(before);
  const standing = mentionStanding(before, after);
  return standing === 'held' ? !isRequest : standing === 'denied' && ASSESSED.has(known) && !isOfFact;
};

const contradictingPages = (claim: NegativeClaim, findMentions: FindMentions): Mention[] =>
  findMentions(claim.known ?? claim.term).filter((mention) => contradicts(claim, mention));

/** What the denial is told to have said is answered where the rationale speaks of the thing by itself too. */
const isAnswered = (
  { isReported, known }: NegativeClaim,
  rationale: string,
  claims: readonly NegativeClaim[],
): boolean => {
  if (!isReported || known === null) return false;
  const own = claims.reduce((text, { sentence }) => text.replace(sentence, ' '), rationale);
  return absenceTermsIn(own).some(({ term }) => term.name === known);
};

/** Searches that a rationale rests on and that pages have outrun. */
const outdatedSearches = (item: CheckedItem, searches: readonly KeptSearch[]): Found[] =>
  searches
    .filter(({ isOutdated }) => isOutdated)
    .map(({ words, day, pages }) =>
      found('outdated-search', itemPart(item, 'rationale'), { term: words, day, pages: [...pages] }),
    );

const ofRationale = (
  item: CheckedItem,
  findMentions: FindMentions,
  unread: readonly string[],
  searches: readonly KeptSearch[],
): Found[] => {
  // A search that is kept names the pages that it cannot rely on: whoever keeps it has seen them.
  const proven = new Set(searches.flatMap(({ isOutdated, known }) => (isOutdated ? [] : (known ?? []))));
  const claims = findNegativeClaims(item.rationale);
  const part = itemPart(item, 'rationale');
  const judged = claims
    .filter((claim) => !isAnswered(claim, item.rationale, claims))
    .map((claim) => ({ claim, mentions: contradictingPages(claim, findMentions) }));
  const unproven = judged.filter(
    ({ claim: { known }, mentions }) => known !== null && mentions.length === 0 && !proven.has(known),
  );
  const [first] = unproven;
  return [
    ...judged
      .filter(({ mentions }) => mentions.length > 0)
      .map(({ claim: { term, sentence }, mentions }) => ({
        ...found('contradicted-absence', part, { term, pages: mentions.map(({ label }) => label) }, sentence),
        places: mentions.map(({ span }) => span),
      })),
    ...(first === undefined || unread.length === 0
      ? []
      : [
          found(
            'unproven-absence',
            part,
            { terms: [...new Set(unproven.map(({ claim }) => claim.term))], unread: [...unread] },
            first.claim.sentence,
          ),
        ]),
  ];
};

/** What the denial says is not documented and the file holds; what else of its sentence is nowhere is named with it. */
const ofDenial = (
  denial: CheckContext['denialClaims'] & object,
  findMentions: FindMentions,
  unread: readonly string[],
): Found[] =>
  denial.flatMap((claim) => {
    const mentions = contradictingPages(claim, findMentions);
    if (mentions.length === 0) return [];
    const absent = denial
      .filter((other) => other.sentence === claim.sentence && contradictingPages(other, findMentions).length === 0)
      .map(({ term }) => term);
    const { sentence, term, label, span } = claim;
    return [
      {
        ...found('contradicted-denial', LETTER, {
          sentence,
          term,
          page: label,
          pages: mentions.map((mention) => mention.label),
          absent,
          unread: absent.length === 0 ? [] : [...unread],
        }),
        places: [span, ...mentions.map((mention) => mention.span)],
      },
    ];
  });

const absences = ({ checkedItems, context }: CheckedLetter): Found[] => {
  const { findMentions, denialClaims = [], pagesNotReliedOn = [], keptSearches = [] } = context;
  const searchesOf = ({ index }: CheckedItem): KeptSearch[] => keptSearches.filter(({ item }) => item === index);
  if (findMentions === undefined) return [];
  return [
    ...ofDenial(denialClaims, findMentions, pagesNotReliedOn),
    ...checkedItems.flatMap((item) => [
      ...ofRationale(item, findMentions, pagesNotReliedOn, searchesOf(item)),
      ...outdatedSearches(item, searchesOf(item)),
    ]),
  ];
};

export const absenceChecks: readonly LetterCheck[] = [
  { name: 'absence-holds', needs: 'findMentions', modes: ANY_CASE, run: absences },
];
