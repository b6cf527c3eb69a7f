/** The last word of what is examined: of these it may be said that they were so or so. */
// prettier-ignore
const EXAMINED = [
  'gait', 'stance', 'posture', 'reflex', 'reflexes', 'strength', 'sensation', 'motion', 'movement', 'flexion',
  'extension', 'abduction', 'adduction', 'rotation', 'bending', 'deviation', 'dorsiflexion', 'plantarflexion',
  'pronation', 'supination', 'inversion', 'eversion', 'raise', 'raises', 'raising', 'test', 'tests', 'testing', 'sign', 'signs',
  'exam', 'examination', 'palpation', 'tone', 'bulk', 'pulse', 'pulses', 'refill', 'alignment', 'lordosis', 'kyphosis',
  'curvature', 'curve', 'grip', 'grasp', 'pinch', 'coordination', 'balance', 'motor', 'sensory', 'skin', 'wound', 'incision',
  'scar', 'scars', 'compression', 'distraction', 'grind', 'maneuver', 'arc', 'drawer', 'jerk', 'jerks', 'mobility',
  'power', 'function', 'squat', 'check', 'status', 'muscles', 'paraspinals', 'ligaments', 'tendon', 'tendons',
  'joint', 'joints', 'segment', 'segments', 'circumference', 'temperature', 'color', 'stability', 'apprehension',
  'heels', 'toes', 'PIP', 'DIP', 'MCP', 'IP', 'SLR', 'ROM', 'score', 'index', 'tinetti', 'walk', 'hop', 'lift', 'press',
];
/** Tests and signs by the name of who described them, and others that go by a name alone. */
// prettier-ignore
const NAMED_TESTS = [
  'neer', 'neers', 'hawkins', 'hawkins-kennedy', 'mcmurray', 'mcmurrays', 'lachman', 'lachmans', 'spurling',
  'spurlings', 'tinel', 'tinels', 'phalen', 'phalens', 'finkelstein', 'finkelsteins', 'faber', 'fabers', 'fadir',
  'patrick', 'patricks', 'kemp', 'kemps', 'lasegue', 'lasegues', 'waddell', 'waddells', 'speed', 'speeds', 'yergason',
  'yergasons', "o'brien", 'obrien', 'apley', 'apleys', 'hoffmann', 'hoffmanns', 'babinski', 'romberg', 'jobe', 'jobes',
  'slump', 'gaenslen', 'gaenslens', 'thompson', 'cozen', 'cozens', 'mill', 'mills', 'adson', 'roos', 'durkan',
  'durkans', 'allen', 'clonus', 'trendelenburg', 'ober', 'obers', 'thomas', 'bowstring', 'milgram', 'valsalva',
  'crossover', 'lift-off', 'pivot', 'shift', 'can', 'arm', 'homan', 'homans', 'froment', 'watson', 'grind',
  'braggard', 'braggards', 'ely', 'elys', 'bragard',
];
/** What is found there or is not: of these it is said that there was some. */
// prettier-ignore
const FOUND = [
  'tenderness', 'spasm', 'spasms', 'pain', 'swelling', 'weakness', 'gait', 'edema', 'guarding', 'atrophy', 'crepitus',
  'crepitation', 'hypertonicity', 'loss', 'limp', 'deformity', 'scar', 'scars', 'effusion', 'instability', 'tightness', 'point',
  'points', 'deficit', 'deficits', 'limitation', 'limitations', 'lesion', 'lesions', 'stiffness', 'discomfort', 'numbness',
  'tingling', 'erythema', 'bruising', 'ecchymosis', 'warmth', 'incision', 'wound', 'laxity', 'clicking', 'popping',
  'catching', 'locking', 'paresthesia', 'paresthesias', 'hypesthesia', 'hypoesthesia', 'dysesthesia', 'redness', 'arc', 'winging', 'subluxation',
  'contracture', 'trigger', 'radiation', 'change', 'changes', 'improvement', 'fullness', 'mass', 'nodule', 'nodules',
  'restriction', 'sensation', 'strength', 'motion', 'flexion', 'extension', 'abduction', 'rotation', 'reflex',
  'reflexes', 'pulse', 'pulses', 'mobility', 'grip', 'tone', 'lordosis', 'kyphosis', 'fracture', 'dislocation',
  'distress', 'evidence', 'signs', 'sign', 'findings', 'clonus', 'guard', 'drainage', 'infection', 'symptoms',
  'complaints', 'involvement', 'asymmetry', 'abnormality', 'abnormalities', 'giveaway', 'triggering', 'hypersensitivity',
  'allodynia', 'tremor', 'rash', 'laceration', 'abrasion', 'abrasions', 'burn', 'burns', 'ulcer', 'fasciculations', 'hernia', 'muscles', 'paraspinals',
];
/** What may be said of something examined. */
// prettier-ignore
const STATES = [
  'normal', 'intact', 'negative', 'positive', 'equivocal', 'limited', 'restricted', 'decreased', 'reduced', 'diminished',
  'full', 'tender', 'antalgic', 'symmetric', 'symmetrical', 'equal', 'absent', 'present', 'unremarkable', 'abnormal',
  'painful', 'stable', 'slow', 'even', 'unchanged', 'increased', 'hypertonic', 'straight', 'tight', 'flattened', 'flat',
  'brisk', 'trace', 'weak', 'strong', 'good', 'fair', 'poor', 'guarded', 'wide-based', 'steady', 'unsteady', 'smooth',
  'warm', 'cold', 'dry', 'clean', 'clear', 'healed', 'closed', 'open', 'swollen', 'stiff', 'atrophic', 'palpable', 'noted',
  'seen', 'found', 'observed', 'appreciated', 'elicited', 'nonantalgic', 'non-antalgic', 'nontender', 'non-tender',
  'restored', 'improved', 'better', 'worse', 'worsened', 'same', 'lost', 'blunted', 'hyperactive', 'hypoactive', 'asymmetric', 'limping',
  'independent', 'adequate', 'excellent', 'impaired', 'inhibited', 'resolved', 'persistent', 'mild', 'moderate', 'severe', 'minimal', 'slight', 'marked',
];
/** How much so. */
// prettier-ignore
const DEGREES = [
  'very', 'mildly', 'moderately', 'slightly', 'markedly', 'severely', 'minimally', 'grossly', 'essentially', 'somewhat',
  'still', 'now', 'also', 'significantly', 'extremely', 'diffusely', 'more', 'less', 'quite', 'fairly', 'exquisitely',
  'bilaterally', 'within', 'not', 'no', 'longer', 'generally', 'only', 'well', 'mild', 'moderate', 'partially', 'actively', 'passively', 'the',
  'remains', 'again',
];

