import type { Credential } from '../../../shared/settings.ts';
import { foldSpace, type Letter } from '../../../shared/letter.ts';
import { found, type Found } from '../../../shared/finding-kinds.ts';
import type { ServiceKind } from '../../../shared/item.ts';
import { LETTER, otherItem, OWN_CASE, type CheckedItem, type CheckedLetter, type LetterCheck } from './check.ts';
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

const value = (name: 'licensure' | 'specialty') => ({ kind: 'reviewer-value', name }) as const;

const farSpots = ({ letter, checkedItems }: CheckedLetter): Found[] =>
  checkedItems
    .filter((item) => item.heading !== '' && isFar(item, specialtiesOf(letter)))
    .map((item) =>
      found(
        'item-outside-specialty',
        value('specialty'),
        { item: otherItem(item), service: item.request.kind, specialty: letter.reviewer.specialty },
        letter.reviewer.specialty,
      ),
    );

const isPrinted = ({ reviewer }: Letter, { name }: Credential): boolean =>
  name !== '' && `${reviewer.licensure}, ${reviewer.specialty}`.toLowerCase().includes(name.toLowerCase());

const expired = ({ letter, context: { settings, today } }: CheckedLetter): Found[] => {
  const day = letter.header.decisionDate === '' ? today : letter.header.decisionDate;
  return settings.credentials
    .filter((credential) => credential.expires !== '' && credential.expires < day && isPrinted(letter, credential))
    .map(({ kind, name, expires }) =>
      found(
        'expired-credential',
        value(kind === 'license' ? 'licensure' : 'specialty'),
        { credential: kind, held: name, expires },
        name,
      ),
    );
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

const named = ({ letter, context: { settings, metadata = {} } }: CheckedLetter): Found[] => {
  const pattern = namePattern(settings.reviewerName);
  if (pattern === null) return [];
  const parts = [...writtenParts(letter), ...Object.values(metadata).map((text) => ({ part: LETTER, text }))];
  return parts.flatMap(({ part, text }) => {
    const words = pattern.exec(text)?.[0];
    return words === undefined ? [] : [found('reviewer-named', part, { words }, words)];
  });
};

export const reviewerChecks: readonly LetterCheck[] = [
  {
    name: 'credentials',
    run: ({ letter: { reviewer } }) =>
      (['licensure', 'specialty'] as const)
        .filter((what) => reviewer[what].trim() === '')
        .map((what) => found('missing-credential', value(what), { what })),
  },
  {
    name: 'specialty-fits',
    run: farSpots,
  },
  {
    name: 'attestation',
    needs: 'attested',
    modes: OWN_CASE,
    run: ({ context: { attested } }) => (attested === false ? [found('not-attested', { kind: 'reviewer' }, {})] : []),
  },
  {
    name: 'credentials-current',
    modes: OWN_CASE,
    run: expired,
  },
  {
    name: 'reviewer-unnamed',
    modes: OWN_CASE,
    run: named,
  },
];
