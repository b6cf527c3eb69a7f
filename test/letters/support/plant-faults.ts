import { type Letter, type LetterItem } from '../../../shared/letter.ts';
import { addDays, usDate, usShortDate } from '../../../shared/partial-date.ts';
import { withItem } from './sound-letter.ts';

/** A fault planted in a letter: its kind, and the letter that has it. */
export type Fault = { readonly kind: string; readonly letter: Letter };

const swapSides = (text: string): string =>
  text.replace(
    /\b(left|right)\b/giu,
    (side) => ({ left: 'right', right: 'left', Left: 'Right', Right: 'Left' })[side] ?? side,
  );
const hasSide = (text: string): boolean => /\b(?:left|right)\b/iu.test(text);

/** The last words about necessity turned into their contrary, or null where they stand in no known way. */
const flipClosing = ({ rationale, decision }: LetterItem): string | null => {
  const said =
    decision === 'Upheld'
      ? [
          'not medically necessary',
          'not-medically necessary',
          'not a medical necessity',
          'not supported by the provided records as being medically necessary',
        ]
      : ['medically necessary'];
  const at = Math.max(...said.map((words) => rationale.lastIndexOf(words)));
  if (at < 0) return null;
  return (
    rationale.slice(0, at) +
    (decision === 'Upheld' ? rationale.slice(at).replace(/^not[ -]/u, '') : `not ${rationale.slice(at)}`)
  );
};

const REMAINING = 'The remaining IMR eligible portion';
/** One more in the last number of the remaining portion. */
const raiseRemainder = (heading: string): string | null => {
  const at = heading.lastIndexOf(REMAINING);
  if (at < 0) return null;
  return (
    heading.slice(0, at) +
    heading
      .slice(at)
      .replace(/\b(\d+|two)\b(?![/\w])(?!.*\b(?:\d+|two)\b(?![/\w]))/u, (number) =>
        number === 'two' ? 'three' : String(Number(number) + 1),
      )
  );
};

const raiseStrength = (text: string): string =>
  text.replace(/(\d+)(?= ?mg\b|%)/gu, (number) => String(Number(number) + 5));
const DRUG_NAME =
  /\b(?:Norco|Diazepam|Nortriptyline|Ultram \(tramadol\)|Naproxen|Pantoprazole|Prilosec|Cyclobenzaprine|Ketoprofen|Cyclophene|Ketophene|Synapryn)/gu;

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
/** The ways in which letters write a day. */
const spellings = (date: string): string[] => {
  const [year = '', month = '', day = ''] = date.split('-');
  const [plain, short] = [`${String(Number(month))}-${String(Number(day))}`, `${MONTHS[Number(month) - 1] ?? ''} `];
  return [
    usDate(date).replace(/\//gu, '-'),
    usDate(date),
    `${plain}-${year}`,
    `${plain}-${year.slice(2)}`,
    usShortDate(date),
    `${short}${String(Number(day))}, ${year}`,
    `${short}${day}, ${year}`,
  ];
};

/** The summary with its first, or last, mention of a day made three days later; null where it does not mention it. */
const moveDate = (summary: string, date: string, isLast: boolean): string | null => {
  const index = spellings(date).findIndex((written) => summary.includes(written));
  const [written, later] = [spellings(date)[index], spellings(addDays(date, 3))[index]];
  if (written === undefined || later === undefined) return null;
  const at = isLast ? summary.lastIndexOf(written) : summary.indexOf(written);
  return summary.slice(0, at) + later + summary.slice(at + written.length);
};

const fault = (kind: string, letter: Letter | null): Fault[] => (letter === null ? [] : [{ kind, letter }]);

const itemFaults =
  (letter: Letter) =>
  (item: LetterItem, index: number): Fault[] => {
    const changed = (kind: string, change: Partial<LetterItem>): Fault[] =>
      fault(kind, withItem(letter, index, change));
    const { heading, rationale, reviewerGuideline } = item;
    const [flipped, raised] = [flipClosing(item), raiseRemainder(heading)];
    const withoutSection = reviewerGuideline.replace(/, Section\(s\): .*?(?=, and [A-Z]|\. Decision|\.$)/u, '');
    return [
      ...changed('decision flipped', { decision: item.decision === 'Upheld' ? 'Overturned' : 'Upheld' }),
      ...(flipped === null ? [] : changed('closing sentence flipped', { rationale: flipped })),
      ...(['heading', 'decision', 'claimsGuideline', 'reviewerGuideline', 'rationale'] as const).flatMap((part) =>
        changed('part removed', { [part]: '' }),
      ),
      ...(withoutSection === reviewerGuideline
        ? []
        : changed('section removed', { reviewerGuideline: withoutSection })),
      ...changed('placeholder left', { rationale: `${rationale} ____` }),
      ...(raised === null ? [] : changed('remainder changed', { heading: raised })),
      ...(hasSide(heading) ? changed('side changed', { heading: swapSides(heading) }) : []),
      ...(hasSide(heading) && hasSide(rationale) ? changed('side changed', { rationale: swapSides(rationale) }) : []),
      ...(raiseStrength(heading) === heading
        ? []
        : changed('drug or dose changed', { heading: raiseStrength(heading) })),
      ...(raiseStrength(heading) === heading || raiseStrength(rationale) === rationale
        ? []
        : changed('drug or dose changed', { rationale: raiseStrength(rationale) })),
      ...(heading.replace(DRUG_NAME, 'Gabapentin') === heading
        ? []
        : changed('drug or dose changed', { heading: heading.replace(DRUG_NAME, 'Gabapentin') })),
    ];
  };

/** Every fault that can be planted in the letter, one at a time. */
export const plantFaults = (letter: Letter): Fault[] => {
  const { header, summary } = letter;
  const [injury, denial] = [
    moveDate(summary, header.dateOfInjury, false),
    moveDate(summary, header.urDenialDate, true),
  ];
  return [
    ...letter.items.flatMap(itemFaults(letter)),
    ...fault('injury date changed', {
      ...letter,
      header: { ...header, dateOfInjury: addDays(header.dateOfInjury, -3) },
    }),
    ...fault('UR date changed', { ...letter, header: { ...header, urDenialDate: addDays(header.urDenialDate, -1) } }),
    ...(injury === null ? [] : fault('injury date changed', { ...letter, summary: injury })),
    ...(denial === null ? [] : fault('UR date changed', { ...letter, summary: denial })),
    ...fault('placeholder left', { ...letter, summary: summary.replace(' ', ' [insert date] ') }),
  ];
};
