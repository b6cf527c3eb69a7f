import { isBoilerplateMessage } from '../read/boilerplate-messages.ts';
import {
  ANY_CASE,
  itemName,
  itemPart,
  OWN_CASE,
  type CheckedLetter,
  type Identity,
  type LetterCheck,
  type Spot,
} from './check.ts';
import { findIdentities } from './find-identities.ts';
import { proseParts, writtenParts, type PartText } from './written-parts.ts';

/** Fields in braces, brackets that tell what to put there, runs of underscores, and the usual stand-ins. */
const PLACEHOLDER =
  /\{\{?[^{}\n]{0,60}\}?\}|\[(?:\s*|_+|\.{2,}|…|x+|[A-Z]+_[A-Z_]+|(?:insert|enter|add|choose|select|fill in|your|name|date|drug|dose|body part|side|diagnosis)\b[^\][\n]{0,60})\]|<(?:insert|enter|add|choose|select|your|name|date|drug|dose|body part|side|diagnosis)\b[^<>\n]{0,40}>|_{3,}|\bX{3,}\b|\bTBD\b|\bTKTK\b|\?{3,}|\bMM[/-]DD[/-](?:YY){1,2}\b|lorem ipsum|click (?:or tap )?here to enter/giu;

const placeholders = ({ where, text }: PartText): Spot[] =>
  [...text.matchAll(PLACEHOLDER)].map(([quote]) => ({
    where,
    quote,
    message: `"${quote}" is a blank that was never filled in.`,
  }));

/**
 * The two names that the form's own words are built around: without them the letter would print a gap. A letter read
 * alone has said so already.
 */
const unnamed = ({ letter: { organisation, guidelineLabel }, mode }: CheckedLetter): Spot[] => {
  if (mode === 'letter-alone') return [];
  return [
    ...(organisation.trim() === ''
      ? [
          {
            where: 'reviewer.organisation',
            message: 'The review organisation is not given, with which the first paragraph begins.',
          },
        ]
      : []),
    ...(guidelineLabel.trim() === ''
      ? [
          {
            where: 'reviewer.guidelineLabel',
            message: 'The guideline label is not given, which stands before "guideline" in each item.',
          },
        ]
      : []),
  ];
};

/** Words of a statement after which its citation is still to come. */
const UNCITED = /\bMTUS\s+\.|\bNon-MTUS Citation\s*(?:\.|$)/u;

/**
 * A statement that says what it is based on and cites nothing; the reviewer's MTUS citation has a check of its own
 * (22).
 */
const uncited = ({ checkedItems }: CheckedLetter): Spot[] =>
  checkedItems.flatMap((item) =>
    (['claimsGuideline', 'reviewerGuideline'] as const).flatMap((part) => {
      const quote = UNCITED.exec(item[part])?.[0];
      if (quote === undefined || (part === 'reviewerGuideline' && quote.startsWith('MTUS'))) return [];
      return [
        {
          where: itemPart(item, part),
          quote: item[part],
          message: `${itemName(item)}: the ${part === 'claimsGuideline' ? 'Claims Administrator' : 'reviewer'} guideline does not say yet what it cites.`,
        },
      ];
    }),
  );

const KINDS: Readonly<Record<Identity['kind'], string>> = {
  name: 'a name',
  number: 'a number',
  address: 'an address',
  'birth-date': 'the birth date',
};

const identities = ({ letter, context: { identities: known = [] } }: CheckedLetter): Spot[] =>
  writtenParts(letter)
    .filter(({ where }) => where.startsWith('items.') || where === 'summary')
    .flatMap(({ where, text }) =>
      findIdentities(text, known).map(({ quote, identity: { kind, instead } }) => ({
        where,
        quote,
        message: `"${quote}" is ${KINDS[kind]} of the case file; ${instead === '' ? 'leave it out' : `write "${instead}"`}.`,
      })),
    );

/** So many unknown words are listed, each once; more are one sentence. */
const WORDS_LISTED = 20;
const WORD = /(?<![\w'’/.@-])[a-z][a-z'’]{2,}(?![\w/@-])/gu;

const misspelt = ({ letter, context: { isKnownWord } }: CheckedLetter): Spot[] => {
  if (isKnownWord === undefined) return [];
  const seen = new Set<string>();
  const spots = proseParts(letter).flatMap(({ where, text }) =>
    [...text.matchAll(WORD)].flatMap(([word]) => {
      const bare = word.replace(/['’]s?$/u, '');
      if (seen.has(bare) || isKnownWord(bare) || isKnownWord(word)) return [];
      seen.add(bare);
      return [{ where, quote: word, message: `"${word}" is not in the dictionary.` }];
    }),
  );
  return spots.length <= WORDS_LISTED
    ? spots
    : [
        ...spots.slice(0, WORDS_LISTED),
        { where: 'letter', message: `${String(spots.length - WORDS_LISTED)} further words are not in the dictionary.` },
      ];
};

export const hygieneChecks: readonly LetterCheck[] = [
  {
    number: 41,
    group: 'hygiene',
    severity: 'block',
    title: 'No blank is left unfilled',
    run: (letter) => [...unnamed(letter), ...uncited(letter), ...writtenParts(letter.letter).flatMap(placeholders)],
  },
  {
    number: 42,
    group: 'hygiene',
    needs: 'identities',
    severity: 'block',
    title: 'Nothing tells who the worker and the clinicians are',
    modes: OWN_CASE,
    run: identities,
  },
  {
    number: 43,
    group: 'hygiene',
    severity: 'block',
    title: "The written file's metadata is empty",
    modes: ANY_CASE,
    run: ({ context: { metadata = {} } }) =>
      Object.entries(metadata)
        .filter(([, value]) => value.trim() !== '')
        .map(([name, value]) => ({ where: 'letter', quote: value, message: `The file's metadata holds "${name}".` })),
  },
  {
    number: 44,
    group: 'hygiene',
    needs: 'isKnownWord',
    severity: 'warn',
    title: 'Every word is spelt as the dictionary has it',
    modes: ANY_CASE,
    run: misspelt,
  },
  {
    number: 45,
    group: 'hygiene',
    severity: 'block',
    title: "The form's own words are unchanged",
    run: ({ letter }) => letter.messages.filter(isBoilerplateMessage).map((message) => ({ where: 'letter', message })),
  },
];
