import type { DateKind } from '../entry.ts';

type Label = { readonly kind: DateKind; readonly words: string };

/** What is printed before a date, nearest one first; longer labels of one kind need not come first. */
const LABELS: readonly Label[] = [
  { kind: 'birth', words: 'd\\.?o\\.?b\\.?|date of birth|birth ?date|birth|born(?: on)?' },
  {
    kind: 'injury',
    words:
      'd\\.?o\\.?i\\.?|d/i|d/a|date (?:and (?:time|hour) )?of (?:the )?(?:industrial |work )?(?:injury|accident|loss|illness|onset|injury or (?:illness|onset of illness)|injury/illness)|dates? injured|injury date|(?:industrial|work(?:-related)?|occupational|specific) (?:injury|accident|claim)(?: of| on| dated| from| which occurred on| that occurred on)?|injury (?:of|on|from)|injured[\\w\\s,/-]{0,60}? on(?: or about)?|accident (?:of|on)|sustained[\\w\\s,/-]{0,60}? on(?: or about)?',
  },
  { kind: 'printed', words: 'print(?:ed)?(?: date| on)?|date printed|run date|generated(?: on)?|report generated' },
  { kind: 'faxed', words: 'fax(?:ed)?(?: date| on)?|transmitted(?: on)?|date faxed' },
  {
    kind: 'received',
    words:
      "(?:date |claims administrator )?(?:received|rec['’]?d|recv['’]?d|receipt)(?: date| on| by)?|date of receipt|stamped(?: received)?",
  },
  {
    kind: 'signed',
    words:
      '(?:electronically |digitally |e-?)?sign(?:ed|ature)(?: date| by| on)?[^\\n]{0,60}?(?:date[d]?)?|date signed|executed(?: on| at)?|authenticated(?: by| on)?|attested(?: on)?|approved by|co-?signed',
  },
  {
    kind: 'other',
    words:
      'dictated(?: on)?|transcribed(?: on)?|date (?:dictated|transcribed)|d:|t:|next (?:appointment|appt|visit)(?: date)?|return(?: to clinic| visit)?|follow-?up(?: on| appointment)?|expires?|expiration(?: date)?|exp\\.?|effective(?: date)?|revised|rev\\.?|copyright|©|form dated|hire(?:d)?(?: date| on)?|date of hire|date last worked|last worked|due(?: date| on| by)?|scheduled (?:for|on)|permanent and stationary|reviewed(?: on)?|date reviewed|certified|license|mailed(?: on)?|date mailed|until|through|valid',
  },
  {
    kind: 'service',
    words:
      'd\\.?o\\.?s\\.?|d/s|date(?:\\(s\\)|s)? of (?:service|exam(?:ination)?|visit|evaluation|re-?evaluation|treatment|procedure|operation|surgery|study|consultation|consult|encounter|report|assessment|admission|discharge|test|collection|session|initial (?:evaluation|exam(?:ination)?|visit))(?:\\(s\\))?|(?:exam(?:ination)?|visit|service|evaluation|treatment|encounter|procedure|study|consultation|report|appointment|session|surgery|collection|test|admission|progress note|initial evaluation|start of care|order|request|decision|determination) date|(?:was |were )?(?:seen|evaluated|examined|performed|collected|completed|re-?evaluated|treated|obtained|taken)(?: again| today| in \\w+| by [^\\n,]{1,40}?)?(?: on| for)?|visit (?:on|of)|office visit|exam(?:ination)?(?: performed)?(?: on)?|study|collected(?: on)?|date|dated|visit|progress (?:note|report)(?: of| dated)?',
  },
];

