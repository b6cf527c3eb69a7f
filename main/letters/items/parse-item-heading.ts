import type { Frequency } from '../../../shared/facts/frequency.ts';
import { findDates } from '../../../shared/find-dates.ts';
import { findFacts, type Fact } from '../../../shared/find-facts.ts';
import type { ItemPrefix, PartialRequest, ServiceKind } from '../../../shared/item.ts';
import { foldSpace } from '../../../shared/letter.ts';
import type { PartialDate } from '../../../shared/partial-date.ts';
import { parsePartial } from './partial-request.ts';
import { findQuantities, quantityOf, type Quantity } from './quantity.ts';

/** An item as requested, taken into its facts; values as {@link findFacts} gives them. */
export type ItemHeading = {
  readonly prefix: ItemPrefix | null;
  /** The day of service that a retrospective request names. */
  readonly dateOfService: PartialDate | null;
  readonly partial: PartialRequest | null;
  /** What is decided: the remaining or original request of a partial one, without its prefix. */
  readonly request: string;
  /** The request without its quantities, strengths and frequencies. */
  readonly service: string;
  readonly kind: ServiceKind;
  readonly bodyParts: readonly string[];
  readonly sides: readonly string[];
  readonly drugs: readonly string[];
  readonly strengths: readonly string[];
  readonly quantity: Quantity | null;
  readonly frequency: Frequency | null;
};

/** How each prefix is written in a heading, however it goes on. */
export const PREFIXES = [
  [
    'retrospective',
    /^retro(?:spective(?:ly)?)?\b(?:\s+(?:request(?: for)?|review(?: of)?|authorization(?: for)?))?[\s:,-]*/iu,
  ],
  ['associated-surgical-service', /^associated\s+surgical\s+(?:services?|procedures?)\b[\s:,-]*/iu],
] as const;

/** Words that tell the kind of a service, the first match counting. */
const KINDS: readonly (readonly [ServiceKind, RegExp])[] = [
  [
    'electrodiagnostic',
    /\b(?:EMG|NCV|NCS|electrodiagnos\w+|electromyogra\w+|nerve conduction|EEG|electroencephalo\w+)\b/iu,
  ],
  [
    'imaging',
    /\b(?:MRI|MRA|MR arthrogram|magnetic resonance|CT\b|CAT scan|x-?rays?|radiograph\w*|ultrasound (?:of|exam)|sonogram|bone scan|arthrogram|myelogram|PET)\b/iu,
  ],
  ['acupuncture', /\bacupuncture\b/iu],
  ['chiropractic', /\bchiropract\w+|\bspinal manipulation\b/iu],
  ['psychological', /\b(?:psych\w+|cognitive behavio\w+|CBT|counsel\w+|biofeedback|partial hospitalization)\b/iu],
  ['dental', /\b(?:dental|dentist\w*|tooth|teeth|crown|root canal|denture|occlusal)\b/iu],
  ['eye', /\b(?:ophthalm\w+|optomet\w+|cataract|vitrectomy|corneal)\b/iu],
  ['injection', /\b(?:injections?|epidural|nerve blocks?|facet|trigger point|PRP|platelet)\b/iu],
  [
    'surgery',
    /\b(?:surg(?:ery|ical)|arthroscop\w+|\w*ectomy|\w*plasty|fusion|repair|release|decompression|ORIF|reconstruction|amputation|debridement)\b/iu,
  ],
  [
    'laboratory',
    /\b(?:labs?\b|CBC|urinalysis|UA|drug (?:screen|test)\w*|toxicology|blood test|chem panel|PT\/PTT|EKG|ECG)\b/iu,
  ],
  [
    'therapy',
    /\b(?:therapy|therapeutic|PT\/OT|PT|OT|rehabilitation|exercise|massage|work (?:hardening|conditioning)|traction|infrared|electrical stimulation|ice\/heat)\b/iu,
  ],
  [
    'equipment',
    /\b(?:brace|sling|ultrasling|unit|TENS|walker|crutch\w*|cane|wheelchair|bed|mattress|orthotic\w*|splint|boot|rental|purchase|pads?|wraps?|gloves|wipes|collar|support)\b/iu,
  ],
  ['consultation', /\b(?:consult\w*|evaluation|referral|follow-?up|office visit|re-?evaluation|clearance)\b/iu],
];

const values = (facts: readonly Fact[], kind: Fact['kind']): string[] => [
  ...new Set(facts.filter((fact) => fact.kind === kind).map(({ value }) => value)),
];

const kindOf = (request: string, drugs: readonly string[], strengths: readonly string[]): ServiceKind => {
  const named = KINDS.find(([, words]) => words.test(request))?.[0];
  if (named === 'injection' || (named !== undefined && drugs.length === 0)) return named;
  return drugs.length > 0 || strengths.length > 0 ? 'drug' : (named ?? 'other');
};

type Cut = { readonly start: number; readonly end: number };

/** Of `six physical therapy sessions` only the number goes; of `#60` or `6 sessions` all. */
const measureCut = (request: string, { start, end }: Cut): Cut => {
  const words = request.slice(start, end).split(/\s+/u);
  return words.length > 2 && /^[\da-z]+$/iu.test(words[0] ?? '')
    ? { start, end: start + (words[0] ?? '').length }
    : { start, end };
};

const joined = (cuts: readonly Cut[]): Cut[] =>
  [...cuts]
    .sort((a, b) => a.start - b.start)
    .reduce<Cut[]>((all, cut) => {
      const last = all.at(-1);
      return last !== undefined && cut.start < last.end
        ? [...all.slice(0, -1), { start: last.start, end: Math.max(last.end, cut.end) }]
        : [...all, cut];
    }, []);

const withoutMeasures = (request: string, facts: readonly Fact[]): string => {
  const measures = [...facts.filter(({ kind }) => kind === 'count'), ...findQuantities(request)].map((place) =>
    measureCut(request, place),
  );
  const cuts = joined([...facts.filter(({ kind }) => kind === 'strength' || kind === 'frequency'), ...measures]);
  const left = cuts
    .toReversed()
    .reduce((words, { start, end }) => `${words.slice(0, start)} ${words.slice(end)}`, request);
  return foldSpace(left.replace(/\([\s/]*\)/gu, ' '))
    .replace(/\s+(?=[,;])|,(?=\s*,)/gu, '')
    .replace(/^(?:[\s,;]|(?:of|for)\b)+|(?:[\s,;]|\b(?:of|for))+$/giu, '');
};

/** Reads an item as requested. `latest` is the last day that a date of service may mean. */
export const parseItemHeading = (heading: string, latest: PartialDate): ItemHeading => {
  const partial = parsePartial(heading);
  const words = foldSpace(partial?.remaining ?? heading);
  const [prefix, pattern] = PREFIXES.find(([, leading]) => leading.test(foldSpace(heading))) ?? [null, /^/u];
  const request = words.replace(pattern, '');
  const facts = findFacts(request);
  const quantity = quantityOf(request);
  const [drugs, strengths] = [values(facts, 'drug'), values(facts, 'strength')];
  const frequency = facts.find((fact) => fact.kind === 'frequency');
  return {
    prefix,
    dateOfService: prefix === 'retrospective' ? (findDates(request, { latest })[0]?.date ?? null) : null,
    partial,
    request,
    service: withoutMeasures(request, facts),
    kind: kindOf(request, drugs, strengths),
    bodyParts: values(facts, 'body-part'),
    sides: values(facts, 'side'),
    drugs,
    strengths,
    quantity,
    frequency: frequency?.kind === 'frequency' ? frequency.frequency : null,
  };
};
