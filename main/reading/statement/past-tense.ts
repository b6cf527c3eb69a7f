const IRREGULAR: Readonly<Record<string, string>> = {
  is: 'was',
  are: 'were',
  has: 'had',
  have: 'had',
  does: 'did',
  do: 'did',
  can: 'could',
  will: 'would',
  cannot: 'could not',
  "isn't": 'was not',
  "doesn't": 'did not',
  "hasn't": 'had not',
  "aren't": 'were not',
  "don't": 'did not',
  "can't": 'could not',
  "won't": 'would not',
  may: 'might',
  bends: 'bent',
  begins: 'began',
  breaks: 'broke',
  brings: 'brought',
  comes: 'came',
  drives: 'drove',
  eats: 'ate',
  falls: 'fell',
  feels: 'felt',
  finds: 'found',
  fits: 'fit',
  gets: 'got',
  gives: 'gave',
  goes: 'went',
  holds: 'held',
  hurts: 'hurt',
  keeps: 'kept',
  knows: 'knew',
  leaves: 'left',
  lies: 'lay',
  loses: 'lost',
  makes: 'made',
  puts: 'put',
  rises: 'rose',
  runs: 'ran',
  says: 'said',
  sees: 'saw',
  sits: 'sat',
  sleeps: 'slept',
  speaks: 'spoke',
  spends: 'spent',
  stands: 'stood',
  takes: 'took',
  tells: 'told',
  thinks: 'thought',
  undergoes: 'underwent',
  understands: 'understood',
  wakes: 'woke',
  wears: 'wore',
  writes: 'wrote',
  begin: 'began',
  feel: 'felt',
  think: 'thought',
};

/** Verbs of notes whose -s form is read as a verb wherever no article or adjective stands before it. */
const VERBS = new Set([
  'admits',
  'aggravates',
  'alleviates',
  'allows',
  'ambulates',
  'appears',
  'asks',
  'attends',
  'awakens',
  'believes',
  'causes',
  'complains',
  'comprises',
  'consists',
  'contains',
  'continues',
  'correlates',
  'declines',
  'decreases',
  'demonstrates',
  'denies',
  'describes',
  'desires',
  'develops',
  'elicits',
  'endorses',
  'exacerbates',
  'exhibits',
  'expresses',
  'extends',
  'fluctuates',
  'follows',
  'helps',
  'improves',
  'includes',
  'increases',
  'indicates',
  'inhibits',
  'involves',
  'lacks',
  'lasts',
  'lifts',
  'limits',
  'looks',
  'measures',
  'moves',
  'needs',
  'notes',
  'notices',
  'occurs',
  'packs',
  'performs',
  'persists',
  'prefers',
  'presents',
  'provides',
  'radiates',
  'rates',
  'receives',
  'recalls',
  'refuses',
  'relates',
  'relieves',
  'remains',
  'reports',
  'requests',
  'requires',
  'resolves',
  'responds',
  'returns',
  'reveals',
  'seems',
  'shoots',
  'shows',
  'smokes',
  'spreads',
  'starts',
  'states',
  'stays',
  'stops',
  'suffers',
  'suggests',
  'takes',
  'tolerates',
  'travels',
  'tries',
  'uses',
  'utilizes',
  'varies',
  'walks',
  'wants',
  'weighs',
  'wishes',
  'works',
  'worsens',
]);
const SUBJECT = new Set([
  'he',
  'she',
  'it',
  'who',
  'which',
  'that',
  'patient',
  'applicant',
  'claimant',
  'worker',
  'provider',
  'physician',
  'and',
  'but',
  'then',
  'also',
  'still',
  'now',
  'currently',
  'occasionally',
  'sometimes',
  'often',
  'usually',
  'only',
  'again',
  'otherwise',
  'pain',
  'tightness',
  'numbness',
  'symptoms',
  'medication',
]);
const NOUN_BEFORE = new Set([
  'a',
  'an',
  'the',
  'of',
  'his',
  'her',
  'their',
  'its',
  'my',
  'these',
  'those',
  'no',
  'with',
  'in',
  'medical',
  'progress',
  'several',
  'all',
  'two',
  'three',
  'four',
  'five',
  'six',
  'daily',
  'physical',
  'laboratory',
  'exam',
  'clinical',
  'united',
  'heart',
  'for',
  'to',
  'by',
  'on',
]);
/** Also nouns: verbs only after what is plainly their subject. */
const AMBIGUOUS = new Set([
  'falls',
  'runs',
  'breaks',
  'drives',
  'stands',
  'leaves',
  'lies',
  'rates',
  'walks',
  'lifts',
  'moves',
  'works',
  'notes',
  'needs',
  'requests',
  'returns',
  'measures',
  'increases',
  'decreases',
  'limits',
  'causes',
  'uses',
  'reports',
  'states',
  'holds',
]);
/** Plural verbs of findings, read as verbs after a plural noun. */
const PLURAL_VERBS: Readonly<Record<string, string>> = {
  make: 'made',
  move: 'moved',
  help: 'helped',
  remain: 'remained',
  radiate: 'radiated',
  cause: 'caused',
  increase: 'increased',
  decrease: 'decreased',
  improve: 'improved',
  worsen: 'worsened',
  appear: 'appeared',
  show: 'showed',
  keep: 'kept',
  give: 'gave',
  take: 'took',
  continue: 'continued',
  persist: 'persisted',
  measure: 'measured',
  come: 'came',
  go: 'went',
  limit: 'limited',
  bring: 'brought',
  reveal: 'revealed',
  demonstrate: 'demonstrated',
  seem: 'seemed',
  need: 'needed',
};
const BARE_BEFORE = new Set([
  'to',
  'could',
  'would',
  'should',
  'might',
  'must',
  'may',
  'can',
  'will',
  'not',
  'did',
  'does',
  'do',
  "didn't",
  "doesn't",
  'shall',
]);

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

