import type { WordSet } from '../layout/word-set.ts';
import { NO_WORDS } from '../layout/word-set.ts';
import type { Note } from './annotations.ts';
import type { Box } from './page-map.ts';
import { asWords, gather, newGathered, wordsWithin } from './place-fields.ts';

const NAMES: Readonly<Record<Note['kind'], string>> = {
  remark: 'Typed remark',
  sticky: 'Note',
  highlight: 'Remark on marked text',
  stamp: 'Stamp',
  drawing: 'Remark on a drawing',
};

/** The day of a date as PDF writes it (ISO 32000-1, 7.9.4), month first as these records have it. */
const dayOf = (date: string): string => {
  const [, year, month = '01', day = '01'] = /^(?:D:)?(\d{4})(\d{2})?(\d{2})?/.exec(date) ?? [];
  return year === undefined ? '' : `${month}/${day}/${year}`;
};

const headOf = ({ kind, author, date }: Note): string => {
  const by = author.trim().replace(/\s+/gu, ' ');
  return [NAMES[kind], ...(by === '' ? [] : [`by ${by}`]), ...(dayOf(date) === '' ? [] : [dayOf(date)])].join(', ');
};

const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

export type PlacedNotes = {
  /** Each note in a line of its own, in brackets, with who wrote it and when. */
  readonly notes: WordSet;
  /** Words that the page gained and that belong to no note. */
  readonly rest: WordSet;
};

/** Bytes of the notes of a page, in letters. */
const MOST = 500_000;

/** Writes down the notes of a page: what they say, and what they draw. `gained` are words that were drawn by them. */
export const placeNotes = (notes: readonly Note[], gained: WordSet): PlacedNotes => {
  if (notes.length === 0) return { notes: NO_WORDS, rest: gained };
  const within = wordsWithin(
    gained,
    notes.map(({ box }) => box),
  );
  const out = newGathered();
  let letters = 0;
  notes.forEach((note, line) => {
    const own = within[line] ?? [];
    const drawn = own.map((word) => gained.texts[word] ?? '');
    const written = note.words.match(/\S+/gu) ?? [];
    const isDrawn = bare(drawn.join('')) !== '' && note.kind !== 'sticky';
    const words = isDrawn
      ? bare(drawn.join('')) === bare(written.join(''))
        ? drawn
        : [...drawn, ...(note.kind === 'stamp' || note.kind === 'remark' ? [] : written)]
      : written;
    letters += words.reduce((sum, word) => sum + word.length, 0);
    if (words.length === 0 || letters > MOST) return;
    const boxes = words.map((_, at): Box => {
      const word = isDrawn ? own[at] : undefined;
      if (word === undefined) return note.box;
      const [left = 0, top = 0, right = 0, bottom = 0] = gained.boxes.subarray(word * 4, word * 4 + 4);
      return { left, top, right, bottom };
    });
    gather(out, `[${headOf(note)}:`, note.box, line);
    words.forEach((word, at) => {
      gather(out, at === words.length - 1 ? `${word}]` : word, boxes[at] ?? note.box, line);
    });
  });
  return { notes: asWords(out), rest: NO_WORDS };
};

/** Writes down values that a page of this size does not show, each in a line of its own. */
export const placeValues = (values: readonly string[], width: number, height: number): WordSet => {
  const out = newGathered();
  values.forEach((value, line) => {
    const words = value.match(/\S+/gu) ?? [];
    words.forEach((word, at) => {
      const text = `${at === 0 ? '[Value in the form, ' : ''}${word}${at === words.length - 1 ? ']' : ''}`;
      gather(out, text, { left: 0, top: 0, right: width, bottom: height }, line);
    });
  });
  return asWords(out);
};
