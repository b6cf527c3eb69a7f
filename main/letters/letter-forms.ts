import type { StatementSide } from '../../shared/guideline.ts';
import type { LetterForm } from '../../shared/letter.ts';

export type StatementForm = 'mtus' | 'mtus-and-other' | 'other' | 'none';

/** One wording of a guideline statement; `confirmed` where it was seen in a published letter of its form. */
export type StatementWording = {
  readonly text: string;
  readonly confirmed: boolean;
  /** Whether its MTUS citations name their sections. */
  readonly sections: boolean;
};

/** The fixed text of one form of the letter, with fields such as `{organisation}` where a value stands. */
export type LetterFormText = {
  readonly form: LetterForm;
  readonly caseBlock: boolean;
  readonly headings: { readonly howMade: string; readonly summary: string; readonly issues: string };
  readonly howMade: string;
  readonly credentials: readonly string[];
  readonly summaryLeadIn: string;
  readonly issuesLeadIn: string;
  readonly labels: { readonly claims: string; readonly reviewer: string; readonly rationale: string };
  readonly citation: { readonly plain: string; readonly withSections: string; readonly join: string };
  readonly statements: Readonly<Record<StatementSide, Readonly<Record<StatementForm, StatementWording>>>>;
};

export type LetterForms = Readonly<Record<LetterForm, LetterFormText>>;

type Json = Readonly<Record<string, unknown>>;

const SIDES = ['claims', 'reviewer'] as const;
const STATEMENT_FORMS = ['mtus', 'mtus-and-other', 'other', 'none'] as const;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const at = (json: Json, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((value, key) => (isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined), json);

const wanting = (path: string, what: string): Error =>
  new Error(`The letter form is damaged: "${path}" is not ${what}.`);

const text = (json: Json, path: string): string => {
  const value = at(json, path);
  if (typeof value !== 'string' || value === '') throw wanting(path, 'a text');
  return value;
};

const flag = (json: Json, path: string): boolean => {
  const value = at(json, path);
  if (typeof value !== 'boolean') throw wanting(path, 'true or false');
  return value;
};

const texts = (json: Json, path: string): string[] => {
  const value = at(json, path);
  if (!Array.isArray(value) || !value.every((line) => typeof line === 'string')) throw wanting(path, 'a list of texts');
  return value;
};

const wordingAt = (json: Json, side: StatementSide, form: StatementForm): StatementWording => {
  const path = `statements.${side}.${form}`;
  return {
    text: text(json, `${path}.text`),
    confirmed: flag(json, `${path}.confirmed`),
    sections: flag(json, `${path}.sections`),
  };
};

const wordingsOf = (json: Json, side: StatementSide): Readonly<Record<StatementForm, StatementWording>> => {
  const [mtus, both, other, none] = STATEMENT_FORMS;
  return {
    mtus: wordingAt(json, side, mtus),
    'mtus-and-other': wordingAt(json, side, both),
    other: wordingAt(json, side, other),
    none: wordingAt(json, side, none),
  };
};

/** The content of an `assets/letter/*.json`; throws a sentence that names what is missing in it. */
export const parseLetterForm = (json: unknown): LetterFormText => {
  if (!isObject(json)) throw new Error('The letter form is damaged: it is not a JSON object.');
  const form = text(json, 'form');
  if (form !== '2014' && form !== '2016') throw wanting('form', '"2014" or "2016"');
  const [claims, reviewer] = SIDES;
  return {
    form,
    caseBlock: flag(json, 'caseBlock'),
    headings: {
      howMade: text(json, 'headings.howMade'),
      summary: text(json, 'headings.summary'),
      issues: text(json, 'headings.issues'),
    },
    howMade: text(json, 'howMade'),
    credentials: texts(json, 'credentials'),
    summaryLeadIn: text(json, 'summaryLeadIn'),
    issuesLeadIn: text(json, 'issuesLeadIn'),
    labels: {
      claims: text(json, 'labels.claims'),
      reviewer: text(json, 'labels.reviewer'),
      rationale: text(json, 'labels.rationale'),
    },
    citation: {
      plain: text(json, 'citation.plain'),
      withSections: text(json, 'citation.withSections'),
      join: text(json, 'citation.join'),
    },
    statements: { claims: wordingsOf(json, claims), reviewer: wordingsOf(json, reviewer) },
  };
};
