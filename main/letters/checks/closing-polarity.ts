import { remember } from '../../../shared/remember.ts';
import { splitSentences } from '../../../shared/split-sentences.ts';
import { sentencesOf } from './facts-of.ts';

export type Polarity = 'necessary' | 'not-necessary';
export type Closing = { readonly sentence: string; readonly polarity: Polarity };

/** More rationales than any letter has. */
const RATIONALES = 200;

/** Sentences of the paragraph that follows the closing one of an opioid item (domain, section 4). */
const OPIOID_PARAGRAPH =
  /recommendation to (?:stop|discontinue)|tapering opioids|(?:addresses|is about) the medical necessity of (?:the )?opioids?\b|weaning and terminating|speak with (?:their|his|her) (?:treating )?(?:physician|provider)/iu;

/** Whether a sentence is one of that paragraph's. */
export const isOfOpioidParagraph = (sentence: string): boolean => OPIOID_PARAGRAPH.test(sentence);

/** A text before the paragraph that an opioid item ends with, and that paragraph; the text alone where it has none. */
export const partOpioidParagraph = (text: string): readonly string[] => {
  const begin = splitSentences(text).find((sentence) => isOfOpioidParagraph(sentence.text))?.start ?? 0;
  return begin === 0 ? [text] : [text.slice(0, begin), text.slice(begin)];
};

/**
 * The rationale without the paragraph that an opioid item ends with, which speaks of the MTUS and of other guidelines
 * too.
 */
export const withoutOpioidParagraph = (rationale: string): string =>
  sentencesOf(rationale)
    .filter((text) => !isOfOpioidParagraph(text))
    .join(' ');

const NEGATION = /\b(?:not|no longer|cannot|can't|isn't|wasn't|never|non|un|neither|nor)\b|n't\b/iu;
const MENTION = /\bmedical(?:ly)?[\s-]+(?:un)?necess(?:ary|ity)\b|\bmedically\s+unnecessary\b/giu;
const LACK =
  /\b(?:lacks?|lack of|no|without|fails? to (?:meet|establish|show|demonstrate|support)|insufficient (?:evidence|documentation) (?:of|for)|does not (?:meet|support|establish))\s+(?:\w+\s+){0,3}$/iu;
const SHOWN =
  /\b(?:established|demonstrated|supported|met|confirmed|substantiated|shown|documented|evident|clear|justified|apparent)\b/iu;
const WEAK =
  /\b(?:is|are|was|were|be|been)\s+(?:deemed\s+|considered\s+|therefore\s+|thus\s+)?(?<not>not\s+|non-?)?(?:\w+ly\s+)?(?:supported|indicated|warranted|appropriate|recommended|certified|approved|reasonable|necessary|justified|authorized)\b/giu;

/** From the last mark, or "and" before a verb, that begins a clause of its own. */
const lastClause = (text: string): string =>
  text.split(/[,;:]\s|\sand\s(?=(?:is|are|was|were|remains?)\b)/u).at(-1) ?? '';

/** `is (not) medically necessary`: denied by a negation earlier in its clause. */
const ofPredicate = (before: string, mention: string): Polarity =>
  /unnecess/iu.test(mention) !==
  (NEGATION.test(lastClause(before)) ||
    /\b(?:not|nor)[,\s]+(?:[^,;]{0,40},\s*)?$/iu.test(before.slice(-60)) ||
    /not-$/u.test(before))
    ? 'not-necessary'
    : 'necessary';

/** `The medical necessity of X has (not) been established`: decided by what is said of it afterwards. */
const ofSubject = (before: string, after: string): Polarity | null => {
  if (/\ba\s+$/iu.test(before)) return ofPredicate(before, 'necessary');
  if (LACK.test(before)) return 'not-necessary';
  const said = SHOWN.exec(after);
  return said === null
    ? null
    : NEGATION.test(after.slice(0, said.index + said[0].length))
      ? 'not-necessary'
      : 'necessary';
};

const polarityOf = (sentence: string): Polarity | null => {
  const mention = [...sentence.matchAll(MENTION)].at(-1);
  if (mention === undefined) return null;
  const [before, after] = [sentence.slice(0, mention.index), sentence.slice(mention.index + mention[0].length)];
  return /ity$/iu.test(mention[0]) ? ofSubject(before, after) : ofPredicate(before, mention[0]);
};

const weakPolarity = (sentence: string): Polarity | null => {
  const said = [...sentence.matchAll(WEAK)].at(-1);
  return said === undefined ? null : said.groups?.not === undefined ? 'necessary' : 'not-necessary';
};

/** From so many characters on, words in quotation marks are a guideline's and not the name of the request. */
const QUOTATION = 40;

const dropQuotation = (quoted: string): string =>
  quoted.length < QUOTATION || /original request|request for/iu.test(quoted) ? quoted : '';

/** The rationale without passages in quotation marks; straight marks are trusted only where they come in pairs. */
const withoutQuotations = (rationale: string): string => {
  const isPaired = (rationale.match(/"/gu) ?? []).length % 2 === 0;
  const curly = rationale.replace(/“[^“”]*”/gu, dropQuotation);
  return isPaired ? curly.replace(/"[^"]*"/gu, dropQuotation) : curly;
};

/**
 * What a rationale concludes of the treatment: its last sentence that says whether it is medically necessary, after
 * leaving out the opioid paragraph and quoted guideline text. Null where no sentence says so.
 */
export const findClosing: (rationale: string) => Closing | null = remember(RATIONALES, (rationale) => {
  const sentences = sentencesOf(withoutQuotations(rationale)).filter((text) => !isOfOpioidParagraph(text));
  for (const sentence of sentences.toReversed().slice(0, 4)) {
    const polarity = polarityOf(sentence);
    if (polarity !== null) return { sentence, polarity };
  }
  const last = sentences.at(-1) ?? '';
  const polarity = weakPolarity(last);
  return polarity === null ? null : { sentence: last, polarity };
});
