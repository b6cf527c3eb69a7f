import { foldSpace } from '../../../shared/letter.ts';
import { remember } from '../../../shared/remember.ts';
import { sentencesOf } from './facts-of.ts';

/** More rationales than any letter has. */
const RATIONALES = 200;

/**
 * "No documentation of X": the term X and the sentence that says so. `isOfFact`: it is X itself that is denied ("no
 * evidence of X"), so that a page which denies it too bears it out.
 */
export type NegativeClaim = { readonly term: string; readonly sentence: string; readonly isOfFact: boolean };

const NOUN =
  '(?:documentation|evidence|mention|indication|record|report|findings?|description|discussion|objective evidence)';
const LINK = '(?:of|that|for|regarding|about|to (?:support|suggest|indicate)|supporting|showing|indicating|concerning)';
const CLAIMS: readonly RegExp[] = [
  new RegExp(
    `\\b(?:no|without(?: any)?|lack(?:s|ing)?(?: of)?|absence of|absent|not (?:any|provide|include|contain)(?: any)?|insufficient)\\s+(?:\\w+\\s+){0,2}${NOUN}\\s+${LINK}\\s+([^.,;:()]{3,80})`,
    'giu',
  ),
  /\b(?:do(?:es)?|did)\s+not\s+(?:\w+\s+)?(?:document|mention|indicate|describe|report|show|reveal|demonstrate|note)\s+([^.,;:()]{3,80})/giu,
  /\b([^.,;:()]{3,60}?)\s+(?:is|are|was|were|has been|have been)\s+not\s+(?:documented|mentioned|reported|described|noted|recorded)\b/giu,
];
const OF_FACT =
  /\b(?:evidence|indication|findings?|sign)\b|\bnot\s+(?:\w+\s+)?(?:indicate|show|reveal|demonstrate)\b/iu;
const OF_RECORD =
  /\b(?:documentation|documented|mention(?:ed)?|record(?:s|ed)?|report(?:s|ed)?|description|described|discussion|noted)\b/iu;
/** A page denies a term where its sentence does before it: `denies weakness`, `no red flags or fracture`. */
const DENIED = /\b(?:no|not|denie[sd]|deny|without|negative for|absence of|free of|never|nor)\b[^.;:]{0,80}$/iu;

/** Whether a page that says `before` the term denies it. */
export const isDenied = (before: string): boolean => DENIED.test(before);

const LEADING =
  /^(?:(?:the|a|an|any|that|there|has|have|had|is|was|were|been|prior|previous|recent|significant|objective|of|for|to|his|her|their|this|these|patient|worker|claimant|applicant|injured|he|she)(?:'s)?\s+)+/iu;
const TRAILING =
  /\s+(?:to|that|which|who|in|at|on|from|with|for|as|and|or|is|are|was|were|has|have|would|by|this|there|since|prior|during)\b.*$/iu;
const LONGEST = 5;

/** The few words that a search would look for. */
const termOf = (words: string): string =>
  foldSpace(foldSpace(words).replace(LEADING, '').replace(TRAILING, '')).split(' ').slice(0, LONGEST).join(' ');

/** Everything that a rationale says is not documented, each with the term to search the case file for. */
export const findNegativeClaims: (rationale: string) => readonly NegativeClaim[] = remember(RATIONALES, (rationale) =>
  sentencesOf(rationale).flatMap((sentence) => {
    const isOfFact = OF_FACT.test(sentence) && !OF_RECORD.test(sentence);
    const terms = CLAIMS.flatMap((pattern) =>
      [...sentence.matchAll(pattern)].map((match) => termOf(match[1] ?? '')),
    ).filter((term) => term.length > 2);
    return [...new Set(terms)].map((term) => ({ term, sentence, isOfFact }));
  }),
);
