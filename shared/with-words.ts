/**
 * The text with words put in before its end, given as it stands there (`ItemSuggestions.ends`); behind everything where
 * it is null or stands there no longer. A paragraph of its own where `isParagraph`.
 */
export const withWords = (text: string, words: string, end: string | null, isParagraph = false): string => {
  const found = end === null ? -1 : text.lastIndexOf(end);
  const at = found < 0 ? text.length : found;
  const before = text.slice(0, at).trimEnd();
  const after = text.slice(at).trimEnd();
  const gap = text.slice(before.length, at) || ' ';
  return `${before}${before === '' ? '' : isParagraph ? '\n' : ' '}${words}${after === '' ? '' : `${before === '' ? ' ' : gap}${after}`}`;
};
