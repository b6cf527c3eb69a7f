import { measureText, type Face } from './measure-text.ts';

/** Rounding to its own units costs a word processor about this much of a line. */
const SLACK = 0.035;

/** A stretch of text in one face. */
export type Stretch = { readonly text: string; readonly face: Face };

/**
 * Where a line may end (Unicode Standard Annex 14 as word processors apply it): after blanks, after hyphens inside
 * words, around dashes, after bars and marks that a word follows, and after slashes, of which see {@link breakLines}.
 */
const OPPORTUNITY =
  /(?<=\s)(?=\S)(?!(?<=—\s+)—)|(?<=\S-)(?![\s\-/!?,.;:)\]}"'’”%]|$)|(?<=[–|])(?=\S)|(?<=[^\s—])(?=—)|(?<=—)(?=[^\s—])|(?<=[!?])(?=[\p{L}\p{N}(])|(?<=\/)(?![\s\d/!?,.;:)\]}"'’”]|$)/u;

/** The text in pieces that never part; each keeps the blanks that end it. */
const piecesOf = (text: string): string[] => text.split(OPPORTUNITY);

type Piece = { readonly stretches: readonly Stretch[]; readonly width: number; readonly widthWithBlanks: number };

const widthOf = (stretches: readonly Stretch[], size: number): number =>
  stretches.reduce((sum, { text, face }) => sum + measureText(text, face, size), 0);

const trimLast = (stretches: readonly Stretch[]): Stretch[] =>
  stretches.map((stretch, index) =>
    index === stretches.length - 1 ? { ...stretch, text: stretch.text.trimEnd() } : stretch,
  );

/** The stretches cut at the offsets where pieces begin. */
const cut = (stretches: readonly Stretch[], pieces: readonly string[]): Stretch[][] => {
  const left = stretches.map((stretch) => ({ ...stretch }));
  return pieces.map((piece) => {
    const taken: Stretch[] = [];
    for (let wanted = piece.length; wanted > 0;) {
      const [first] = left;
      if (first === undefined) break;
      const text = first.text.slice(0, wanted);
      if (text !== '') taken.push({ face: first.face, text });
      wanted -= text.length;
      if (text.length === first.text.length) left.shift();
      else first.text = first.text.slice(text.length);
    }
    return taken;
  });
};

const joinAlike = (stretches: readonly Stretch[]): Stretch[] =>
  stretches.reduce<Stretch[]>((all, { text, face }) => {
    const last = all.at(-1);
    return last?.face === face ? [...all.slice(0, -1), { face, text: last.text + text }] : [...all, { text, face }];
  }, []);

/** A word wider than the line, cut into parts that each fill one. */
const forced = (piece: Piece, width: number, size: number): Piece[] => {
  const parts: Stretch[][] = [[]];
  let used = 0;
  for (const { text, face } of piece.stretches) {
    for (const character of text) {
      const advance = measureText(character, face, size);
      if (used + advance > width && character.trim() !== '') {
        parts.push([]);
        used = 0;
      }
      parts.at(-1)?.push({ text: character, face });
      used += advance;
    }
  }
  return parts.map((stretches) => ({
    stretches: joinAlike(stretches),
    width: widthOf(trimLast(joinAlike(stretches)), size),
    widthWithBlanks: widthOf(stretches, size),
  }));
};

const endOf = (piece: Piece | undefined): string => piece?.stretches.at(-1)?.text.at(-1) ?? ' ';

/**
 * The pieces of a full line that stay on it. One that would end with a slash gives up its last word, or, where not even
 * one more character had room, what follows the last opportunity before the slash.
 */
const staying = (line: readonly Piece[], hasRoomForMore: boolean): number => {
  if (endOf(line.at(-1)) !== '/') return line.length;
  const before = hasRoomForMore
    ? line.findLastIndex((piece) => /\s/u.test(endOf(piece)))
    : line.findLastIndex((piece) => endOf(piece) !== '/');
  return before < 0 ? line.length : before + 1;
};

const firstCharacter = ({ stretches: [first] }: Piece, size: number): number =>
  first === undefined ? 0 : measureText(first.text.slice(0, 1), first.face, size);

const textOf = (line: readonly Piece[]): Stretch[] => trimLast(joinAlike(line.flatMap(({ stretches }) => stretches)));

/**
 * A paragraph broken into lines of at most `fullWidth` points, each line's blanks at its end left out. An empty
 * paragraph is one empty line. A line never ends with a slash: where it would, its last word goes to the next line
 * whole.
 */
export const breakLines = (stretches: readonly Stretch[], fullWidth: number, size: number): Stretch[][] => {
  const width = fullWidth - SLACK;
  const measured = cut(stretches, piecesOf(stretches.map(({ text }) => text).join(''))).map((parts): Piece => ({
    stretches: parts,
    width: widthOf(trimLast(parts), size),
    widthWithBlanks: widthOf(parts, size),
  }));
  const lines: Stretch[][] = [];
  let line: Piece[] = [];
  const usedBy = (pieces: readonly Piece[]): number =>
    pieces.reduce((sum, { widthWithBlanks }) => sum + widthWithBlanks, 0);
  let used = 0;
  for (const piece of measured.flatMap((one) => (one.width > width ? forced(one, width, size) : [one]))) {
    while (line.length > 0 && used + piece.width > width) {
      const kept = staying(line, used + firstCharacter(piece, size) <= width);
      lines.push(textOf(line.slice(0, kept)));
      line = line.slice(kept);
      used = usedBy(line);
    }
    line.push(piece);
    used += piece.widthWithBlanks;
  }
  return [...lines, textOf(line)];
};
