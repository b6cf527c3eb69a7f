import { found, type Found } from '../../../shared/finding-kinds.ts';
import { formOf } from '../letter-forms.ts';
import { statementWords } from '../statement-words.ts';
import { ANY_CASE, itemPart, LETTER, OWN_CASE, type CheckedLetter, type LetterCheck } from './check.ts';
import { findIdentities } from './find-identities.ts';
import { proseParts, writtenParts, type PartText } from './written-parts.ts';

/** Fields in braces, brackets that tell what to put there, runs of underscores, and the usual stand-ins. */
const PLACEHOLDER =
  /\{\{?[^{}\n]{0,60}\}?\}|\[(?:\s*|_+|\.{2,}|…|x+|[A-Z]+_[A-Z_]+|(?:insert|enter|add|choose|select|fill in|your|name|date|drug|dose|body part|side|diagnosis)\b[^\][\n]{0,60})\]|<(?:insert|enter|add|choose|select|your|name|date|drug|dose|body part|side|diagnosis)\b[^<>\n]{0,40}>|_{3,}|\bX{3,}\b|\bTBD\b|\bTKTK\b|\?{3,}|\bMM[/-]DD[/-](?:YY){1,2}\b|lorem ipsum|click (?:or tap )?here to enter/giu;

const placeholders = ({ part, text }: PartText): Found[] =>
  [...text.matchAll(PLACEHOLDER)].map(([blank]) => found('unfilled-blank', part, { blank }, blank));

/**
 * The two names that the form's own words are built around: without them the letter would print a gap. A letter read
 * alone has said so already.
 */
const unnamed = ({ letter, mode, context: { forms } }: CheckedLetter): Found[] => {
  const { labels } = formOf(forms, letter.form);
  const names = labels.reviewer.includes('{guidelineLabel}')
    ? (['organisation', 'guidelineLabel'] as const)
    : (['organisation'] as const);
  return mode === 'letter-alone'
    ? []
    : names
        .filter((what) => letter[what].trim() === '')
        .map((what) => found('missing-name', { kind: 'reviewer-value', name: what }, { what }));
};

/**
 * A statement that says what it is based on and cites nothing; the reviewer's MTUS citation has a check of its own
 * (22).
 */
const uncited = ({ letter, checkedItems, context: { forms } }: CheckedLetter): Found[] => {
  const form = formOf(forms, letter.form);
  return checkedItems.flatMap((item) =>
    (['claims', 'reviewer'] as const).flatMap((side) => {
      const part = side === 'claims' ? 'claimsGuideline' : 'reviewerGuideline';
      const gap = statementWords(form, side).gapIn(item[part]);
      return gap === null || (side === 'reviewer' && gap === 'mtus')
        ? []
        : [found('statement-without-citation', itemPart(item, part), { side }, item[part])];
    }),
  );
};

const identities = ({ letter, context: { identities: known = [] } }: CheckedLetter): Found[] =>
  writtenParts(letter)
    .filter(({ part: { kind } }) => kind === 'item' || kind === 'summary')
    .flatMap(({ part, text }) =>
      findIdentities(text, known).map(({ quote: words, identity: { kind, instead } }) =>
        found('person-identified', part, { words, what: kind, instead }, words),
      ),
    );

/** So many unknown words are listed, each once; more are one sentence. */
const WORDS_LISTED = 20;
const WORD = /(?<![\w'’/.@-])[a-z][a-z'’]{2,}(?![\w/@-])/gu;

const misspelt = ({ letter, context: { isKnownWord } }: CheckedLetter): Found[] => {
  if (isKnownWord === undefined) return [];
  const seen = new Set<string>();
  const unknown = proseParts(letter).flatMap(({ part, text }) =>
    [...text.matchAll(WORD)].flatMap(([word]) => {
      const bare = word.replace(/['’]s?$/u, '');
      if (seen.has(bare) || isKnownWord(bare) || isKnownWord(word)) return [];
      seen.add(bare);
      return [found('unknown-word', part, { word }, word)];
    }),
  );
  return unknown.length <= WORDS_LISTED
    ? unknown
    : [
        ...unknown.slice(0, WORDS_LISTED),
        found('more-unknown-words', LETTER, { count: unknown.length - WORDS_LISTED }),
      ];
};

export const hygieneChecks: readonly LetterCheck[] = [
  {
    name: 'blanks-filled',
    run: (letter) => [...unnamed(letter), ...uncited(letter), ...writtenParts(letter.letter).flatMap(placeholders)],
  },
  {
    name: 'nobody-identified',
    needs: 'identities',
    modes: OWN_CASE,
    run: identities,
  },
  {
    name: 'metadata-empty',
    modes: ANY_CASE,
    run: ({ context: { metadata = {} } }) =>
      Object.entries(metadata)
        .filter(([, value]) => value.trim() !== '')
        .map(([field, value]) => found('metadata-given', LETTER, { field }, value)),
  },
  {
    name: 'spelling',
    needs: 'isKnownWord',
    modes: ANY_CASE,
    run: misspelt,
  },
  {
    name: 'form-unchanged',
    run: ({ notes = [] }) => notes.flatMap((note) => (note.name === 'form' ? [note.found] : [])),
  },
];
