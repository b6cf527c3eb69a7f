import { lowerFirst, upperFirst, withFullStop } from '../sentence-case.ts';
import { isSentence } from './is-sentence.ts';
import type { Pronoun } from './third-person.ts';

/** Says nothing of work anywhere but under its heading. */
const SAME = /^(?:same|unchanged|no change|as before|continue same|per previous)\W*$/i;

const STATUSES: readonly (readonly [RegExp, string])[] = [
  [/^(?:remain(?:s)? )?off[- ](?:of )?work/i, 'was off work'],
  [
    /^(?:(?:he|she|the patient) )?(?:may |is to |to |can |could |might )?return(?:ed)? to (?:full|regular|usual)(?: and customary)? (?:duty|work)/i,
    'was returned to full duty',
  ],
  [/^(?:full|regular) (?:duty|work)/i, 'was on full duty'],
  [/^(?:(?:currently|presently|still) )?not (?:currently )?working/i, 'was not working'],
  [/^(?:(?:currently|presently|still) )?working (?:full|regular) (?:duty|time)/i, 'was working full duty'],
  [
    /^(?:(?:currently|presently|still) )?working (?:modified|light|restricted) (?:duty|work)/i,
    'was working modified duty',
  ],
  [/^(?:unable to work|no work|cannot work)\b/i, 'was unable to work'],
  [SAME, 'had the same work status'],
  [/^P\s?&\s?S\b/i, 'was permanent and stationary'],
  [/^MMI\b|^at MMI\b/i, 'was at maximum medical improvement'],
  [
    /^(?:(?:he|she|the patient) )?(?:may |is to |to |can |could |might )?return(?:ed)? to modified (?:duty|work)/i,
    'was returned to modified work',
  ],
  [/^(?:modified|light|restricted|limited|sedentary) (?:duty|work)/i, 'was placed on modified work'],
  [
    /^(?:(?:on )?temporar(?:y|ily) )?total(?:ly)? (?:temporary )?disab(?:led|ility)|^TTD\b/i,
    'was temporarily totally disabled',
  ],
];
const MARK = /^(?:\[\s?[xX✓]\s?\]|\(\s?[xX]\s?\)|[☒☑✓✔]|X\s(?=[A-Z]))\s*/;
const FOLLOWING =
  /\s*(?:with|under)?\s*(?:the )?(?:following|these)?\s*(?:limitations or )?restrictions?\s*:?\s*$|\s*with the following limitations or restrictions.*$/i;

/** Whether the words set a limit to what may be done at work. */
export const isRestriction = (text: string): boolean =>
  /^(?:no\b|must\b|limit|lifting|avoid|may\b|not\b|sit|stand|bench|change|alternat|up to|maximum|wear|seated|if\b)/i.test(
    text,
  );
const statusOf = (text: string): { readonly words: string; readonly rest: string } | null => {
  for (const [pattern, words] of STATUSES) {
    const match = pattern.exec(text);
    if (match !== null) return { words, rest: text.slice(match[0].length) };
  }
  return null;
};

/** Whether the words put a person on or off work. */
export const isWorkStatus = (text: string): boolean => !SAME.test(text) && statusOf(text.replace(MARK, '')) !== null;

/**
 * The parts of a work status section that say something: marks and labels stripped, questions and unmarked choices left
 * out.
 */
export const workParts = <T extends { readonly text: string }>(
  units: readonly T[],
): (T & { readonly text: string })[] =>
  units
    .map((unit) => ({
      ...unit,
      text: unit.text
        .replace(MARK, '')
        .replace(/^(?:(?:work|disability) )?(?:status|restrictions?|specify restrictions?)\s*[:\s]\s*(?=[A-Za-z])/i, '')
        .trim(),
    }))
    .filter(
      ({ text }) =>
        text.length > 3 && !/\?|_{3,}|^is the patient|^if "?no"?|\[\s\]|^(?:yes|no)\b\W*$|^date\b|^see /i.test(text),
    );

const sentenceOf = (first: string, restrictions: readonly string[]): string => {
  const added = restrictions.length === 0 ? '' : `: ${restrictions.join(', ')}`;
  if (isSentence(first) && !/^no\b/i.test(first)) return `${upperFirst(first)}${added}`;
  if (isRestriction(first)) return `The work restrictions were ${[lowerFirst(first), ...restrictions].join(', ')}`;
  return first.split(' ').length > MOST_WORDS || /:/.test(first) ? '' : `The work status was ${lowerFirst(first)}`;
};

/** A status of more words than this that no rule knows is something else. */
const MOST_WORDS = 12;

/**
 * One sentence for a work status with its restrictions: `He was placed on modified work: no lifting over 10 pounds.`
 * Empty where the parts tell none.
 */
export const workStatement = (parts: readonly string[], pronoun: Pronoun): string => {
  const who = pronoun === null ? 'The patient' : upperFirst(pronoun);
  const bare = parts.map((part) => part.replace(/[\s.;,]+$/, ''));
  const known = bare.findIndex((part) => statusOf(part) !== null);
  const [first = '', ...others] = known > 0 ? [...bare.slice(known), ...bare.slice(0, known)] : bare;
  const found = statusOf(first);
  // "Modified work was limited to 10 pounds" is a sentence already.
  const status = found !== null && /^\s+(?:was|were)\b/.test(found.rest) ? null : found;
  const restrictions = others.filter(isRestriction).map(lowerFirst);
  if (status === null) return withFullStop(sentenceOf(first, restrictions));
  const rest = status.rest
    .replace(FOLLOWING, '')
    .replace(/\s*:\s*$/, '')
    .replace(/\b(until|on|from|through):\s*/i, '$1 ');
  return withFullStop(
    `${who} ${status.words}${rest}${restrictions.length === 0 ? '' : `${/:/.test(rest) ? '; ' : ': '}${restrictions.join(', ')}`}`,
  );
};
