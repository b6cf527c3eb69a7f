/** Lines at the top and at the bottom of a page in which a fax machine's own line is looked for. */
const TOP = 3;
const BOTTOM = 2;
const LONGEST = 200;

const TIME = /\b\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s?(?:[ap]\.?m\.?|edt|est|cdt|cst|mdt|mst|pdt|pst)?\b/iu;
const DATE =
  /\b(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d{2}-\d{2}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[\s-]{1,2}\d{1,2},?[\s-]{1,2}\d{2,4})\b/iu;
const COUNT =
  /(?:\bp{1,2}(?:a?ge?)?s?\b[.:#\s]{0,3}\d{1,4}(?:\s?(?:\/|of)\s?\d{1,4})?|\b\d{3,4}\s?\/\s?\d{3,4}\b|\bp\.?\s?0*\d{1,4}\s?\/\s?\d{1,4})/iu;
const WORD = /\bfax(?:ed)?\b|\btx\b|\brx\b|\bfrom\s?:|\bto\s?:|->|>>|\bxmit\b/iu;
const PHONE = /(?:\+?1[\s.-]?)?\(?\d{3}\)?[\s.-]?\d{3}[\s.-]?\d{4}\b/u;

/**
 * How many of the things that fax machines print stand in the line; a time of day with a date, or a count of pages,
 * must be among them.
 */
const isMachineLine = (line: string): boolean => {
  if (line.length > LONGEST) return false;
  const isTimed = TIME.test(line) && DATE.test(line);
  const isCounted = COUNT.test(line);
  const others = [WORD, PHONE].filter((pattern) => pattern.test(line)).length;
  if (isTimed && isCounted) return others > 0;
  return (isTimed || isCounted) && others === 2 && WORD.test(line);
};

/**
 * The line that a fax machine printed across the top or the bottom of a page (47 CFR 68.318(d): date, time, sender and
 * number); null where there is none.
 */
export const findFaxHeader = (text: string): string | null => {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const edges = [...lines.slice(0, TOP), ...lines.slice(Math.max(TOP, lines.length - BOTTOM))];
  return edges.find(isMachineLine) ?? null;
};
