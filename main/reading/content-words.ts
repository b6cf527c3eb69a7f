/** Words that any sentence may hold, whatever it is about. */
const COMMON = new Set(
  `a about after again all also an and any are as at be because been before being but by can could did do does during
  each either for from further given had has have he her hers him his i if in into is it its may more most no nor not
  now of off on once only or other out over own patient reported same she should so some stated such than that the
  their them then there these they this those through to under until up upon very was we were what when where which
  while who will with within without would worker injured applicant claimant`.split(/\s+/),
);

/** Inflections of a word begin alike: denies and denied, spasm and spasms. */
const STEM = 5;

const wordsOf = (text: string): string[] =>
  (text.toLowerCase().match(/[\p{L}\p{N}]+(?:[./'’-][\p{L}\p{N}]+)*/gu) ?? []).map((word) =>
    /^\p{L}+$/u.test(word) ? word.slice(0, STEM) : word,
  );
const COMMON_STEMS = new Set([...COMMON].flatMap(wordsOf));

/** Whether any sentence may hold this word, whatever it is about. */
export const isCommonWord = (word: string): boolean => wordsOf(word).every((stem) => COMMON_STEMS.has(stem));

/**
 * The words of a text that tell what it is about, in small letters and without their endings; numbers and dates among
 * them. Of a text that has none, all its words.
 */
export const contentWords = (text: string): ReadonlySet<string> => {
  const all = wordsOf(text);
  const telling = all.filter((word) => !COMMON_STEMS.has(word));
  return new Set(telling.length > 0 ? telling : all);
};
