import type { DateKind } from '../entry.ts';

type Label = { readonly kind: DateKind; readonly words: string };

/** What is printed before a date, nearest one first; longer labels of one kind need not come first. */
const LABELS: readonly Label[] = [
  { kind: 'birth', words: 'd\\.?o\\.?b\\.?|date of birth|birth ?date|birth|born(?: on)?' },
  {
    kind: 'injury',
    words:
      'd\\.?o\\.?i\\.?|d/i|d/a|dates? (?:and (?:time|hour) )?of (?:the )?(?:industrial |work )?(?:injury|accident|loss|illness|onset|injury or (?:illness|onset of illness)|injury/illness)|dates? injured|injury date|(?:industrial|work(?:-related)?|occupational|specific) (?:injury|accident|claim)(?: of| on| dated| from| which occurred on| that occurred on)?|injury (?:of|on|from)|injured[\\w\\s,/-]{0,60}? on(?: or about)?|accident (?:of|on)|sustained[\\w\\s,/-]{0,60}? on(?: or about)?',
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

/** Only white space, colons, brackets, underscores or small words may stand between a label and its date. */
const CLOSE =
  /^[\s:;#.,=_|()[\]-]*(?:(?:ct|cumulative|continuous|trauma|period|is|was|on|of|or|about|the|and|at|approximately|today|a|yyyy|mm|dd|date|by|in|from|with|to|service|examination|injury|report|note|visit|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6})[\s:.,/()]*){0,3}$/iu;

/** Letters before a date in which its label may stand. */
const REACH = 110;
/** The longest line that a fax machine prints, and a little more. */
const LONGEST_LINE = 150;

/** Where the line begins that a place stands in, or a place so far before it. */
const lineStartAt = (text: string, at: number, most: number): number => {
  const least = Math.max(0, at - most);
  for (let start = at; start > least; start -= 1) if (text.charCodeAt(start - 1) === 10) return start;
  return least;
};

/** What stands before on the line; where nothing does, on the line before. */
const lineBefore = (text: string, start: number, floor: number): string => {
  const lineStart = lineStartAt(text, start, REACH);
  const isFirst = lineStart > 1 && text.charCodeAt(lineStart - 1) === 10 && text.slice(lineStart, start).trim() === '';
  const from = isFirst ? lineStartAt(text, lineStart - 1, REACH) : lineStart;
  return text.slice(Math.max(from, floor, start - REACH), start);
};

const isSignature = (line: string): boolean =>
  /date\s*:?[\s_]*$/i.test(line) &&
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

/** Whether the date stands in the line of a fax machine, which has a clock time in it. */
const isOnFaxLine = (text: string, start: number): boolean => {
  const lead = text.slice(Math.max(0, start - LONGEST_LINE), start);
  const rest = text.slice(start, start + LONGEST_LINE);
  if (!lead.includes(':') && !rest.includes(':')) return false;
  const end = rest.indexOf('\n');
  const line = lead.slice(lead.lastIndexOf('\n') + 1) + (end === -1 ? rest : rest.slice(0, end));
  return line.length <= LONGEST_LINE && isFaxLine(line) && !/\bprinted|\bprint date/i.test(line);
};

/** Words that may stand between a label and its date: any other says that no label is there. */
const BETWEEN: ReadonlySet<string> = new Set(
  'ct cumulative continuous trauma period is was on of or about the and at approximately today a yyyy mm dd date by in from with to service examination injury report note visit mon tue wed thu fri sat sun monday tuesday wednesday thursday friday saturday sunday tues thur thurs'.split(
    ' ',
  ),
);
const wordsIn = (pattern: string): string[] => (pattern.match(/[a-z'’©]+/gi) ?? []).map((word) => word.toLowerCase());

/** Each kind with a pattern of its labels that ends where a text ends, and the words that its labels are made of. */
const ENDING = LABELS.map(({ kind, words }) => ({
  kind,
  pattern: new RegExp(`(?<![a-z])(?:${words})$`, 'i'),
  words: new Set([
    ...wordsIn(words),
    ...(kind === 'birth' ? ['dob'] : []),
    ...(kind === 'injury' ? ['doi'] : []),
    ...(kind === 'service' ? ['dos'] : []),
  ]),
}));

const isWordCode = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 39 || code === 0x2019 || code === 0xa9;

/** Words that may stand between a label and its date, at most. */
const MOST_BETWEEN = 3;

/** The kind of the longest label that ends where a text ends. */
const labelAtEnd = (text: string, lastWord: string): DateKind | null => {
  let longest = 0;
  let found: DateKind | null = null;
  for (const { kind, pattern, words } of ENDING) {
    if (!words.has(lastWord) && !(kind === 'signed' && /sign/i.test(text))) continue;
    const length = pattern.exec(text)?.[0].length ?? 0;
    if (length > longest) [longest, found] = [length, kind];
  }
  return found;
};

/** The label that ends nearest to the end of a text, with nothing behind it but small words and signs. */
const findLabel = (line: string): DateKind | null => {
  let end = line.length;
  for (let words = 0; words <= MOST_BETWEEN; words += 1) {
    const stop = end;
    while (end > 0 && !isWordCode(line.charCodeAt(end - 1))) end -= 1;
    if (end === 0) return null;
    let from = end;
    while (from > 0 && isWordCode(line.charCodeAt(from - 1))) from -= 1;
    const word = line.slice(from, end).toLowerCase();
    // A label may end with the signs behind its word, as `d:` does, or `exp.`.
    for (const to of stop > end ? [end + 1, end] : [end]) {
      const kind = labelAtEnd(line.slice(0, to), word);
      if (kind !== null && CLOSE.test(line.slice(to))) return kind;
    }
    if (!BETWEEN.has(word)) return null;
    end = from;
  }
  return null;
};

/** Letters before a date on which its label depends, but for the few labels that hold other words. */
const TAIL = 72;
const HOLDS_OTHERS = /sign|injured|sustained/i;
const answers = new Map<string, DateKind | null>();
const MOST_ANSWERS = 4000;

const labelIn = (line: string): DateKind | null => {
  const tail = HOLDS_OTHERS.test(line) ? line : line.slice(-TAIL);
  const known = answers.get(tail);
  if (known !== undefined) return known;
  const answer = findLabel(tail);
  if (answers.size >= MOST_ANSWERS) answers.clear();
  answers.set(tail, answer);
  return answer;
};

/**
 * What the date at `start` to `end` is the date of, told by the words around it: a label before it on its line, one
 * after it, or the prose that it stands in. `floor` is where the date before it ended: labels of that one do not count.
 */
export const dateKindAt = (text: string, start: number, end: number, floor: number): DateKind => {
  const before = lineBefore(text, start, floor);
  if (isOnFaxLine(text, start)) return 'faxed';
  if (isSignature(before)) return 'signed';
  const labelled = labelIn(before);
  if (labelled !== null && !/\bdates?d?\W*$/iu.test(before)) return labelled;
  const after = text.slice(end, end + 40).split('\n')[0] ?? '';
  const following = LABEL_OF_NEXT.test(after) ? undefined : AFTER.find(({ pattern }) => pattern.test(after))?.kind;
  if (following !== undefined) return following;
  if (
    /sign|attest|approv|execut|authent/i.test(before) &&
    SIGNED_BY.test(before) &&
    (labelled === null || /\bdated?\W*$/iu.test(before))
  )
    return 'signed';
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
