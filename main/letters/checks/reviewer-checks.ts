import type { Credential } from '../../../shared/settings.ts';
import { foldSpace, type Letter } from '../../../shared/letter.ts';
import { usDate } from '../../../shared/partial-date.ts';
import type { ServiceKind } from '../../../shared/item.ts';
import { itemName, OWN_CASE, type CheckedItem, type CheckedLetter, type LetterCheck, type Spot } from './check.ts';
import { writtenParts } from './written-parts.ts';

/** Callings that do not prescribe or operate, or only in their field: what of their work is theirs to judge. */
const NARROW: readonly { readonly calling: RegExp; readonly kinds: readonly ServiceKind[] }[] = [
  {
    calling: /chiropract/iu,
    kinds: [
      'chiropractic',
      'therapy',
      'imaging',
      'electrodiagnostic',
      'equipment',
      'consultation',
      'acupuncture',
      'other',
    ],
  },
  { calling: /acupunctur/iu, kinds: ['acupuncture', 'therapy', 'other'] },
  { calling: /psycholog/iu, kinds: ['psychological', 'consultation', 'other'] },
  {
    calling: /\bdent|oral (?:and|&) maxillofacial/iu,
    kinds: ['dental', 'surgery', 'consultation', 'imaging', 'equipment', 'drug', 'other'],
  },
  { calling: /optomet/iu, kinds: ['eye', 'consultation', 'equipment', 'other'] },
  { calling: /physical therap|occupational therap/iu, kinds: ['therapy', 'equipment', 'other'] },
];
/** Services that only their own specialists judge. */
const RESERVED: Readonly<Partial<Record<ServiceKind, RegExp>>> = {
  dental: /dent|oral|maxillofacial|prosthodont|endodont|periodont/iu,
  eye: /ophthalm|optomet/iu,
};

const specialtiesOf = ({ reviewer }: Letter): string[] =>
  reviewer.specialty
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');

const isFar = ({ request: { kind } }: CheckedItem, specialties: readonly string[]): boolean => {
  const reserved = RESERVED[kind];
  if (reserved !== undefined) return !specialties.some((name) => reserved.test(name));
  const narrow = specialties.map((name) => NARROW.find(({ calling }) => calling.test(name)));
  return narrow.length > 0 && narrow.every((field) => field !== undefined && !field.kinds.includes(kind));
};

const farSpots = ({ letter, checkedItems }: CheckedLetter): Spot[] =>
  checkedItems
    .filter((item) => item.heading !== '' && isFar(item, specialtiesOf(letter)))
    .map((item) => ({
      where: 'reviewer.specialty',
      quote: letter.reviewer.specialty,
      message: `${itemName(item)} (${item.request.kind}) lies outside the field of ${letter.reviewer.specialty}.`,
    }));

const isPrinted = ({ reviewer }: Letter, { name }: Credential): boolean =>
  name !== '' && `${reviewer.licensure}, ${reviewer.specialty}`.toLowerCase().includes(name.toLowerCase());

const expired = ({ letter, context: { settings, today } }: CheckedLetter): Spot[] => {
  const day = letter.header.decisionDate === '' ? today : letter.header.decisionDate;
  return settings.credentials
    .filter((credential) => credential.expires !== '' && credential.expires < day && isPrinted(letter, credential))
    .map(({ kind, name, expires }) => ({
      where: kind === 'license' ? 'reviewer.licensure' : 'reviewer.specialty',
      quote: name,
      message: `The ${kind} "${name}" expired on ${usDate(expires)}.`,
    }));
};

const escape = (words: string): string => words.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&');

/** The reviewer's name as it could be written: in full, surname first, or the surname with a title. */
const namePattern = (name: string): RegExp | null => {
  const words = foldSpace(
    name
      .replace(/,?\s*(?:M\.?D|D\.?O|D\.?C|Ph\.?D|Psy\.?D|D\.?P\.?M|D\.?D\.?S)\.?\b/giu, '')
      .replace(/^(?:Dr|Prof)\.?\s+/iu, ''),
  )
    .split(' ')
    .filter((word) => word !== '');
  const [first, last] = [words[0], words.at(-1)];
  if (first === undefined || last === undefined || words.length < 2) return null;
  const [f, l] = [escape(first), escape(last)];
  return new RegExp(
    `\\b${f}\\s+(?:[A-Z][\\w.]*\\s+){0,2}${l}\\b|\\b${l},\\s+${f}\\b|\\bDr\\.?\\s+${l}\\b|\\b${l},?\\s+(?:M\\.?D|D\\.?O|D\\.?C)\\b`,
    'iu',
  );
};

const named = ({ letter, context: { settings, metadata = {} } }: CheckedLetter): Spot[] => {
  const pattern = namePattern(settings.reviewerName);
  if (pattern === null) return [];
  const parts = [...writtenParts(letter), ...Object.values(metadata).map((text) => ({ where: 'letter', text }))];
  return parts.flatMap(({ where, text }) => {
    const quote = pattern.exec(text)?.[0];
    return quote === undefined ? [] : [{ where, quote, message: `The reviewer is named: "${quote}".` }];
  });
};

export const reviewerChecks: readonly LetterCheck[] = [
  {
    number: 8,
    group: 'reviewer',
    severity: 'block',
    title: 'A state of licensure and a specialty are given',
    run: ({ letter: { reviewer } }) => [
      ...(reviewer.licensure.trim() === ''
        ? [{ where: 'reviewer.licensure', message: 'No state of licensure is given.' }]
        : []),
      ...(reviewer.specialty.trim() === '' ? [{ where: 'reviewer.specialty', message: 'No specialty is given.' }] : []),
    ],
  },
  {
    number: 9,
    group: 'reviewer',
    severity: 'warn',
    title: 'The specialty is the same as or similar to what the items need',
    run: farSpots,
  },
  {
    number: 10,
    group: 'reviewer',
    needs: 'attested',
    severity: 'block',
    title: 'The absence of conflicts of interest is attested',
    modes: OWN_CASE,
    run: ({ context: { attested } }) =>
      attested === false
        ? [
            {
              where: 'reviewer',
              message: 'The reviewer has not yet attested to have no conflict of interest in this case.',
            },
          ]
        : [],
  },
  {
    number: 11,
    group: 'reviewer',
    severity: 'block',
    title: 'The credentials that the letter prints are current',
    modes: OWN_CASE,
    run: expired,
  },
  {
    number: 12,
    group: 'reviewer',
    severity: 'block',
    title: "The reviewer's name stands nowhere",
    modes: OWN_CASE,
    run: named,
  },
];