const BEFORE = LABELS.map(({ kind, words }) => ({
  kind,
  pattern: new RegExp(`(?<![a-z])(?:${words})(?![a-z])`, 'giu'),
}));
const AFTER: readonly { readonly kind: DateKind; readonly pattern: RegExp }[] = [
  { kind: 'injury', pattern: /^[\s,(]{0,3}(?:\(?doi\b|date of injury|(?:industrial |work )?injury\b|accident\b)/iu },
  { kind: 'birth', pattern: /^[\s,(]{0,3}(?:dob\b|date of birth)/iu },
  { kind: 'received', pattern: /^[\s,(]{0,3}received\b/iu },
  {
    kind: 'service',
    pattern:
      /^[\s,(]{0,3}(?:(?:office |follow-?up |initial |clinic |therapy )?(?:visit|progress (?:note|report)|exam(?:ination)?|evaluation|session|appointment|encounter|date of service|dos\b|note|report|mri|x-?rays?))\b/iu,
  },
];

/** A label that has a date of its own behind it says nothing of the date before it. */
const LABEL_OF_NEXT = /^[\s,(]{0,3}[A-Za-z' /]{3,28}[:\s]{1,3}\d{1,2}[/.-]\d/u;

/** Said of a day in prose, this is care: `On 06/10/14, he stated`, `as of 06/04/14`. */
const PROSE_LEAD = /\b(?:on|as of|by|since|from|in|documentation of|note of)\s+$/iu;

/** A label and how far before the date it ends. */
type Near = { readonly kind: DateKind; readonly gap: number };

const nearestLabel = (before: string): Near | null => {
  let best: (Near & { readonly length: number }) | null = null;
  for (const { kind, pattern } of BEFORE) {
    for (const match of before.matchAll(pattern)) {
      const gap = before.length - match.index - match[0].length;
      // Of labels that end at the same place the longer one says more: `fax date` before `date`.
      if (best === null || gap < best.gap || (gap === best.gap && match[0].length > best.length))
        best = { kind, gap, length: match[0].length };
    }
  }
  return best;
};

/** Only white space, colons, brackets, underscores or small words may stand between a label and its date. */
const CLOSE =
  /^[\s:;#.,=_|()[\]-]*(?:(?:is|was|on|of|or|about|the|and|at|approximately|today|a|yyyy|mm|dd|date|by|in|from|with|to|service|examination|injury|report|note|visit)[\s:.,/()]*){0,3}$/iu;

/** What stands before on the line; where nothing does, on the line before. */
const lineBefore = (text: string, start: number, floor: number): string => {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const isFirst = text.slice(lineStart, start).trim() === '' && lineStart > 1;
  const from = isFirst ? text.lastIndexOf('\n', lineStart - 2) + 1 : lineStart;
  return text.slice(Math.max(from, floor, start - 110), start);
};

const isSignature = (line: string): boolean =>
  /(?:signature|signed|\bM\.?D\.?\b|\bD\.?C\.?\b|\bP\.?T\.?\b|\bD\.?O\.?\b|\bP\.?A\.?(?:-C)?\b|\bN\.?P\.?\b)[^\n]*?date\s*:?[\s_]*$/iu.test(
    line,
  );

/** `Electronically signed by A. Example, MD on`: the signer stands between the word and the date. */
const SIGNED_BY =
  /\b(?:e-?signed|signed|authenticated|attested|approved|executed)\s(?:by\s)?(?:(?!\.\s+[A-Z][a-z]+\s)[^\n]){0,70}$/iu;

/** The header that a fax machine prints: a clock time beside FAX, FROM, TO, or a page count, in one line. */
const FAX_LINE =
  /^(?=.*(?:\b\d{1,2}:\d{2}(?!\d)))(?=.*(?:\bfax\b|\bfrom\s?:|\bto\s?:|\bp\.?\s?\d{1,3}\s?(?:\/|of)\s?\d{1,3}|\bpage\s?:?\s?\d{1,3}\b|\bpg\.?\s?\d|→|-+>)).{10,140}$/iu;

/** True for the line a fax machine prints over a page. */
export const isFaxLine = (line: string): boolean => FAX_LINE.test(line.trim());

const lineOf = (text: string, start: number): string => {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const to = text.indexOf('\n', start);
  return text.slice(from, to === -1 ? text.length : to);
};

const labelIn = (words: string): DateKind | null => {
  const label = nearestLabel(words);
  return label !== null && CLOSE.test(words.slice(words.length - label.gap)) ? label.kind : null;
};

/**
 * What the date at `start` to `end` is the date of, told by the words around it: a label before it on its line, one
 * after it, or the prose that it stands in. `floor` is where the date before it ended: labels of that one do not count.
 */
export const dateKindAt = (text: string, start: number, end: number, floor: number): DateKind => {
  const before = lineBefore(text, start, floor);
  const line = lineOf(text, start);
  if (isFaxLine(line) && !/\bprinted|\bprint date/i.test(line)) return 'faxed';
  if (isSignature(before)) return 'signed';
  const labelled = labelIn(before);
  if (labelled !== null && !/\bdates?d?\W*$/iu.test(before)) return labelled;
  const after = text.slice(end, end + 40).split('\n')[0] ?? '';
  const following = LABEL_OF_NEXT.test(after) ? undefined : AFTER.find(({ pattern }) => pattern.test(after))?.kind;
  if (following !== undefined) return following;
  if (SIGNED_BY.test(before) && (labelled === null || /\bdated?\W*$/iu.test(before))) return 'signed';
  return labelled ?? (PROSE_LEAD.test(before.slice(-24)) ? 'service' : 'other');
};

/** The kinds of the labels in a line that holds labels and no dates: the head of a row of values. */
export const labelsIn = (line: string): DateKind[] => {
  const found: { readonly kind: DateKind; readonly start: number; readonly end: number }[] = [];
  for (const { kind, pattern } of BEFORE)
    for (const match of line.matchAll(pattern))
      found.push({ kind, start: match.index, end: match.index + match[0].length });
  const longest = found.filter(
    (one) =>
      !found.some(
        (other) =>
          other !== one &&
          other.start <= one.start &&
          other.end >= one.end &&
          other.end - other.start > one.end - one.start,
      ),
  );
  return longest.sort((a, b) => a.start - b.start).map(({ kind }) => kind);
};
