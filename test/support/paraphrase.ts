import { findDates } from '../../shared/find-dates.ts';
import type { PartialDate } from '../../shared/partial-date.ts';

/** A rewriting that keeps what is said. */
type Rewrite = (text: string) => string;

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

const STYLES: readonly ((y: string, m: string, d: string) => string)[] = [
  (y, m, d) => `${m}/${d}/${y}`,
  (y, m, d) => `${MONTHS[Number(m) - 1]!} ${String(Number(d))}, ${y}`,
  (y, m, d) => `${m}-${d}-${y.slice(2)}`,
  (y, m, d) => `${String(Number(m))}/${String(Number(d))}/${y.slice(2)}`,
  (y, m, d) => `${y}-${m}-${d}`,
];

/** Every full date in another style, the numbered one of the list. */
const restyled =
  (style: number, latest: PartialDate): Rewrite =>
  (text) =>
    findDates(text, { latest })
      .toReversed()
      .reduce((whole, { date, start, end, precision }) => {
        if (precision !== 'day') return whole;
        const [y = '', m = '', d = ''] = date.split('-');
        return `${whole.slice(0, start)}${STYLES[style % STYLES.length]!(y, m, d)}${whole.slice(end)}`;
      }, text);

const table =
  (pairs: readonly (readonly [RegExp, string])[]): Rewrite =>
  (text) =>
    pairs.reduce((whole, [pattern, instead]) => whole.replace(pattern, instead), text);

/** As notes shorten. */
const abbreviated = table([
  [/\bthe (?:injured worker|patient|claimant|applicant|employee)\b/giu, 'pt'],
  [/\brange of motion\b/giu, 'ROM'],
  [/\bphysical therapy\b/giu, 'PT'],
  [/\bhome exercise program\b/giu, 'HEP'],
  [/\bmagnetic resonance imaging\b/giu, 'MRI'],
  [/\bstraight leg raise\b/giu, 'SLR'],
  [/\bactivities of daily living\b/giu, 'ADLs'],
  [/\bwithout\b/giu, 'w/o'],
  [/\bwith\b/giu, 'w/'],
  [/\bhistory\b/giu, 'hx'],
  [/\bdiagnoses\b/giu, 'dx'],
  [/\btreatment\b/giu, 'tx'],
  [/\b(\d+|two|three|four|six|eight) weeks\b/giu, '$1 wks'],
  [/\b(\d+|two|three|four|six|eight) months\b/giu, '$1 mos'],
  [/\btwice a day\b|\btwo times a day\b/giu, 'BID'],
  [/\bthree times a day\b/giu, 'TID'],
  [/\bonce a day\b/giu, 'daily'],
  [/\bleft (?=shoulder|knee|hip|ankle|foot|hand|wrist|elbow|arm|leg)/giu, 'L '],
  [/\bright (?=shoulder|knee|hip|ankle|foot|hand|wrist|elbow|arm|leg)/giu, 'R '],
  [/\bbilateral /giu, 'b/l '],
  [/\bdecreased\b/giu, 'reduced'],
  [/\bnegative\b/gu, 'neg'],
  [/\bpositive\b/gu, 'pos'],
  [/(?<!\b(?:was|were|been|be|is|are) )\bdenied\b/giu, 'denies'],
  [/\breveal(?:s|ed)\b/giu, 'showed'],
  [/\bnoted\b/giu, 'seen'],
]);

/** Units and numbers in words, as reports are dictated. */
const writtenOut = table([
  [/(\d)\s?mg\b/giu, '$1 milligrams'],
  [/(\d)\s?mcg\b/giu, '$1 micrograms'],
  [/(\d)\s?%/giu, '$1 percent'],
  [/(\d)\s?°/giu, '$1 degrees'],
  [/(?<![/\d-])(\d+)\/10\b(?!\/)/giu, '$1 out of 10'],
  [/\b(\d+)[ -]lbs?\b/giu, '$1 pounds'],
  [/\bL(\d)-L?(\d)\b/gu, 'L$1-L$2'],
  [/\b2 (?=visits|sessions|times|weeks|months|injections)/giu, 'two '],
  [/\b3 (?=visits|sessions|times|weeks|months|injections)/giu, 'three '],
  [/\b6 (?=visits|sessions|times|weeks|months|injections)/giu, 'six '],
  [/\b12 (?=visits|sessions|times|weeks|months|injections)/giu, 'twelve '],
  [/\btwo (?=visits|sessions|times|weeks|months|injections)/giu, '2 '],
  [/\bx-rays?\b/giu, 'radiographs'],
  [/\bMRI\b/gu, 'magnetic resonance imaging'],
]);

/** What opens the sentence behind the rest: "On 06/10/14, he was seen" as "he was seen, on 06/10/14". */
const turned: Rewrite = (text) =>
  text.replace(
    /^((?:On|In|As of|Per|According to) [^,.;]{3,40}), (?!\d{4}\b)(.+?)([.!?]?)$/su,
    (_, lead: string, rest: string, end: string) => `${rest}, ${lead.replace(/^\w/u, (c) => c.toLowerCase())}${end}`,
  );

/** The things of a list of short ones in the other order: "A, B, and C" as "C, B, and A". */
const reordered: Rewrite = (text) =>
  text.replace(
    /((?:[\w-]+ ){0,2}[\w-]+), ((?:[\w-]+ ){0,2}[\w-]+),? and ((?:[\w-]+ ){0,2}[\w-]+)(?=[.,;]|$)/gu,
    (whole, a: string, b: string, c: string) =>
      /\b(?:no|not|without|was|were|is|are|had|has|with|of|in|to|denie[sd]|on|for|by|and|left|right)\b|\d/iu.test(whole)
        ? whole
        : `${c}, ${b}, and ${a}`,
  );

const REWRITES: readonly (readonly [name: string, rewrite: (style: number, latest: PartialDate) => Rewrite])[] = [
  ['dates in another style', (style, latest) => restyled(style, latest)],
  ['abbreviated', () => abbreviated],
  ['units written out', () => writtenOut],
  ['in another order', () => (text) => turned(reordered(text))],
];

/** A sentence as a record might say it: in another order, abbreviated, its dates and units in another style. */
export const paraphrase = (sentence: string, seed: number, latest: PartialDate): string =>
  REWRITES.reduce(
    // Each is left out of some, so that they are met alone and together.
    (text, [, rewrite], at) => ((seed >> at) % 3 === 2 ? text : rewrite(seed, latest)(text)),
    sentence,
  );
