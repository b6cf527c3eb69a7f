const ALLOWED_BLANKS = /[\u000b\f\u0085\u2028\u2029]/gu;
/** What XML 1.0 (section 2.2) forbids, the byte order mark, and halves of surrogate pairs. */
const FORBIDDEN =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** The text without the characters that no letter can hold; a line or page separator becomes a line break. */
export const cleanText = (text: string): string =>
  text.replace(ALLOWED_BLANKS, '\n').replace(/\r\n?/gu, '\n').replace(FORBIDDEN, '');
