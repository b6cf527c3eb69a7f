export type Strength = { readonly steps: 0 | 1 | 2 | 3 | 4; readonly word: string };

const WORDS = ['too short', 'weak', 'fair', 'good', 'strong'] as const;

/** Characters that add nothing: the same one again, or the next or previous one of the alphabet (`aaaa`, `1234`). */
const surprising = (passphrase: string): number =>
  [...passphrase].filter((character, index, all) => {
    const step = (character.codePointAt(0) ?? 0) - (all[index - 1]?.codePointAt(0) ?? -9);
    return Math.abs(step) > 1;
  }).length;

const kinds = (passphrase: string): number =>
  [/\p{Ll}/u, /\p{Lu}/u, /\p{N}/u, /[^\p{L}\p{N}]/u].filter((kind) => kind.test(passphrase)).length;

/**
 * A hint, not a measure: length that is no run or repetition, and a little for mixing kinds of characters. The key is
 * stretched (scrypt), so four common words suffice for `strong`.
 */
export const strengthOf = (passphrase: string): Strength => {
  if (passphrase.length < 8) return { steps: 0, word: WORDS[0] };
  const score = surprising(passphrase) + kinds(passphrase) * 1.5;
  const steps = score < 9 ? 1 : score < 14 ? 2 : score < 20 ? 3 : 4;
  return { steps, word: WORDS[steps] };
};
