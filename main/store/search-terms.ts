/** Parts that are written apart, with a hyphen, or as one word with what follows. */
const PREFIXES =
  `post pre non re anti co de sub inter intra multi mid semi self over under mal bi tri un micro macro para
  peri supra infra hyper hypo extra ultra trans neuro musculo x`.split(/\s+/);
const ENDINGS = ['up', 'op', 'off', 'out', 'down', 'over', 'ray', 'rays'];
const UNITS = 'mg mcg ug µg g gm kg ml cc l mm cm m ft lb lbs oz hr hrs h min mins sec x iu units w wk wks yo'.split(
  ' ',
);
const CONTRACTED =
  `can won don doesn didn isn wasn weren couldn wouldn shouldn hasn haven hadn aren ain mustn needn`.split(' ');

const LIGATURES: Readonly<Record<string, string>> = {
  '\ufb00': 'ff',
  '\ufb01': 'fi',
  '\ufb02': 'fl',
  '\ufb03': 'ffi',
  '\ufb04': 'ffl',
  '\ufb05': 'st',
  '\ufb06': 'st',
};
const plain = (word: string): string =>
  word.replace(/\u00ad/g, '').replace(/[\ufb00-\ufb06]/g, (sign) => LIGATURES[sign] ?? sign);

const COMPOUND = /^\p{L}+(?:[-\u2010\u2011]\p{L}+)+$/u;
const NEGATED = /^(\p{L}+n)['\u2019]t$/iu;
const LEVEL = /^([CTLS])(\d{1,2})\s*[-\u2010\u2011\u2013/]\s*([CTLS]?)(\d{1,2})$/i;
const AMOUNT = /^(\d+(?:[.,]\d+)?)[-\u2010\u2011]?(\p{L}{1,5})$/u;

/** How else a level of the spine is written: `L4-5`, `L4-L5`, `L4L5`. */
const levels = (word: string): string[] => {
  const [, first = '', upper = '', second = '', lower = ''] = LEVEL.exec(word) ?? [];
  if (upper === '') return [];
  const own = second === '' ? first : second;
  const whole = `${first}${upper}-${own}${lower}`;
  return own.toLowerCase() === first.toLowerCase()
    ? [`${first}${upper}-${lower}`, whole, whole.replace('-', '')]
    : [whole, whole.replace('-', '')];
};

/** How else one word may be written on a page; the word itself is first. */
const spellingsOf = (typed: string): string[] => {
  const word = plain(typed);
  const small = word.toLowerCase();
  const [, amount = '', unit = ''] = AMOUNT.exec(word) ?? [];
  const prefix = PREFIXES.find((part) => small.startsWith(part) && /^\p{L}{2,}$/u.test(small.slice(part.length)));
  const ending = ENDINGS.find((part) => small.endsWith(part) && /^\p{L}{3,}$/u.test(small.slice(0, -part.length)));
  const contracted = /^(\p{L}+)t$/u.exec(small)?.[1] ?? '';
  return [
    word,
    ...(COMPOUND.test(word) ? [word.replace(/[-\u2010\u2011]/g, '')] : []),
    ...(NEGATED.test(word) ? [word.replace(/['\u2019]/g, '')] : []),
    ...(CONTRACTED.includes(contracted) ? [`${contracted} t`] : []),
    ...levels(word),
    ...(amount === '' ? [] : [`${amount} ${unit}`, `${amount}${unit}`]),
    ...(prefix === undefined ? [] : [`${word.slice(0, prefix.length)} ${word.slice(prefix.length)}`]),
    ...(ending === undefined ? [] : [`${word.slice(0, -ending.length)} ${word.slice(-ending.length)}`]),
  ];
};

/** Whether two words that stand side by side are also written as one: `10 mg`, `post op`. */
const isOneWord = (first: string, second: string): boolean =>
  (/^\d+(?:[.,]\d+)?$/.test(first) && UNITS.includes(second.toLowerCase())) ||
  (PREFIXES.includes(first.toLowerCase()) && /^\p{L}{2,}$/u.test(second)) ||
  (/^\p{L}{3,}$/u.test(first) && ENDINGS.includes(second.toLowerCase()));

/** Ways to write a phrase that are asked for; a phrase of many such words would be asked for in too many ways. */
const MOST_WAYS = 16;

/** Every way in which the words of a phrase may be written on a page, the one typed first. */
export const waysToWrite = (phrase: string): string[] => {
  const words = phrase.split(/\s+/).filter((word) => word !== '');
  let ways = [''];
  const add = (spellings: readonly string[]): void => {
    ways = ways.flatMap((way) => spellings.map((word) => (way === '' ? word : `${way} ${word}`))).slice(0, MOST_WAYS);
  };
  words.forEach((word) => {
    add([...new Set(spellingsOf(word))]);
  });
  const joined = words.flatMap((word, at) => {
    const next = words[at + 1];
    return next !== undefined && isOneWord(word, next)
      ? [[...words.slice(0, at), word + next, ...words.slice(at + 2)].join(' ')]
      : [];
  });
  return [...new Set([...ways, ...joined])];
};

/** The one word that two words typed side by side may be on a page; null where they are two. */
export const asOneWord = (first: string, second: string): string | null =>
  isOneWord(first, second) ? first + second : null;
