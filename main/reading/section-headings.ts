import type { SectionKind } from './heading-words.ts';
import { HEADING_WORDS } from './heading-words.ts';

/** `18.`, `A.`, `IV.`: what may stand before a heading. */
const NUMBERING = '(?:(?:\\d{1,2}[a-z]?|[A-Z]|[IVX]{1,4})[.)]\\s+)?';
const INSTRUCTION = '(?:\\s*\\((?:[^()]|\\([^()]{0,4}\\)){0,160}\\)?)?';

const EVERY = HEADING_WORDS.flatMap(([, words]) => words)
  .sort((a, b) => b.length - a.length)
  .join('|');
/** A heading ends at a colon, at a dash between blanks, or is the whole line; the rest of the line is its content. */
const HEADING = new RegExp(
  `^${NUMBERING}(${EVERY})(?:\\s*\\(s\\))?${INSTRUCTION}\\s*(?::${INSTRUCTION}|\\s[-–]{1,2}\\s|\\.?$)`,
  'iu',
);
/** In a numbered form the heading may run on into its instruction: `20. DIAGNOSIS (if occupational ...`. */
const IN_FORM = new RegExp(`^\\d{1,2}\\.\\s+(${EVERY})(?![a-z])${INSTRUCTION}`, 'iu');
const KINDS = HEADING_WORDS.map(([kind, words]) => ({ kind, pattern: new RegExp(`^(?:${words.join('|')})$`, 'iu') }));

/** A heading at the start of a line: what its section is about and how many characters it takes. */
export type Heading = { readonly kind: SectionKind; readonly length: number };

const kindOf = (words: string): SectionKind => KINDS.find(({ pattern }) => pattern.test(words))?.kind ?? 'other';

/** A heading shows by its colon, by capitals, or by standing alone on a short line that begins with a capital. */
const isShown = (line: string, match: string): boolean => {
  if (match.replace(/[^A-Za-z]/g, '').length <= 3) return /:\s*$/.test(match) && /[A-Z]/.test(match);
  return /:|\s[-–]{1,2}\s$/.test(match) || line.length < 60 || /^\d/.test(line);
};

const formHeading = (line: string): Heading | null => {
  const match = IN_FORM.exec(line);
  const words = match?.[1] ?? '';
  return match !== null && words.length > 3 && words === words.toUpperCase()
    ? { kind: kindOf(words), length: match[0].length }
    : null;
};

const PART_OF_EXAM =
  /SPINE|BACK|NECK|SHOULDER|ELBOW|WRIST|HAND|HIP|KNEE|ANKLE|FOOT|FEET|EXTREMIT|MOTION|PALPATION|INSPECTION|NEURO|MOTOR|SENSORY|REFLEX|GAIT|TEST|STRENGTH|LUMBAR|CERVICAL|THORACIC/;

/** `21. Are your findings consistent with the account of injury:` is a question of a form, its answer no finding. */
const formQuestion = (line: string): Heading | null =>
  /^\d{1,2}[a-z]?\.\s.{3,90}:$/.test(line) ? { kind: 'other', length: line.length } : null;

/** A document's title or letterhead in capitals: what follows is its text. */
const TITLE =
  /REPORT|NOTE|EVALUATION|CONSULTATION|CENTER|CLINIC|GROUP|\bLOG\b|LETTER|SERVICES|THERAPY|CHIROPRACTIC|MEDICAL|ENCOUNTER|FAX|HOSPITAL|VISIT|SUMMARY/;

/** `SOCIAL SITUATION` or `BILLING DATA:` alone on a line: a heading whose section nobody asked for. */
const unknownHeading = (line: string): Heading | null =>
  /^[A-Z][A-Z &/',-]{4,48}:?$/.test(line) && /[A-Z]{4}/.test(line) && !PART_OF_EXAM.test(line)
    ? { kind: TITLE.test(line) ? 'narrative' : 'other', length: line.length }
    : null;

/** Enough of a line to know its heading by. */
const GLANCE = 240;

/** The heading that a line begins with, if it is one of those that notes and forms share; null for any other. */
export const namedHeadingOf = (whole: string): Heading | null => {
  const line = whole.slice(0, GLANCE);
  const match = /^[\dA-Z]/u.test(line) ? HEADING.exec(line) : null;
  return match !== null && isShown(line, match[0]) ? { kind: kindOf(match[1] ?? ''), length: match[0].length } : null;
};

/** The heading that a line begins with, or null. A single letter (`S:`) counts with its colon only. */
export const headingOf = (whole: string): Heading | null => {
  const line = whole.slice(0, GLANCE);
  if (!/^[\dA-Z]/u.test(line)) return null;
  return namedHeadingOf(line) ?? formHeading(line) ?? formQuestion(line) ?? unknownHeading(line);
};
