import { findFacts } from '../../../shared/find-facts.ts';
import type { TreatmentKind } from '../../../shared/treatment.ts';
import { upperFirst } from '../sentence-case.ts';

/**
 * A treatment as words name it. `name` is empty where they say only what kind it is ("the injection"); part and side of
 * the body are empty where they are not said, or say nothing of the treatment.
 */
export type NamedTreatment = {
  readonly kind: TreatmentKind;
  readonly name: string;
  readonly part: string;
  readonly side: string;
};
type NamedAt = NamedTreatment & { readonly start: number; readonly end: number };

type Naming = readonly [kind: TreatmentKind, name: string, words: RegExp];

/** Treatments that have a name of their own; what kind of therapy is not said stands last. */
const NAMED: readonly Naming[] = [
  ['therapy', 'physical therapy', /\b(?:physical therap\w*|physiotherap\w*)/giu],
  ['therapy', 'physical therapy', /\bPT\b(?=\s(?:sessions?|visits?|treatments?|program)|[.,;)]|$)/gu],
  ['therapy', 'occupational therapy', /\b(?:occupational|hand) therap\w*/giu],
  ['therapy', 'chiropractic care', /\bchiropract\w*|\bspinal manipulation\b/giu],
  ['therapy', 'acupuncture', /\bacupunctur\w*/giu],
  ['therapy', 'massage therapy', /\bmassages?\b(?: therap\w*)?/giu],
  ['therapy', 'aquatic therapy', /\b(?:aquatic|pool|aqua) therap\w*/giu],
  ['therapy', 'psychotherapy', /\bpsychotherap\w*|\bcognitive[- ]behaviou?ral therap\w*|\bCBT\b/giu],
  ['therapy', 'home exercise program', /\bhome exercises?(?: program\w*)?|\bHEP\b/giu],
  ['therapy', 'functional restoration program', /\bfunctional restoration(?: program\w*)?/giu],
  ['therapy', 'work conditioning', /\bwork (?:conditioning|hardening)\b/giu],
  ['therapy', 'shock wave therapy', /\b(?:extracorporeal )?shock ?wave therap\w*|\bESWT\b/giu],
  ['device', 'sling', /\bslings?\b/giu],
  ['device', 'TENS unit', /\bTENS\b(?: unit)?/gu],
  ['device', 'H-wave unit', /\bH-wave\b(?: unit)?/giu],
  ['device', 'brace', /\b(?:braces?|bracing|splints?|orthos[ei]s)\b/giu],
  ['device', 'crutches', /\bcrutch(?:es)?\b/giu],
  ['device', 'cane', /\bcane\b/giu],
  ['therapy', '', /(?<!drug |opioid |opiate |manual |medical |steroid )\btherapy\b/giu],
];

const INJECTION = /\b(?:injections?|nerve blocks?|branch blocks?|ESIs?|epidurals?)\b/giu;
/** Where or how something is injected; a corticosteroid is what most are of and tells none apart. */
const PLACES =
  /\b(?:subacromial|glenohumeral|epidural|transforaminal|interlaminar|caudal|facet|medial branch|sacroiliac|SI joint|trigger point|intra-?articular|carpal tunnel|viscosupplement\w*|hyaluron\w*|bursal?|trochanteric|stellate ganglion|occipital|PRP|botulinum|botox)\b/giu;
const AROUND = 48;

const SURGERY =
  /\b(?:surger(?:y|ies)|operations?|(?:\w+ )?arthroscop(?:y|ic \w+)|\w+ectomy|\w+plasty|\w+tomy|(?:rotator cuff|labral|meniscal|tendon|hernia|ligament) repair|(?:\w+ )?fusion|(?:subacromial|spinal|nerve) decompression|carpal tunnel release|trigger finger release|ORIF)\b/giu;
const NO_SURGERY = /\b(?:anatomy|autonomy|dichotomy|economy|taxonomy|lobotomy|phlebotomy)\b/iu;
const GENERIC_SURGERY = /^(?:surger(?:y|ies)|operations?)$/iu;

const matchesOf = (
  text: string,
  pattern: RegExp,
): { readonly words: string; readonly start: number; readonly end: number }[] =>
  [...text.matchAll(pattern)].map(({ 0: words, index }) => ({ words, start: index, end: index + words.length }));

const namedIn = (text: string): NamedAt[] =>
  NAMED.flatMap(([kind, name, pattern]) =>
    matchesOf(text, pattern).map(({ start, end }) => ({ ...{ kind, name, start, end }, part: '', side: '' })),
  );

const bodyOf = (text: string): Pick<NamedTreatment, 'part' | 'side'> => {
  const facts = findFacts(text);
  const first = (kind: 'body-part' | 'side'): string => facts.find((fact) => fact.kind === kind)?.value ?? '';
  return { part: first('body-part'), side: first('side') };
};

const placesIn = (words: string): string =>
  [
    ...new Set(
      [...words.matchAll(PLACES)].map(([place]) => place.toLowerCase().replace('intraarticular', 'intra-articular')),
    ),
  ]
    .sort()
    .join(' ');

const injectionsIn = (text: string): NamedAt[] => {
  const body = bodyOf(text);
  return matchesOf(text, INJECTION).map(({ words, start, end }) => ({
    ...{ kind: 'injection' as const, start, end, ...body },
    name: placesIn(
      `${text.slice(Math.max(0, start - AROUND), start)}${/^(?:ESI|epidural)/iu.test(words) ? 'epidural' : words}`,
    ),
  }));
};

const operationsIn = (text: string): NamedAt[] => {
  const body = bodyOf(text);
  return matchesOf(text, SURGERY)
    .filter(({ words }) => !NO_SURGERY.test(words))
    .map(({ words, start, end }) => ({
      ...{ kind: 'surgery' as const, start, end, ...body },
      name: GENERIC_SURGERY.test(words)
        ? ''
        : words.toLowerCase().replace(/^(?:a|an|the|of|right|left|and|underwent|had) /u, ''),
    }));
};

const drugsIn = (text: string): NamedAt[] =>
  findFacts(text)
    .filter(({ kind }) => kind === 'drug')
    .map(({ value, start, end }) => ({ ...{ kind: 'drug', name: value, start, end }, part: '', side: '' }));

const overlaps = (a: NamedAt, b: NamedAt): boolean => a.start < b.end && b.start < a.end;

/** Every treatment that a text names, in its order; a word that is part of a longer name names nothing by itself. */
export const treatmentsNamed = (text: string): NamedAt[] => {
  const injections = injectionsIn(text);
  // What is injected belongs to the injection.
  const drugs = injections.length > 0 ? [] : drugsIn(text);
  const all = [...injections, ...operationsIn(text), ...drugs, ...namedIn(text)];
  return all
    .filter((one, at) => !all.slice(0, at).some((other) => overlaps(one, other)))
    .sort((a, b) => a.start - b.start);
};

const NAME_OF_KIND: Readonly<Record<TreatmentKind, string>> = {
  drug: 'Drug',
  therapy: 'Therapy',
  injection: 'Injection',
  surgery: 'Surgery',
  device: 'Device',
};

/** The treatment as a list names it: `Subacromial injection, right shoulder`. */
export const nameTreatment = ({ kind, name, part, side }: NamedTreatment): string => {
  const own = kind === 'injection' && name !== '' ? `${name} injection` : name === '' ? NAME_OF_KIND[kind] : name;
  const place = [side, part].filter((word) => word !== '').join(' ');
  return `${upperFirst(own)}${place === '' ? '' : `, ${place}`}`;
};
