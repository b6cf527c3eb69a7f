import { findFacts } from '../../../shared/find-facts.ts';
import { clausesOf, isTelling, type Clause, type Word } from './clauses.ts';

/** A telling word, and whether its text denies it (null where that cannot be said), and the word that does. */
export type Said = Word & { readonly isDenied: boolean | null; readonly negator: Word | null };

/** What a negation denies: the words from `from` to `to` of its clause. */
type Reach = { readonly negator: Word; readonly from: number; readonly to: number };

const NEGATOR =
  /^(?:no|not|never|without|w\/o|nor|neither|cannot|can't|couldn't|didn't|doesn't|wasn't|weren't|isn't|hasn't|hadn't|denie[sd]|deny|denying|unable|fail(?:s|ed)|lack(?:s|ed|ing)?|declined|refused|non-?certified|withheld|excluded|nil)$/iu;
/** Of two words, the first of which denies nothing by itself. */
const PAIRS: readonly (readonly [RegExp, RegExp])[] = [
  [/^(?:negative|absence|free|lack)$/iu, /^(?:for|of)$/iu],
  [/^(?:ruled|rules)$/iu, /^out$/iu],
  [/^off$/iu, /^(?:work|duty)$/iu],
];
/** What a negation does not reach beyond. */
const STOP =
  /^(?:on|at|with|w|in|into|during|after|before|from|for|by|to|when|while|since|until|because|due|which|who|that|as|if|than|per|about|despite|he|she|they|it|was|were|is|are|had|has|have|reported|stated|showed|felt|took|must|may|can|could|should|would|will|only)$/iu;
/** What it reaches over all the same, right behind it: "was not able to", "did not have". */
/** "No visits were asked for" goes on behind its verb. */
const OF_ALL = /^(?:no|neither|nor|nil)$/iu;
const CARRIER = /^(?:able|been|be|have|has|had|having|any|to|yet|a|an|the|of|that|being|for|out|was|were|is|are)$/iu;
/** It denies what stands before it: "spasm was absent", "numbness: none", "the request was denied". */
const BEHIND = /^(?:absent|none|denied|no|non-?certified|excluded|withheld|declined|refused|nil)$/iu;
const COPULA = /^(?:is|are|was|were|been|be)$/iu;

/** A row of a form or of a table gives its result without a verb: "Opiates Not detected", "MRI of the knee Denied". */
const RESULT = /^(?:detected|found|seen|identified|demonstrated|present)$/iu;
const ROW_DECISION = /^(?:denied|non-?certified|withheld)$/iu;

const textAt = (words: readonly Word[], at: number): string => words[at]?.text ?? '';

const isPair = (words: readonly Word[], at: number): boolean =>
  PAIRS.some(([first, second]) => first.test(textAt(words, at)) && second.test(textAt(words, at + 1)));

/** `not only`, `No. 3`: nothing is denied. */
const isIdle = (words: readonly Word[], at: number): boolean =>
  /^(?:only|necessarily)$/iu.test(textAt(words, at + 1)) ||
  (/^no$/iu.test(textAt(words, at)) && /^\d/u.test(textAt(words, at + 1)));

const markBetween = (text: string, words: readonly Word[], at: number, mark: RegExp): boolean => {
  const [word, next] = [words[at], words[at + 1]];
  return word !== undefined && next !== undefined && mark.test(text.slice(word.end, next.start));
};

const hasVerb = (words: readonly Word[], before: number): boolean =>
  words.slice(0, before).some(({ text }) => COPULA.test(text) || /^(?:has|had|have|he|she|they|patient)$/iu.test(text));

/** Whether the word at `at` denies what stands before it, and nothing behind it. */
const isBehind = (text: string, words: readonly Word[], at: number): boolean => {
  const word = textAt(words, at);
  if (at === 0 || !BEHIND.test(word)) return false;
  const isLast = at === words.length - 1 || markBetween(text, words, at, /[,:()/\n–-]/u);
  const isSaidOf = COPULA.test(textAt(words, at - 1)) || markBetween(text, words, at - 1, /[:=–-]/u);
  return /^(?:no|none|nil)$/iu.test(word) ? isLast && isSaidOf : isSaidOf || /^(?:absent|non-?certified)$/iu.test(word);
};

/** "Spasm was not seen" denies the spasm, "pain was not 4/10" the pain: the subject, where no word behind tells. */
const isOfSubject = (words: readonly Word[], at: number, to: number): boolean =>
  (/^not$/iu.test(textAt(words, at)) && at > 0 && RESULT.test(textAt(words, at + 1)) && !hasVerb(words, at)) ||
  (/^(?:not|never)$/iu.test(textAt(words, at)) &&
    /^(?:is|are|was|were|been|be|had|has)$/iu.test(textAt(words, at - 1)) &&
    (/(?:ed|en|wn|nd|ne|ght)$/iu.test(textAt(words, at + 1)) ||
      /^\d/u.test(textAt(words, at + 1)) ||
      !words.slice(at + 1, to).some(isTelling)));

/** How far back the subject of the word at `at` goes. */
const startOfSubject = (words: readonly Word[], at: number): number => {
  const verb = words.findIndex(({ text }) => COPULA.test(text));
  const last = words.findLastIndex(
    ({ text }, index) =>
      index < at &&
      (/^(?:which|who|that|he|she|they)$/iu.test(text) ||
        // Behind a verb another statement begins.
        (/^(?:and|or)$/iu.test(text) && verb !== -1 && verb < index)),
  );
  return last + 1;
};

const isStop = (words: readonly Word[], at: number, word: string): boolean => {
  const negator = textAt(words, at);
  if (COPULA.test(word) || /^(?:has|had|have)$/iu.test(word)) return !OF_ALL.test(negator);
  return STOP.test(word) || (/^(?:without|w\/o)$/iu.test(negator) && /^and$/iu.test(word));
};

/** How far a negation reaches forward from the word at `at`. */
const endOfReach = (text: string, words: readonly Word[], at: number): number => {
  let first = at + 1;
  while (CARRIER.test(textAt(words, first))) first += 1;
  let end = first;
  while (end < words.length) {
    const word = textAt(words, end);
    const isOver =
      isStop(words, at, word) || NEGATOR.test(word) || markBetween(text, words, end - 1, /[:()\n]|\s[-–—]\s/u);
    if (end > first && isOver) break;
    end += 1;
  }
  return end;
};

const reachesOf = (text: string, { words }: Clause): Reach[] =>
  words.flatMap((negator, at): Reach[] => {
    if (isIdle(words, at)) return [];
    if (isBehind(text, words, at)) return [{ negator, from: startOfSubject(words, at), to: at }];
    if (!NEGATOR.test(negator.text) && !isPair(words, at)) return [];
    const to = endOfReach(text, words, at);
    return [{ negator, from: isOfSubject(words, at, to) ? startOfSubject(words, at) : at + 1, to }];
  });

/** A decision on a request; a record that is one need not say so in the words that are cited. */
export const DECISION =
  /\b(?:denie[sd]|denial|non-?certif\w+|not certified|approv\w+|authori[sz]\w+|certif\w+|upheld|overturned|withheld|declined|refused)\b/iu;

/** Whoever decides on requests stands near the word, or the word is said of what was requested. */
const OF_REQUEST =
  /\b(?:utili[sz]ation|review\w*|UR|requests?|certif\w+|authori[sz]\w+|claims|determination|adjuster|appeal\w*|carrier|insurer)\b|\b(?:is|are|was|were|been|be) denied\b|:\s*denied\b/iu;

/** Whether a word decides on a request in its text, and denies nothing that somebody has or says. */
export const isDecidedOn = (word: string, text: string): boolean => DECISION.test(word) && OF_REQUEST.test(text);

/** The words of a clause that deny something. */
export const negatorsOf = ({ words }: Clause): Word[] =>
  words.filter(
    (word, at) =>
      !isIdle(words, at) &&
      // It names the study, and denies nothing.
      !/^contrast$/iu.test(textAt(words, at + 1)) &&
      (NEGATOR.test(word.text) || BEHIND.test(word.text) || isPair(words, at) || /^non(?:-|$)/iu.test(word.text)),
  );

/** "To rule out a tear", "if no better": nobody can say. */
const UNCERTAIN = /\b(?:to rule|r\/o|whether|if|unless|rather than|not only|question of)\b/iu;

/** Whether nobody can say what a clause states. */
export const isUncertain = (clause: string): boolean => UNCERTAIN.test(clause);

/** Parts of the body and sides are spoken of, not stated; so are units. */
const isPlace = (text: string): ((word: Word) => boolean) => {
  const places = findFacts(text).filter(({ kind }) => kind === 'body-part' || kind === 'side');
  return (word) =>
    places.some(({ start, end }) => word.start < end && word.end > start) ||
    /^(?:visit|session|day|week|month|year|hour|minute|page|side|level|pound|date|time|time)s?$/iu.test(word.text);
};

const LINK = /^(?:and|or|nor)$/iu;

/**
 * Behind a comma a list goes on, or another thing begins: which of them, an "or" behind it tells. "No fracture and mild
 * narrowing" may deny both or one.
 */
const isDoubtful = (text: string, { words }: Clause, { negator, from, to }: Reach, at: number): boolean => {
  const start = Math.max(from, words.indexOf(negator) + 1);
  const passed = words.slice(start, at);
  if (OF_ALL.test(negator.text) && passed.some(({ text: word }) => /^and$/iu.test(word))) return true;
  const isBehindComma = passed.some((_, index) => markBetween(text, words, start + index, /,/u));
  return isBehindComma && !words.slice(start, to).some(({ text: word }) => LINK.test(word));
};

/** A row that ends in its decision: it is compared by its decision, not word by word. */
const isDecidedRow = ({ words }: Clause): boolean =>
  words.length > 1 && ROW_DECISION.test(textAt(words, words.length - 1)) && !hasVerb(words, words.length - 1);

/** The telling words of a text, each with whether it is denied there. */
export const polarityOf = (text: string): Said[] => {
  const isOfPlace = isPlace(text);
  return clausesOf(text).flatMap((clause) => {
    const reaches = reachesOf(text, clause);
    const isUnsure = UNCERTAIN.test(text.slice(clause.start, clause.end)) || isDecidedRow(clause);
    return clause.words.flatMap((word, at): Said[] => {
      if (!isTelling(word) || isOfPlace(word) || NEGATOR.test(word.text)) return [];
      const over = reaches.filter(({ from, to }) => at >= from && at < to);
      const isDenied =
        isUnsure || over.length > 1 || over.some((reach) => isDoubtful(text, clause, reach, at))
          ? null
          : over.length === 1;
      return [{ ...word, isDenied, negator: over[0]?.negator ?? null }];
    });
  });
};
