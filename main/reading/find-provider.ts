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
/** `Author: Avery Example, MD, Harbor Clinic`, `Author: Dr. Avery Example`: with the degree or the title, or with neither. */
const AUTHOR = new RegExp(`^Author:\\s+((?:Dr\\.?\\s+)?(?:${WITH_CREDENTIAL}|${NAME}))(?=$|[,.;(])`);
const ALONE = new RegExp(`^(${WITH_CREDENTIAL})\\.?$`);
const LETTERHEAD = new RegExp(`^(${WITH_CREDENTIAL})\\.?(?=\\s)`);
const LETTERHEAD_LINES = 3;
/** `Harborview Clinic, A. Example, MD`; `A. Example, MD, Orthopedic Surgery`: beside a clinic or a specialty. */
const BESIDE = new RegExp(
  `(?:^|[.,]\\s+)(${WITH_CREDENTIAL})(?:\\.?$|,\\s+[A-Z][A-Za-z]+(?:\\s(?:and\\s)?[A-Z][A-Za-z]+){0,4}\\.?$)`,
);
const CLOSING = new RegExp(`(?:\\s{2,}(?:[A-Z]\\.\\s)?${NAME}|\\s[A-Z]\\.\\s[A-Z][a-z]+),\\s+${CREDENTIAL}\\s*$`);
const REFERRING = /referring|referred|requested by|\bcc\b|\bto:|dear/i;

/** A name with its degree and nothing else. */
const NAME_ALONE = new RegExp(
  `^(?:Dr\\.?\\s+)?(?:(?:[A-Z]\\.\\s?)+[A-Z][A-Za-z'’-]+,?|${NAME},?|[A-Z][A-Za-z'’-]+,)\\s+${CREDENTIAL}(?:,\\s*[A-Z][\\w.-]*)*\\.?$`,
);

/** Whether the words are a clinician's name with the degree and nothing else: a signature, no finding. */
export const isSignedName = (text: string): boolean =>
  text.length < 70 && NAME_ALONE.test(text.trim()) && !ORDER.test(text);

/** "Continue Aquatic PT" is an order, though it reads like a name with a degree. */
const ORDER =
  /^(?:continue|start|add|request|order|begin|resume|stop|more|additional|outpatient|aquatic|home|begin|refer|no|further)\b/i;

const tidy = (name: string): string =>
  (name === name.toUpperCase()
    ? name.replace(/[A-Z]{3,}/g, (word) => word.charAt(0) + word.slice(1).toLowerCase())
    : name
  )
    .replace(/\s+/g, ' ')
    .replace(/(?<!\.[A-Za-z]{1,3}|\binc)\.$/i, '')
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
  /\b(?:clinic|center|centre|group|laborator(?:y|ies)|imaging|radiology|hospital|medical|medicine|urgent care|orthopa?edics|services|therapy|rehabilitation|chiropractic|acupuncture|associates|institute|inc\.?|health|healthcare|physicians|surgery center|utilization management|review)\b/i;
/** What a form or title is called, not who wrote it; lists of findings and sentences are no names either. */
const NO_FACILITY =
  /report|note|request|form|:|application|consultation|determination|evaluation|certification|statement|record|log\b|summary|division of|state of|department of|confidential|evaluator|examiner|reviewer|\blist\b|[.;]|\d{3}/i;

const firstColumn = (text: string): string => text.split(/\s{3,}|\t|\s[-–]\s/)[0] ?? text;

/** Whether the line begins with the name of a clinic, laboratory or other house, capitalised, in a column of its own. */
export const isFacility = (text: string): boolean => {
  const name = firstColumn(text);
  return (
    name.length < 60 &&
    FACILITY.test(name) &&
    !NO_FACILITY.test(name) &&
    name.split(/\s+/).every((word) => /^(?:[A-Z&]|of\b|and\b|for\b|the\b|at\b|-)/.test(word))
  );
};

const FOOT_LINES = 2;
/** Whose letterhead a record has; else whose name closes it. */
const facility = (lines: readonly Line[]): string => {
  const filled = lines.filter(({ text }) => text !== '');
  const line = [...filled.slice(0, 4), ...filled.slice(-FOOT_LINES)].find(({ text }) => isFacility(text));
  return line === undefined ? '' : tidy(firstColumn(line.text));
};

/** Who wrote the record, as printed with the degree; else whose letterhead it has; empty where no line says so. */
export const findProvider = (lines: readonly Line[]): string =>
  firstMatch(lines, AUTHOR) ??
  firstMatch(lines, LABELLED) ??
  firstMatch(lines, ALONE) ??
  firstMatch(lines.slice(0, LETTERHEAD_LINES), LETTERHEAD) ??
  firstMatch(lines, BESIDE) ??
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