/** Auxiliaries are plain wherever they stand, unless a modal or "to" asks for the bare form. */
const AUXILIARY = new Set([
  'is',
  'are',
  'has',
  'does',
  'can',
  'cannot',
  'will',
  "isn't",
  "doesn't",
  "hasn't",
  "aren't",
  "don't",
  "can't",
  "won't",
]);
const BARE = new Set(['have', 'do', 'may', 'feel', 'begin', 'think']);

const isVerbHere = (word: string, before: string): boolean => {
  if (AUXILIARY.has(word)) return true;
  if (BARE.has(word)) return !BARE_BEFORE.has(before) && before !== '' && (word !== 'may' || SUBJECT.has(before));
  if (AMBIGUOUS.has(word))
    return (
      SUBJECT.has(before) ||
      (before === '' && VERBS.has(word)) ||
      /(?:ly|ing|log|therapy|exam|study|test|rest|work|heat|ice|medication|spine|leg|back|neck|arm|shoulder|knee|elbow|wrist|hip|ankle|foot|hand|pain)$/.test(
        before,
      )
    );
  if (/^(?:show|reveal|demonstrate|radiate|appear)$/.test(word) && before === 'and') return true;
  if (PLURAL_VERBS[word] !== undefined)
    return /[^s]s$/.test(before) && !/^(?:was|is|his|this|has|does|as|its|yes|us)$/.test(before);
  if (IRREGULAR[word] !== undefined || VERBS.has(word)) return before === '' || !NOUN_BEFORE.has(before);
  return (
    /^(?:he|she|who|it|provider)$/.test(before) &&
    /[a-z]{2,}s$/.test(word) &&
    !/(?:ss|us|ous|always|perhaps|sometimes|was|this|his|its|as)$/.test(word)
  );
};

const pastOf = (word: string): string => IRREGULAR[word] ?? PLURAL_VERBS[word] ?? regularPast(word);

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
