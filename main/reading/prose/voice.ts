import { upperFirst } from '../sentence-case.ts';

/** Who speaks of whom: one word for the person, and the pronoun where the sex is known. */
type Speaker = { readonly personWord: string; readonly pronoun?: 'he' | 'she' | null };

const PERSON =
  /\b(the|this) (?:patient|injured worker|applicant|claimant|employee|worker|IW|individual)(?!\s+(?:is|was)?\s*a (?:patient|claimant))\b/gi;

const inOneVoice = (text: string, { personWord, pronoun }: Speaker, isFirst: boolean): string => {
  const other = pronoun === 'he' ? /^she\b/i : /^he\b/i;
  const person = `the ${personWord}`;
  const named = text.replace(PERSON, (whole, article: string) =>
    /^[A-Z]/.test(whole) ? upperFirst(`${article.toLowerCase()} ${personWord}`) : `${article} ${personWord}`,
  );
  const aligned = pronoun === 'he' || pronoun === 'she' ? named.replace(other, upperFirst(pronoun)) : named;
  if (isFirst)
    return aligned.replace(/^(?:he|she)\b/i, upperFirst(person)).replace(/^(?:his|her)\b/i, upperFirst(`${person}'s`));
  const subject = pronoun === 'he' || pronoun === 'she' ? upperFirst(pronoun) : null;
  return subject === null
    ? aligned
    : aligned
        .replace(new RegExp(`^${person}(?!['’]s)\\b`, 'i'), subject)
        .replace(new RegExp(`^${person}['’]s\\b`, 'i'), pronoun === 'he' ? 'His' : 'Her');
};

/** How statements are spoken: the person by one word, then by the pronoun. */
export type Voice = (text: string) => string;

/** A voice for one summary: it names the person first, and then knows that it has. */
export const voiceOf = (style: Speaker): Voice => {
  let isFirst = true;
  return (text) => {
    const spoken = inOneVoice(text, style, isFirst);
    isFirst = isFirst && !spoken.toLowerCase().includes(style.personWord.toLowerCase());
    return spoken;
  };
};
