import { BODY_PARTS } from '../../../shared/facts/body-parts.ts';
import { DRUGS } from '../../../shared/facts/drugs.ts';
import { findFacts } from '../../../shared/find-facts.ts';

/** An item in dispute as far as reading needs it: its heading, and words of the guideline's criteria where known. */
export type DisputedItem = { readonly heading: string; readonly criteria?: readonly string[] };

/** How a statement touches an item: by the drug or service itself, by a criterion for it, or by the part of the body. */
export type Touch = { readonly by: 'drug' | 'service' | 'criterion' | 'part'; readonly words: string };

/** Tests, structures and complaints that tell of a region without naming it. */
const OF_REGION: Readonly<Record<string, string>> = {
  shoulder:
    "neer|hawkins|empty can|drop[- ]arm|speed'?s|o'?brien'?s?|apprehension|impingement|acromi\\w+|biceps|deltoid|tuberosity|painful arc|overhead",
  'lumbar spine':
    'straight leg|slr|las[eè]gue|radicul\\w+|nerve roots?|sciatic\\w*|heel|toe walk\\w*|paraspinal\\w*|kemp\\w*|facets?|discs?|L[1-5](?:-?[1-5]|-?S1)?|legs?|reflexes|sensation|strength|bladder|bowel|saddle|nerves?|neurologic\\w*|deficits?|bending|sit|sitting|lifting',
  'cervical spine':
    'spurling\\w*|radicul\\w+|nerve roots?|paraspinal\\w*|discs?|C[2-7](?:-?[3-7])?|arms?|reflexes|sensation|strength',
  knee: 'mcmurray\\w*|lachman\\w*|drawer|patell\\w+|menisc\\w+|joint line|pivot|varus|valgus|effusion|crepitus',
  wrist: 'tinel\\w*|phalen\\w*|finkelstein\\w*|median|grip|thenar|carpal',
  elbow: "tinel\\w*|epicondyl\\w+|cubital|ulnar|cozen\\w*|mill'?s",
  hip: 'faber|fadir|patrick\\w*|trochanter\\w*|labr\\w+|log roll',
  ankle: 'talar|drawer|squeeze|malleol\\w+|inversion|eversion',
};

/** What the guidelines of a kind of treatment ask about, whatever edition: facts, not their text. */
const CRITERIA: readonly (readonly [item: RegExp, criteria: string])[] = [
  [
    /\b(?:tramadol|hydrocodone|oxycodone|norco|percocet|morphine|opioid|codeine|tapentadol|fentanyl|buprenorphine|methadone|oxymorphone|hydromorphone|ultram|vicodin)\b/i,
    'opioid agreement|pain (?:agreement|contract)|drug (?:screen|test)\\w*|CURES|aberrant|side effects?|functional|tablets? (?:a|per) day',
  ],
  [
    /\b(?:MRI|magnetic resonance|CT|arthrogram)\b/i,
    'red flags?|x-?rays?|radiographs?|strengthening|conservative|surg\\w+|operation|injection|home exercise',
  ],
  [
    /\b(?:acupuncture|chiropract\w*|physical therapy|occupational therapy|therapy|massage)\b/i,
    'functional|plateau|exercis\\w+|(?:\\d{1,2}|two|three|four|five|six|eight|ten|twelve) (?:more |of \\w+ )?(?:\\w+ ){0,2}(?:visits|sessions)|tolerat\\w+|work restrictions?',
  ],
  [
    /\b(?:surgery|arthroscop\w*|repair|fusion|decompression|discectomy|replacement)\b/i,
    'conservative|therapy|injection|MRI|instability|failed',
  ],
  [/\b(?:injection|epidural|block|ablation)\b/i, 'radicul\\w+|relief|conservative|MRI|EMG|electrodiagnostic'],
  [/\b(?:EMG|NCS|NCV|electrodiagnostic)\b/i, 'numb\\w*|tingl\\w*|radicul\\w+|sensation|reflex\\w*|weakness'],
];

const SERVICES =
  /\b(?:MRI|magnetic resonance(?: imaging)?|CT|x-?rays?|EMG|NCS|NCV|ultrasound|acupuncture|chiropract\w*|physical therapy|occupational therapy|massage|TENS|H-?wave|brace|orthos[ie]s|injections?|epidural|ablation|arthroscop\w*|fusion|discectomy|laminectomy|decompression|repair|replacement|psycholog\w*|cognitive|drug screen|functional restoration|work (?:hardening|conditioning))\b/gi;

/** Names of one thing that records use by turns. */
const ALSO: readonly (readonly [RegExp, string])[] = [
  [/^(?:MRI|magnetic)/i, 'MRI|magnetic resonance'],
  [/^chiro/i, 'chiropract\\w*|adjustments?|manipulation'],
  [/^physical therapy/i, 'physical therapy|physiotherapy'],
  [/^acupuncture/i, 'acupunct\\w*'],
  [/^(?:EMG|NCS|NCV)/i, 'EMG|NC[SV]|electrodiagnostic|nerve conduction'],
  [/^injection/i, 'injections?|injected'],
  [/^x-?ray/i, 'x-?rays?|radiographs?'],
];

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&');
const anyOf = (words: readonly string[]): RegExp | null =>
  words.length === 0 ? null : new RegExp(`\\b(?:${words.join('|')})\\b`, 'i');

const factsOf = (items: readonly DisputedItem[], kind: 'drug' | 'body-part' | 'side'): string[] => [
  ...new Set(
    items.flatMap(({ heading }) =>
      findFacts(heading)
        .filter((fact) => fact.kind === kind)
        .map(({ value }) => value),
    ),
  ),
];

/**
 * A function that tells how a statement touches one of the items, the nearest relation first; null where it touches
 * none.
 */
export const touching = (items: readonly DisputedItem[]): ((text: string) => Touch | null) => {
  const drugs = factsOf(items, 'drug').flatMap((drug) => [drug, ...(DRUGS[drug] ?? [])].map(escaped));
  const parts = factsOf(items, 'body-part').flatMap((part) => [
    ...(BODY_PARTS[part] ?? []).map(escaped),
    ...(OF_REGION[part] === undefined ? [] : [OF_REGION[part]]),
  ]);
  const services = items.flatMap(({ heading }) =>
    [...heading.matchAll(SERVICES)].map(([word]) => ALSO.find(([own]) => own.test(word))?.[1] ?? escaped(word)),
  );
  const criteria = items.flatMap(({ heading, criteria: own = [] }) => [
    ...CRITERIA.flatMap(([item, words]) => (item.test(heading) ? [words] : [])),
    ...own.map(escaped),
  ]);
  const ways = (
    [
      ['drug', anyOf(drugs)],
      ['service', anyOf(services)],
      ['criterion', anyOf(criteria)],
      ['part', anyOf(parts)],
    ] as const
  ).flatMap(([by, pattern]) => (pattern === null ? [] : [{ by, pattern }]));
  const sides = factsOf(items, 'side');
  const [side] = sides;
  const isOtherSide = (text: string): boolean =>
    sides.length === 1 &&
    (side === 'right'
      ? /\bleft\b/i.test(text) && !/\bright\b/i.test(text)
      : side === 'left' && /\bright\b/i.test(text) && !/\bleft\b/i.test(text));
  return (text) => {
    for (const { by, pattern } of ways) {
      const words = pattern.exec(text)?.[0];
      if (words !== undefined && !(by === 'part' && isOtherSide(text))) return { by, words };
    }
    return null;
  };
};
