/** Past forms that no rule gives. */
// prettier-ignore
export const IRREGULAR_PAST: Readonly<Record<string, string>> = {
  is: 'was', are: 'were', has: 'had', have: 'had', does: 'did', do: 'did', can: 'could', will: 'would',
  cannot: 'could not', "isn't": 'was not', "doesn't": 'did not', "hasn't": 'had not', "aren't": 'were not',
  "don't": 'did not', "can't": 'could not', "won't": 'would not', may: 'might', bends: 'bent', begins: 'began',
  breaks: 'broke', brings: 'brought', comes: 'came', drives: 'drove', eats: 'ate', falls: 'fell', feels: 'felt',
  finds: 'found', fits: 'fit', gets: 'got', gives: 'gave', goes: 'went', holds: 'held', hurts: 'hurt', keeps: 'kept',
  knows: 'knew', leaves: 'left', lies: 'lay', loses: 'lost', makes: 'made', puts: 'put', rises: 'rose', runs: 'ran',
  says: 'said', sees: 'saw', sits: 'sat', sleeps: 'slept', speaks: 'spoke', spends: 'spent', stands: 'stood',
  takes: 'took', tells: 'told', thinks: 'thought', undergoes: 'underwent', understands: 'understood', wakes: 'woke',
  wears: 'wore', writes: 'wrote', begin: 'began', feel: 'felt', think: 'thought',
};

/** Past forms of verbs that are nouns as often (`tears`, `cuts`): only after what is plainly their subject. */
// prettier-ignore
export const IRREGULAR_AFTER_SUBJECT: Readonly<Record<string, string>> = {
  arises: 'arose', awakes: 'awoke', bears: 'bore', beats: 'beat', becomes: 'became', binds: 'bound', bites: 'bit',
  bleeds: 'bled', blows: 'blew', builds: 'built', buys: 'bought', catches: 'caught', chooses: 'chose', clings:
    'clung', costs: 'cost', cuts: 'cut', deals: 'dealt', digs: 'dug', draws: 'drew', drinks: 'drank', flies: 'flew',
  forgets: 'forgot', forgives: 'forgave', freezes: 'froze', grows: 'grew', hears: 'heard', hides: 'hid', hits:
    'hit', kneels: 'knelt', lays: 'laid', leads: 'led', lends: 'lent', lets: 'let', meets: 'met', overcomes:
    'overcame', pays: 'paid', quits: 'quit', reads: 'read', rides: 'rode', rings: 'rang', seeks: 'sought', sells:
    'sold', sends: 'sent', sets: 'set', shakes: 'shook', shines: 'shone', shrinks: 'shrank', shuts: 'shut', sinks:
    'sank', slides: 'slid', spins: 'spun', splits: 'split', springs: 'sprang', steals: 'stole', sticks: 'stuck',
  stings: 'stung', strikes: 'struck', strives: 'strove', swears: 'swore', sweeps: 'swept', swims: 'swam', swings:
    'swung', teaches: 'taught', tears: 'tore', throws: 'threw', upsets: 'upset', weeps: 'wept', wins: 'won', winds:
    'wound', withdraws: 'withdrew', withholds: 'withheld', shoots: 'shot', spreads: 'spread',
};

/** Plural verbs of findings, read as verbs after a plural noun. */
// prettier-ignore
export const PLURAL_VERBS: Readonly<Record<string, string>> = {
  make: 'made', move: 'moved', help: 'helped', remain: 'remained', radiate: 'radiated', cause: 'caused',
  increase: 'increased', decrease: 'decreased', improve: 'improved', worsen: 'worsened', appear: 'appeared',
  show: 'showed', keep: 'kept', give: 'gave', take: 'took', continue: 'continued', persist: 'persisted',
  measure: 'measured', come: 'came', go: 'went', limit: 'limited', bring: 'brought', reveal: 'revealed',
  demonstrate: 'demonstrated', seem: 'seemed', need: 'needed',
};

/** Verbs of notes whose -s form is read as a verb wherever no article or adjective stands before it. */
// prettier-ignore
export const NOTE_VERBS: ReadonlySet<string> = new Set([
  'admits', 'aggravates', 'alleviates', 'allows', 'ambulates', 'appears', 'asks', 'attends', 'awakens', 'believes',
  'causes', 'complains', 'comprises', 'consists', 'contains', 'continues', 'correlates', 'declines', 'decreases',
  'demonstrates', 'denies', 'describes', 'desires', 'develops', 'elicits', 'endorses', 'exacerbates', 'exhibits',
  'expresses', 'extends', 'fluctuates', 'follows', 'helps', 'improves', 'includes', 'increases', 'indicates',
  'inhibits', 'involves', 'lacks', 'lasts', 'lifts', 'limits', 'looks', 'measures', 'moves', 'needs', 'notes',
  'notices', 'occurs', 'packs', 'performs', 'persists', 'prefers', 'presents', 'provides', 'radiates', 'rates',
  'receives', 'recalls', 'refuses', 'relates', 'relieves', 'remains', 'reports', 'requests', 'requires', 'resolves',
  'responds', 'returns', 'reveals', 'seems', 'shoots', 'shows', 'smokes', 'spreads', 'starts', 'states', 'stays',
  'stops', 'suffers', 'suggests', 'takes', 'tolerates', 'travels', 'tries', 'uses', 'utilizes', 'varies', 'walks',
  'wants', 'weighs', 'wishes', 'works', 'worsens',
]);

/** Also nouns: verbs only after what is plainly their subject. */
// prettier-ignore
export const VERBS_OR_NOUNS: ReadonlySet<string> = new Set([
  'falls', 'runs', 'breaks', 'drives', 'stands', 'leaves', 'lies', 'rates', 'walks', 'lifts', 'moves', 'works',
  'notes', 'needs', 'requests', 'returns', 'measures', 'increases', 'decreases', 'limits', 'causes', 'uses',
  'reports', 'states', 'holds',
]);

/** Auxiliaries are plain wherever they stand, unless a modal or "to" asks for the bare form. */
// prettier-ignore
export const AUXILIARIES: ReadonlySet<string> = new Set([
  'is', 'are', 'has', 'does', 'can', 'cannot', 'will', "isn't", "doesn't", "hasn't", "aren't", "don't", "can't",
  "won't",
]);

/** Words after which a form that may also be a noun is read as a verb. */
// prettier-ignore
export const BEFORE_A_VERB: ReadonlySet<string> = new Set([
  'he', 'she', 'it', 'who', 'which', 'that', 'patient', 'applicant', 'claimant', 'worker', 'provider', 'physician',
  'and', 'but', 'then', 'also', 'still', 'now', 'currently', 'occasionally', 'sometimes', 'often', 'usually', 'only',
  'again', 'otherwise', 'pain', 'tightness', 'numbness', 'symptoms', 'medication',
]);

/** Words after which a form in -s is read as a noun. */
// prettier-ignore
export const BEFORE_A_NOUN: ReadonlySet<string> = new Set([
  'a', 'an', 'the', 'of', 'his', 'her', 'their', 'its', 'my', 'these', 'those', 'no', 'with', 'in', 'medical',
  'progress', 'several', 'all', 'two', 'three', 'four', 'five', 'six', 'daily', 'physical', 'laboratory', 'exam',
  'clinical', 'united', 'heart', 'for', 'to', 'by', 'on',
]);
