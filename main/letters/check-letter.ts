import { CHECK_LIST, type CheckName, type Severity } from '../../shared/check-list.ts';
import type { Finding } from '../../shared/check.ts';
import { FINDING_KINDS, type Found } from '../../shared/finding-kinds.ts';
import type { Statement, StatementSide } from '../../shared/guideline.ts';
import type { LetterForm } from '../../shared/letter.ts';
import type { FormDescription } from '../../shared/letter-form.ts';
import { parseStatement } from './build-statement.ts';
import type { CheckedLetter, CheckInput } from './checks/check.ts';
import { findParents } from './items/dependence.ts';
import { parseItemHeading } from './items/parse-item-heading.ts';
import { LETTER_CHECKS } from './letter-checks.ts';
import { formOf, type LetterForms } from './letter-forms.ts';
import { remember } from '../../shared/remember.ts';
import { wordFinding } from './word-finding.ts';

/** As stated in the case where it is one's own, and as the words tell otherwise. */
const statedParent = ({ items }: CheckInput, index: number): number | null => {
  const parent = items?.[index]?.parent ?? null;
  const at = parent === null ? -1 : (items?.findIndex(({ id }) => id === parent) ?? -1);
  return at >= 0 ? at : null;
};

/**
 * More headings and statements than a letter has; a key is what they are read with, and their words after a line break.
 */
const PARTS = 500;
const requestOf = remember(PARTS, (key) =>
  parseItemHeading(key.slice(key.indexOf('\n') + 1), key.slice(0, key.indexOf('\n'))),
);

const statementReaders = new WeakMap<LetterForms, (key: string) => Statement>();
const statementReader = (forms: LetterForms): ((key: string) => Statement) => {
  const known = statementReaders.get(forms);
  const read =
    known ??
    remember(PARTS, (key) => {
      const [form, side] = key.split(' ', 2) as [LetterForm, StatementSide];
      return parseStatement(key.slice(key.indexOf('\n') + 1), form, side, forms);
    });
  statementReaders.set(forms, read);
  return read;
};

const prepare = (input: CheckInput): CheckedLetter => {
  const {
    letter,
    context: { forms, today },
  } = input;
  const latest = letter.header.decisionDate === '' ? today : letter.header.decisionDate;
  const statementOf = statementReader(forms);
  const read = letter.items.map((item, index) => ({
    ...item,
    index,
    request: requestOf(`${latest}\n${item.heading}`),
    claims: statementOf(`${letter.form} claims \n${item.claimsGuideline}`),
    reviewer: statementOf(`${letter.form} reviewer \n${item.reviewerGuideline}`),
  }));
  const told = findParents(read);
  return {
    ...input,
    latest,
    checkedItems: read.map((item, index) => ({ ...item, parent: statedParent(input, index) ?? told[index] ?? null })),
  };
};

/** The severity of a check in a form. */
export const severityIn = (name: CheckName, { severities }: FormDescription): Severity =>
  severities[name] ?? CHECK_LIST[name].severity;

const toFinding = (found: Found, form: FormDescription): Finding => {
  const name = FINDING_KINDS[found.name].check;
  return { check: CHECK_LIST[name].number, severity: severityIn(name, form), ...found, message: wordFinding(found) };
};

/** Runs every check that applies in the given mode and form; findings in the order of the checks' numbers. */
export const checkLetter = (input: CheckInput): Finding[] => {
  const letter = prepare(input);
  const form = formOf(input.context.forms, input.letter.form);
  return LETTER_CHECKS.filter(({ modes }) => modes === undefined || modes.includes(input.mode)).flatMap((check) =>
    check.run(letter).map((found) => toFinding(found, form)),
  );
};
