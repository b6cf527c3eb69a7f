import { absenceTermsIn } from '../../../shared/facts/find-absence-terms.ts';
import { foldSpace } from '../../../shared/letter.ts';
import { remember } from '../../../shared/remember.ts';
import { CLAIM_CUES, type ClaimCue } from './claim-cues.ts';
import { sentencesOf } from './facts-of.ts';

/** More rationales than any letter has, and the pages of some denials. */
const RATIONALES = 400;

/**
 * "No documentation of X": the term X in the words of the sentence that says so. `known`: its name in the list of terms,
 * null where it is none of them; `isOfFact`: it is X itself that is denied ("no evidence of X"), so that a page which
 * denies it too bears it out; `isReported`: the sentence tells what the denial says.
 */
export type NegativeClaim = {
  readonly term: string;
  readonly known: string | null;
  readonly sentence: string;
  readonly isOfFact: boolean;
  readonly isReported: boolean;
};

const OF_FACT =
  /\b(?:evidence|indication|findings?|sign)\b|\bnot\s+(?:\w+\s+)?(?:indicate|show|reveal|demonstrate)\b/iu;
const OF_RECORD =
  /\b(?:documentation|documented|mention(?:ed)?|record(?:s|ed)?|report(?:s|ed)?|description|described|discussion|noted)\b/iu;
/** It is the file that has none. */
const OF_FILE = /\b(?:documented|documentation|records?|file|submi\w+|provided|notes)\b/iu;

