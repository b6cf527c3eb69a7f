import { remember } from '../../../shared/remember.ts';
import { isDrugName } from '../sentence-case.ts';
import { REGULAR_VERBS } from './regular-verbs.ts';
import {
  IRREGULAR_AFTER_SUBJECT,
  VERBS_OR_NOUNS,
  AUXILIARIES,
  IRREGULAR_PAST,
  BEFORE_A_NOUN,
  PLURAL_VERBS,
  BEFORE_A_VERB,
  NOTE_VERBS,
} from './verb-words.ts';

/** Verbs that double their last letter. */
const DOUBLED =
  /^(?:stop|drop|slip|step|plan|rub|hop|grip|nod|grab|chat|jog|trip|snap|skip|tap|wrap|admit|occur|refer|prefer|regret|permit|omit|submit|commit|defer|recur|transfer|incur|control|compel|throb|flip|pop|zip|swap|beg|stir|strap|scan|squat|pat)$/;

const regularPast = (verb: string): string => {
  const stem = /(?:ss|sh|ch|x|z|o)es$/.test(verb)
    ? verb.slice(0, -2)
    : /ies$/.test(verb)
      ? `${verb.slice(0, -3)}y`
      : verb.slice(0, -1);
  if (/[^aeiou]y$/.test(stem)) return `${stem.slice(0, -1)}ied`;
  if (stem.endsWith('e')) return `${stem}d`;
  return DOUBLED.test(stem) ? `${stem}${stem.slice(-1)}ed` : `${stem}ed`;
};

const likeCase = (original: string, word: string): string =>
  /^[A-Z]/.test(original) ? word.charAt(0).toUpperCase() + word.slice(1) : word;

/** The bare forms that a word in -s may be of: `tries` of `try`, `passes` of `pass`, `uses` of `use`. */
const basesOf = (word: string): string[] => [
  word.slice(0, -1),
  ...(word.endsWith('es') ? [word.slice(0, -2)] : []),
  ...(word.endsWith('ies') ? [`${word.slice(0, -3)}y`] : []),
];
const isKnownVerb = (word: string): boolean =>
  IRREGULAR_AFTER_SUBJECT[word] !== undefined || basesOf(word).some((base) => REGULAR_VERBS.has(base));

const BARE = new Set(['have', 'do', 'may', 'feel', 'begin', 'think']);

const isVerbHere = (word: string, before: string): boolean => {
  // The empty can is a test.
  if (AUXILIARIES.has(word)) return !(word === 'can' && /^(?:empty|full|the|a)$/.test(before));
  if (BARE.has(word)) return BEFORE_A_VERB.has(before) || (word !== 'may' && SUBJECTS.test(before));
  if (VERBS_OR_NOUNS.has(word))
    return (
      BEFORE_A_VERB.has(before) ||
      isDrugName(before) ||
      (before === '' && NOTE_VERBS.has(word)) ||
      /(?:ly|ing|log|therapy|exam|study|test|rest|work|heat|ice|medication|spine|leg|back|neck|arm|shoulder|knee|elbow|wrist|hip|ankle|foot|hand|pain)$/.test(
        before,
      )
    );
  if (/^(?:show|reveal|demonstrate|radiate|appear)$/.test(word) && before === 'and') return true;
  if (PLURAL_VERBS[word] !== undefined)
    return /[^s]s$/.test(before) && !/^(?:was|is|his|this|has|does|as|its|yes|us)$/.test(before);
  if (IRREGULAR_PAST[word] !== undefined || NOTE_VERBS.has(word)) return before === '' || !BEFORE_A_NOUN.has(before);
  return /^(?:he|she|who|it|provider)$/.test(before) && /[a-z]{2,}s$/.test(word) && isKnownVerb(word);
};

/** Words that a plural verb may follow, besides those of {@link BEFORE_A_VERB}. */
const SUBJECTS = /^(?:i|we|they|you)$|^(?!(?:does|has|his|this|is|was|as|its|yes|perhaps|sometimes|always)$).*[^su]s$/;

/** The past tense of a verb as it stands after `he` or in the plural; for other words without meaning. */
export const pastOf = (word: string): string =>
  IRREGULAR_PAST[word] ?? PLURAL_VERBS[word] ?? IRREGULAR_AFTER_SUBJECT[word] ?? regularPast(word);

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

const turn = (text: string): string =>
  text
    .split(/("[^"]*"|“[^”]*”)/)
    .map((part, index) => (index % 2 === 0 ? inPast(part) : part))
    .join('');

const REMEMBERED = 32;

/** The text with its present tense turned into the past, quoted words left as they are. */
export const toPastTense = remember(REMEMBERED, turn);

const LEFT_OVER = /\b(?:he|she|who|it|provider)\s+([a-z]{3,}s)\b/g;
const NO_VERB =
  /(?:ss|us)$|^(?:was|this|his|its|always|perhaps|sometimes|nevertheless|besides|afterwards|towards|nowadays|less|does|has|says)$/;

/** Whether a word stands where a verb belongs and was not turned, because nobody knows it for a verb. */
export const hasStrangeVerb = (text: string): boolean =>
  [...text.toLowerCase().matchAll(LEFT_OVER)].some(([, word = '']) => !NO_VERB.test(word));
