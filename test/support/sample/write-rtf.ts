export type RtfLine = { readonly text: string; readonly bold?: boolean };

/** RTF 1.9.1: backslash and braces are escaped, a character outside ASCII is written as its number with a fallback. */
const escapeText = (text: string): string =>
  [...text]
    .map((character) => {
      if (character === '\t') return '\\tab ';
      if (/[\\{}]/.test(character)) return `\\${character}`;
      return character.charCodeAt(0) < 128 ? character : `\\u${character.charCodeAt(0)}?`;
    })
    .join('');

/** A record as RTF, one paragraph a line. */
export const writeRtf = (lines: readonly RtfLine[]): Uint8Array => {
  const body = lines.map(
    ({ text, bold }) => `\\pard\\sa120 ${bold === true ? `{\\b ${escapeText(text)}}` : escapeText(text)}\\par`,
  );
  const head =
    '{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fswiss Arial;}}{\\info{\\title Telephone encounter}}\\paperw12240\\paperh15840\\f0\\fs22';
  return new TextEncoder().encode(`${[head, ...body].join('\r\n')}\r\n}\r\n`);
};