const LEADING =
  /^(?:(?:the|a|an|any|that|there|has|have|had|is|was|were|been|prior|previous|recent|significant|objective|of|for|to|his|her|their|this|these|patient|worker|claimant|applicant|injured|he|she)(?:'s)?\s+)+/iu;
const TRAILING =
  /\s+(?:to|that|which|who|in|at|on|from|with|for|as|and|or|is|are|was|were|has|have|would|by|this|there|since|prior|during)\b.*$/iu;
const LONGEST = 5;

/** The few words that a search would look for. */
const termOf = (words: string): string =>
  foldSpace(foldSpace(words).replace(LEADING, '').replace(TRAILING, '')).split(' ').slice(0, LONGEST).join(' ');

const CLAUSE_END = /;|:|,?\s+\b(?:but|however|although|though|whereas|while|yet)\b,?\s*/giu;
const ASIDE = /\(([^()]*)\)/gu;

/** The clauses of a sentence; what stands in brackets is one of its own. */
const clausesOf = (sentence: string): string[] =>
  [
    foldSpace(sentence.replace(ASIDE, ' ').replace(/[.!?]+["”')]*$/u, '')),
    ...[...sentence.matchAll(ASIDE)].map(([, aside = '']) => aside),
  ]
    .flatMap((text) => text.split(CLAUSE_END))
    .filter((clause) => clause.trim() !== '');

/** What is only a condition or a rule: "if no drug screen is on file", "should not be given without documentation of". */
const CONDITION = /\b(?:if|unless|when|whenever|until|should|must|requires?|whether|would|where there)\b/iu;
const RULE = /\b(?:guidelines?|mtus|odg|acoem|criteria|regulations?|recommend(?:s|ed|ations?)?|literature|studies)\b/iu;
/** Cues that rules use too. */
const RULE_CUE = /\b(?:without|lack|absence|absent|does|do|is|are)\b/iu;

const isRule = (lead: string, cue: string): boolean =>
  CONDITION.test(lead) ||
  (RULE.test(lead) && RULE_CUE.test(cue) && !/\b(?:records?|file|notes?|submitted|provided)\b/iu.test(lead));

/** What is missing ends here: what it would be good for, where it is missing, and what follows from it. */
const STOP =
  /\s+(?:to (?:warrant|justify|necessitate|require)|that would|which|for which|as (?:required|recommended|the)|per (?:the )?(?:mtus|guidelines?|odg)|(?:in|within|among|throughout) (?:the|this|any|these|those|his|her) (?:\w+ ){0,2}(?:records?|file|submi\w+|documentation|notes?|reports?|chart|materials?|request)|on file|because|(?:along with |given )?the fact|since|due to|so|hence|thus|therefore|in this case)\b.*$/iu;
/** Another statement begins. */
const OTHER =
  /(?:,|\s+and)\s+(?:and\s+|so\s+)?(?:the|this|that|it|he|she|they|there|these|as such|therefore|thus)\b[^,]*?\s(?:is|are|was|were|has|have|had|does|do|did|can|cannot|will|remains?)\b.*$/iu;
const JOIN = /\s*(?:,|;|\/(?=\s)|\band\/or\b|\bor\b|\bnor\b|\band\b|\bas well as\b|\balong with\b)\s*/iu;
const VERB_OF_OTHER =
  /^.*\b(?:requires?|required|is|are|was|were|has|have|had|does|did|states?|stated|asks?|asked)\b\s*/iu;
const NOUN_FIRST =
  /^(?:(?:any|the|a|an|adequate|sufficient|clear|further|written|signed)\s+)*(?:documentation|evidence|mention|indication|record|proof|copy|copies|results?|discussion|description|notation)\s+(?:of|that|for|regarding|to support|showing)\s+/iu;

const partsOf = (scope: string): string[] =>
  scope
    .split(JOIN)
    .map((part) => part.replace(NOUN_FIRST, '').trim())
    .filter((part) => part !== '');

/** Words before a term that make it a circumstance of something else: "the response to physical therapy". */
const CIRCUMSTANCE =
  /\S\s+the\b|\b(?:why|how|would|need|of|to|from|with|for|in|after|during|by|beyond|than|despite|following|through|regarding|on|at)\b/iu;
const OWN_HEADS =
  /\b(?:results?|cop(?:y|ies)|failure|failed|trials?|history|use|presence|completion|completed|review|performance|signing|findings?|symptoms?|signs?|course|sessions?|visits?|records?|reports?|discussion|evidence|attempts?|participat\w+|engag\w+|enrol\w+|instruct\w+|treated|treatment|response|undergo\w*|underwent|referr\w+|complain\w*|screened|assessed|evaluated|monitored|compliance)\s+(?:of|for|at|in|with|on|to)\b/giu;
/** It is another one that is missing. */
const ANOTHER = /\b(?:repeat(?:ed)?|another|second|third|further|additional|new|newer|updated|subsequent|more)\b/iu;
const LATER = /\b(?:since|after|following|before|beyond|in excess)\b/iu;

type Missing = { readonly term: string; readonly known: string | null };

const knownIn = (part: string): Missing | null => {
  const [first] = absenceTermsIn(part);
  if (first === undefined) return null;
  const head = part
    .slice(0, first.at)
    .replace(LEADING, '')
    .replace(/\bresponse\s+to\b/giu, 'response of to')
    .replace(OWN_HEADS, ' ');
  if (CIRCUMSTANCE.test(head) || ANOTHER.test(head) || LATER.test(part.slice(first.at))) return null;
  const term = termOf(part);
  return { known: first.term.name, term: absenceTermsIn(term).length > 0 ? term : first.words };
};

/** Words that no search can be made for. */
const VAGUE =
  /^(?:there|as such|documented|(?:\w+ )?(?:complaints?|findings?|rationale|information|diagnosis|diagnoses|treatment|physician|provider|patient|statement|return|pain|motor|sensory|reflexes|request|indications?|worsening)|.*(?:medical necessity|suggestive|explanation|physical exam|amount of|^not ).*)$/iu;
const HAS_VERB = /\b(?:is|are|was|were|has|have|had|does|did|will|can|cannot)\b/iu;

/** Each thing of a list; where a part says something of its own, the list is over. */
const missingIn = (scope: string, isOfTerms: boolean): Missing[] => {
  const parts = partsOf(scope);
  return parts.flatMap((part, at) => {
    const known = knownIn(part);
    if (known !== null) return [known];
    const isOver = at > 0 && parts.slice(1, at + 1).some((one) => HAS_VERB.test(one));
    const term = termOf(part);
    return isOfTerms || isOver || absenceTermsIn(part).length > 0 || term.length <= 2 || VAGUE.test(term)
      ? []
      : [{ term, known: null }];
  });
};

/** The subject of what stands behind it: behind the last verb of its own, if any. */
const subjectOf = (lead: string): string => {
  const bare = lead.replace(/,?\s*(?:which|that|and|it)$/iu, '');
  return bare.replace(VERB_OF_OTHER, '');
};

const scopeOf = (clause: string, { stands }: ClaimCue, match: RegExpExecArray): string => {
  if (stands === 'within') return match.groups?.['within'] ?? '';
  if (stands === 'before') return subjectOf(clause.slice(0, match.index));
  return clause
    .slice(match.index + match[0].length)
    .replace(OTHER, '')
    .replace(STOP, '');
};

const REPORTED =
  /\b(?:utili[sz]ation review\w*|UR|denial|denied|non-?certif\w+|claims administrator|(?:prior|previous|earlier|initial) review\w*|advis[eo]r)\b/iu;

const claimsOf = (sentence: string, clause: string, cue: ClaimCue): NegativeClaim[] =>
  [...clause.matchAll(cue.pattern)].flatMap((match) => {
    const lead = clause.slice(0, match.index);
    if (isRule(lead, match[0])) return [];
    const isOfFact =
      cue.isOfFact === true ? !OF_FILE.test(clause) : OF_FACT.test(sentence) && !OF_RECORD.test(sentence);
    return missingIn(scopeOf(clause, cue, match), cue.isOfTerms === true).map((missing) => ({
      ...missing,
      sentence,
      isOfFact,
      isReported: REPORTED.test(sentence),
    }));
  });

/** Each term once: as of the list where it is one, else by its words. */
const once = (claims: readonly NegativeClaim[]): NegativeClaim[] =>
  [...new Map(claims.toReversed().map((claim) => [claim.known ?? claim.term, claim])).values()].toReversed();

/** Everything that a text says is not documented, each with the term to search the case file for. */
export const findNegativeClaims: (text: string) => readonly NegativeClaim[] = remember(RATIONALES, (text) =>
  sentencesOf(text).flatMap((sentence) =>
    once(clausesOf(sentence).flatMap((clause) => CLAIM_CUES.flatMap((cue) => claimsOf(sentence, clause, cue)))),
  ),
);
