import type { Line } from './read-lines.ts';

const CREDENTIAL =
  '(?:M\\.?\\s?D\\.?|D\\.?O\\.?|D\\.?C\\.?|D\\.?P\\.?M\\.?|D\\.?D\\.?S\\.?|D\\.?P\\.?T\\.?|P\\.?T\\.?|O\\.?T\\.?R?(?:/L)?|P\\.?A\\.?(?:-?C)?|N\\.?P\\.?|F\\.?N\\.?P\\.?(?:-?C)?|R\\.?N\\.?|L\\.?\\s?Ac\\.?|Ph\\.?\\s?D\\.?|Psy\\.?D\\.?)(?![A-Za-z])';
const NAME = "(?:[A-Z][A-Za-z'’-]*\\.?\\s+){1,3}[A-Z][A-Za-z'’-]+";
const WITH_CREDENTIAL = `${NAME},?\\s+${CREDENTIAL}(?:,\\s*${CREDENTIAL})*`;
/** Printed before the one who saw the patient; the referring physician is somebody else. */
const LABELLED = new RegExp(
  `(?<!referring |referred by |to )(?:^|\\b)(?:treating physician|rendering provider|provider(?: name| signature)?|requesting physician(?: name)?(?: \\([^)]*\\))?|examining physician|evaluating physician|physician|surgeon|therapist|chiropractor|acupuncturist|radiologist|examiner|evaluator|clinician|interpreted by|dictated by|(?:electronically |digitally )?signed by|seen by|attending|doctor name and degree(?: \\([^)]*\\))?|name)\\s*[:\\-]?\\s+(?:by\\s+)?(${WITH_CREDENTIAL})`,
  'i',
);
const ALONE = new RegExp(`^(${WITH_CREDENTIAL})\\.?$`);
const LETTERHEAD = new RegExp(`^(${WITH_CREDENTIAL})\\.?(?=\\s)`);
const LETTERHEAD_LINES = 3;
const CLOSING = new RegExp(`(?:\\s{2,}(?:[A-Z]\\.\\s)?${NAME}|\\s[A-Z]\\.\\s[A-Z][a-z]+),\\s+${CREDENTIAL}\\s*$`);
const REFERRING = /referring|referred|requested by|\bcc\b|\bto:|dear/i;

const tidy = (name: string): string =>
  (name === name.toUpperCase()
    ? name.replace(/[A-Z]{3,}/g, (word) => word.charAt(0) + word.slice(1).toLowerCase())
    : name
  )
    .replace(/\s+/g, ' ')
    .trim();

const firstMatch = (lines: readonly Line[], pattern: RegExp): string | undefined => {
  for (const { text } of lines) {
    const match = REFERRING.test(text) ? null : pattern.exec(text);
    if (match?.[1] !== undefined) return tidy(match[1]);
  }
  return undefined;
};

const closing = (lines: readonly Line[]): string | undefined => {
  for (const { text } of lines) {
    const match = CLOSING.exec(text);
    if (match !== null) return tidy(match[0]);
  }
  return undefined;
};

const FACILITY =
  /\b(?:clinic|center|centre|group|laborator(?:y|ies)|imaging|radiology|hospital|medical|services|therapy|rehabilitation|chiropractic|acupuncture|associates|institute|inc\.?|health|review)\b/i;
const facility = (lines: readonly Line[]): string => {
  const line = lines
    .filter(({ text }) => text !== '')
    .slice(0, 4)
    .find(({ text }) => FACILITY.test(text) && text.length < 60 && !/report|note|request|form|:/i.test(text));
  return line === undefined ? '' : tidy(line.text.split(/\s{3,}/)[0] ?? '');
};

/** Who wrote the record, as printed with the degree; else whose letterhead it has; empty where no line says so. */
export const findProvider = (lines: readonly Line[]): string =>
  firstMatch(lines, LABELLED) ??
  firstMatch(lines, ALONE) ??
  firstMatch(lines.slice(0, LETTERHEAD_LINES), LETTERHEAD) ??
  closing(lines) ??
  facility(lines);

/**
 * Who decided a utilization review: the letter is addressed to the requesting physician, so its end is read, not its
 * head.
 */
export const findReviewer = (lines: readonly Line[]): string => {
  const end = lines.findLastIndex(({ text }) => /sincerely|physician reviewer|reviewed by|reviewer\b.*:/i.test(text));
  return (
    (end === -1
      ? undefined
      : firstMatch(lines.slice(Math.max(0, end - 2), end + 5), new RegExp(`(${WITH_CREDENTIAL})`))) ?? facility(lines)
  );
};
