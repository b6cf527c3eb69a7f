import {
  VERBS_OR_NOUNS,
  AUXILIARIES,
  BEFORE_A_BARE_VERB,
  IRREGULAR_PAST,
  BEFORE_A_NOUN,
  PLURAL_VERBS,
  BEFORE_A_VERB,
  NOTE_VERBS,
} from './verb-words.ts';

const regularPast = (verb: string): string => {
  const stem = /(?:ss|sh|ch|x|z|o)es$/.test(verb)
    ? verb.slice(0, -2)
    : /ies$/.test(verb)
      ? `${verb.slice(0, -3)}y`
      : verb.slice(0, -1);
  if (/[^aeiou]y$/.test(stem)) return `${stem.slice(0, -1)}ied`;
  if (stem.endsWith('e')) return `${stem}d`;
  return /^(?:stop|drop|slip|step|plan|rub|limit)$/.test(stem) && stem !== 'limit'
    ? `${stem}${stem.slice(-1)}ed`
    : `${stem}ed`;
};

const likeCase = (original: string, word: string): string =>
  /^[A-Z]/.test(original) ? word.charAt(0).toUpperCase() + word.slice(1) : word;

const BARE = new Set(['have', 'do', 'may', 'feel', 'begin', 'think']);

const isVerbHere = (word: string, before: string): boolean => {
  if (AUXILIARIES.has(word)) return true;
  if (BARE.has(word))
    return !BEFORE_A_BARE_VERB.has(before) && before !== '' && (word !== 'may' || BEFORE_A_VERB.has(before));
  if (VERBS_OR_NOUNS.has(word))
    return (
      BEFORE_A_VERB.has(before) ||
      (before === '' && NOTE_VERBS.has(word)) ||
      /(?:ly|ing|log|therapy|exam|study|test|rest|work|heat|ice|medication|spine|leg|back|neck|arm|shoulder|knee|elbow|wrist|hip|ankle|foot|hand|pain)$/.test(
        before,
      )
    );
  if (/^(?:show|reveal|demonstrate|radiate|appear)$/.test(word) && before === 'and') return true;
  if (PLURAL_VERBS[word] !== undefined)
    return /[^s]s$/.test(before) && !/^(?:was|is|his|this|has|does|as|its|yes|us)$/.test(before);
  if (IRREGULAR_PAST[word] !== undefined || NOTE_VERBS.has(word)) return before === '' || !BEFORE_A_NOUN.has(before);
  return (
    /^(?:he|she|who|it|provider)$/.test(before) &&
    /[a-z]{2,}s$/.test(word) &&
    !/(?:ss|us|ous|always|perhaps|sometimes|was|this|his|its|as)$/.test(word)
  );
};

const pastOf = (word: string): string => IRREGULAR_PAST[word] ?? PLURAL_VERBS[word] ?? regularPast(word);

/** What a person may do by leave of the physician. */
const ALLOWED = /^ (?:return|keep|take|continue|work|use|resume|drive|lift|stop|start|perform|shower|bear|go)\b/;

const inPast = (clause: string): string => {
  let before = '';
  return clause.replace(/[A-Za-z]+(?:['’][a-z]+)?/g, (original, at: number) => {
    const word = original.toLowerCase().replace('’', "'");
    const isAllowed =
      word === 'may' && /^(?:he|she|patient)$/.test(before) && ALLOWED.test(clause.slice(at + original.length));
    const changed = isAllowed
      ? 'was allowed to'
      : isVerbHere(word, before)
        ? likeCase(original, pastOf(word))
        : original;
    before = word;
    return changed;
  });
};

/** The text with its present tense turned into the past, quoted words left as they are. */
export const toPastTense = (text: string): string =>
  text
    .split(/("[^"]*"|“[^”]*”)/)
    .map((part, index) => (index % 2 === 0 ? inPast(part) : part))
    .join('');

/** Whether the text holds a verb in the present: turning the tense changes it. */
export const isInPresent = (text: string): boolean => toPastTense(text) !== text;
