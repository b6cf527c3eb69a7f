/** Changes that make a sentence false, each at one place; a text without such a place stays as it is. */
type Plant = (text: string) => string;

const swap = (pairs: Readonly<Record<string, string>>): Plant => {
  const pattern = new RegExp(`\\b(?:${Object.keys(pairs).join('|')})\\b`, 'iu');
  return (text) =>
    text.replace(pattern, (word) => {
      const other = pairs[word.toLowerCase()] ?? word;
      return /^\p{Lu}/u.test(word) ? other.replace(/^./u, (first) => first.toUpperCase()) : other;
    });
};
const both = (pairs: Readonly<Record<string, string>>): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(Object.entries(pairs).map(([a, b]) => [b, a])),
  ...pairs,
});

/** The unit behind a number, or behind the kind of what is counted. */
const unitOf = (pairs: Readonly<Record<string, string>>): Plant => {
  const pattern = new RegExp(
    `((?:\\d|two|three|four|six|eight|twelve|\\))[ -](?:physical therapy |acupuncture |chiropractic )?)(${Object.keys(pairs).join('|')})\\b`,
    'iu',
  );
  return (text) =>
    text.replace(pattern, (_, before: string, unit: string) => `${before}${pairs[unit.toLowerCase()] ?? unit}`);
};

/** By kind, as the goal names them. */
export const PLANTED_CHANGES: Readonly<Record<string, Plant>> = {
  date: (text) =>
    text.replace(
      /\b(\d{1,2})([/-])(\d{1,2})\2(\d{2,4})\b/u,
      (_, m: string, sep: string, d: string, y: string) => `${m}${sep}${d === '11' ? '12' : '11'}${sep}${y}`,
    ),
  year: (text) =>
    text.replace(
      /\b(\d{1,2}[/-]\d{1,2}[/-])(\d{4}|\d{2})\b/u,
      (_, day: string, year: string) => `${day}${String(Number(year) - 1)}`,
    ),
  month: (text) =>
    text.replace(
      /\b(January|February|March|April|May|June|July|August|September|October|November|December) (?=\d)/u,
      (month) => (month.startsWith('Ju') ? 'April ' : 'July '),
    ),
  side: swap(both({ left: 'right' })),
  number: (text) =>
    text.replace(
      /(?<![\w./#-])\d+(?=[ -](?:visits?|sessions?|weeks?|months?|days?|years?|degrees|pounds|lbs|tablets|times|percent|cm|mm)\b|%)/u,
      (digits) => String(Number(digits) + 1),
    ),
  score: (text) =>
    text.replace(/\b(\d+)\/(10|5)\b(?!\/)/u, (_, score: string, of: string) => `${score === '3' ? '2' : '3'}/${of}`),
  unit: unitOf({
    weeks: 'months',
    months: 'weeks',
    days: 'weeks',
    mg: 'mcg',
    visits: 'weeks',
    sessions: 'weeks',
    pounds: 'kg',
    hours: 'minutes',
    minutes: 'hours',
    degrees: 'percent',
    week: 'month',
  }),
  drug: (text) =>
    text.replace(
      /\b(?:naproxen|etodolac|cyclobenzaprine|ibuprofen|tramadol|hydrocodone|norco|gabapentin|omeprazole|percocet|oxycodone|flexeril|ultram|lyrica|cymbalta|meloxicam|mobic|tylenol|motrin|celebrex|soma|zanaflex|lidoderm|protonix)\b/iu,
      (drug) => (/naproxen/iu.test(drug) ? 'etodolac' : 'naproxen'),
    ),
  dose: (text) =>
    text.replace(/\b(\d+(?:\.\d+)?)(\s?)mg\b/u, (_, dose: string, gap: string) => `${Number(dose) * 2}${gap}mg`),
  level: (text) =>
    text.replace(/\b([LC])(\d)-/u, (_, region: string, level: string) => `${region}${level === '3' ? '2' : '3'}-`),
  'a negation left out': (text) =>
    text.replace(/\b(no|not|without|denied|denies) (?!only|more)/u, (_, word: string) =>
      word === 'denied' ? 'reported ' : word === 'denies' ? 'reports ' : word === 'without' ? 'with ' : '',
    ),
  'a negation put in': (text) =>
    /\b(?:no|not|never|off|without|denie[sd]|denial|negative|declined|failed|unable|absent|none|refused|lack)\b/iu.test(
      text,
    )
      ? text
      : text.replace(/\b(?:was|were|had|has been|is|are) (?=\w)/u, (verb) => `${verb}not `),
  finding: swap(
    both({
      positive: 'negative',
      normal: 'abnormal',
      increased: 'decreased',
      improved: 'worsened',
      better: 'worse',
      stopped: 'continued',
      stable: 'unstable',
      intact: 'diminished',
      present: 'absent',
    }),
  ),
  'finding verb': swap({
    revealed: 'ruled out',
    reveals: 'ruled out',
    showed: 'ruled out',
    shows: 'rules out',
    demonstrated: 'ruled out',
    reported: 'denied',
    reports: 'denies',
    complained: 'denied complaints',
    complains: 'denies complaints',
  }),
  decision: swap({
    denied: 'certified',
    certified: 'denied',
    approved: 'denied',
    authorized: 'denied',
    'non-certified': 'certified',
    overturned: 'upheld',
    upheld: 'overturned',
    requested: 'withdrew',
  }),
};
