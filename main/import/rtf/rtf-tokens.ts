/** RTF 1.9.1, "RTF syntax": groups, control words with an optional number, control symbols, hex bytes, text. */
export type RtfToken =
  | { readonly type: 'open' }
  | { readonly type: 'close' }
  | { readonly type: 'word'; readonly name: string; readonly value: number | null }
  | { readonly type: 'symbol'; readonly symbol: string }
  | { readonly type: 'byte'; readonly byte: number }
  /** Characters stand for bytes. */
  | { readonly type: 'text'; readonly text: string }
  /** What stands behind `\bin`, as characters that stand for bytes. */
  | { readonly type: 'binary'; readonly bytes: string };

const WORD = /([A-Za-z]{1,64})(-?\d{1,10})? ?/y;
const HEX = /'([0-9A-Fa-f]{2})/y;
const TEXT = /[^\\{}\r\n\0]+/y;

const match = (pattern: RegExp, source: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(source);
};

/**
 * The tokens of a file whose bytes are given as characters; what is cut off at the end is left out.
 */
export function* rtfTokens(source: string): Generator<RtfToken, void, undefined> {
  let at = 0;
  while (at < source.length) {
    const character = source[at];
    if (character === '{' || character === '}') {
      yield { type: character === '{' ? 'open' : 'close' };
      at += 1;
      continue;
    }
    if (character !== '\\') {
      const text = match(TEXT, source, at)?.[0];
      if (text !== undefined) yield { type: 'text', text };
      at += text?.length ?? 1;
      continue;
    }
    const word = match(WORD, source, at + 1);
    const hex = word === null ? match(HEX, source, at + 1) : null;
    if (word !== null) {
      const name = word[1] ?? '';
      const value = word[2] === undefined ? null : Number(word[2]);
      at += 1 + word[0].length;
      if (name === 'bin') {
        const end = at + Math.max(0, value ?? 0);
        yield { type: 'binary', bytes: source.slice(at, end) };
        at = end;
      } else yield { type: 'word', name, value };
    } else if (hex !== null) {
      yield { type: 'byte', byte: parseInt(hex[1] ?? '', 16) };
      at += 4;
    } else {
      const symbol = source[at + 1];
      if (symbol !== undefined) yield { type: 'symbol', symbol };
      at += 2;
    }
  }
}
