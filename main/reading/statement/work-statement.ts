import { lowerFirst, upperFirst, withFullStop } from '../sentence-case.ts';
import { isSentence } from './complete-sentence.ts';
import type { Pronoun } from './third-person.ts';

const STATUSES: readonly (readonly [RegExp, string])[] = [
  [/^(?:remain(?:s)? )?off[- ](?:of )?work/i, 'was off work'],
  [/^(?:(?:he|she|the patient) )?(?:may |is to |to |can |could |might )?return(?:ed)? to (?:full|regular|usual)(?: and customary)? (?:duty|work)/i, 'was returned to full duty'],
  [/^(?:full|regular) (?:duty|work)/i, 'was on full duty'],
  [/^(?:(?:he|she|the patient) )?(?:may |is to |to |can |could |might )?return(?:ed)? to modified (?:duty|work)/i, 'was returned to modified work'],
  [/^(?:modified|light|restricted|limited|sedentary) (?:duty|work)/i, 'was placed on modified work'],
  [/^(?:temporar(?:y|ily) )?total(?:ly)? (?:temporary )?disab(?:led|ility)|^TTD\b/i, 'was temporarily totally disabled'],
];
const MARK = /^(?:\[\s?[xX✓]\s?\]|\(\s?[xX]\s?\)|[☒☑✓✔]|X\s(?=[A-Z]))\s*/;
const FOLLOWING = /\s*(?:with|under)?\s*(?:the )?(?:following|these)?\s*(?:limitations or )?restrictions?\s*:?\s*$|\s*with the following limitations or restrictions.*$/i;

const isRestriction = (text: string): boolean => /^(?:no\b|must\b|limit|lifting|avoid|may\b|not\b|sit|stand|bench|change|alternat|up to|maximum|wear|seated|if\b)/i.test(text);
const statusOf = (text: string): { readonly words: string; readonly rest: string } | null => {
  for (const [pattern, words] of STATUSES) {
    const match = pattern.exec(text);
    if (match !== null) return { words, rest: text.slice(match[0].length) };
  }
  return null;
};

/** The parts of a work status section that say something: marks and labels stripped, questions and unmarked choices left out. */
export const workParts = <T extends { readonly text: string }>(units: readonly T[]): (T & { readonly text: string })[] =>
  units
    .map((unit) => ({ ...unit, text: unit.text.replace(MARK, '').replace(/^(?:(?:work|disability) )?(?:status|restrictions?|specify restrictions?)\s*[:\s]\s*(?=[A-Za-z])/i, '').trim() }))
    .filter(({ text }) => text.length > 3 && !/\?|_{3,}|^is the patient|^if "?no"?|\[\s\]|^(?:yes|no)\b\W*$|^date\b|^see /i.test(text));

/** One sentence for a work status with its restrictions: `He was placed on modified work: no lifting over 10 pounds.` */
export const workStatement = (parts: readonly string[], pronoun: Pronoun): string => {
  const who = pronoun === null ? 'The patient' : upperFirst(pronoun);
  const [first = '', ...others] = parts.map((part) => part.replace(/[\s.;,]+$/, ''));
  const found = statusOf(first);
  // "Modified work was limited to 10 pounds" is a sentence already.
  const status = found !== null && /^\s+(?:was|were)\b/.test(found.rest) ? null : found;
  const restrictions = (status === null && isRestriction(first) ? [first, ...others] : others).filter(isRestriction).map(lowerFirst);
  const added = restrictions.length === 0 ? '' : `: ${restrictions.join(', ')}`;
  if (status === null && isSentence(first) && !/^no\b/i.test(first)) return withFullStop(`${upperFirst(first)}${added}`);
  if (status === null && restrictions.length > 0) return withFullStop(`The work restrictions were ${restrictions.join(', ')}`);
  if (status === null) return withFullStop(`The work status was ${lowerFirst(first)}`);
  const rest = status.rest.replace(FOLLOWING, '').replace(/\s*:\s*$/, '');
  return withFullStop(`${who} ${status.words}${rest}${restrictions.length === 0 ? '' : `${/:/.test(rest) ? '; ' : ': '}${restrictions.join(', ')}`}`);
};