const asSet = (words: readonly string[]): ReadonlySet<string> => new Set(words.map((word) => word.toLowerCase()));

const bare = (word: string): string =>
  word
    .toLowerCase()
    .replace(/[’]/g, "'")
    .replace(/'s?$/, '')
    .replace(/[^a-z'-]/g, '');

const EXAMINED_WORDS = asSet([...EXAMINED, ...NAMED_TESTS]);
const TEST_WORDS = asSet([
  ...NAMED_TESTS,
  'test',
  'tests',
  'sign',
  'signs',
  'raise',
  'raises',
  'raising',
  'compression',
  'distraction',
  'grind',
  'maneuver',
  'drawer',
  'arc',
  'squat',
  'apprehension',
  'testing',
  'SLR',
  'press',
  'lift',
  'reflex',
  'provocation',
]);
const FOUND_WORDS = asSet(FOUND);
const STATE_WORDS = asSet(STATES);
const DEGREE_WORDS = asSet(DEGREES);

/** Whether the word ends the name of something that is examined. */
export const isExamined = (word: string): boolean => EXAMINED_WORDS.has(bare(word));
/** Whether the word ends the name of a test or sign, which is positive or negative. */
export const isTest = (word: string): boolean => TEST_WORDS.has(bare(word));
/** Whether the word names what an examination finds. */
export const isFound = (word: string): boolean => FOUND_WORDS.has(bare(word));
/** Whether the word says how something examined is. */
export const isState = (word: string): boolean => word.split('/').every((part) => STATE_WORDS.has(bare(part)));
/** Whether the word says how much so, or since when. */
export const isDegree = (word: string): boolean => DEGREE_WORDS.has(bare(word));
