import { CHECK_LIST } from '../../shared/check-list.ts';
import { absenceChecks } from './checks/absence-checks.ts';
import type { LetterCheck } from './checks/check.ts';
import { citationChecks } from './checks/citation-checks.ts';
import { completenessChecks } from './checks/completeness-checks.ts';
import { fileChecks } from './checks/file-checks.ts';
import { headerChecks } from './checks/header-checks.ts';
import { hygieneChecks } from './checks/hygiene-checks.ts';
import { levelChecks } from './checks/level-checks.ts';
import { partialChecks } from './checks/partial-checks.ts';
import { rationaleChecks } from './checks/rationale-checks.ts';
import { reviewerChecks } from './checks/reviewer-checks.ts';
import { summaryChecks } from './checks/summary-checks.ts';
import { visitCapChecks } from './checks/visit-cap-checks.ts';
import { wordingChecks } from './checks/wording-checks.ts';

/** Every letter check, by number. */
export const LETTER_CHECKS: readonly LetterCheck[] = [
  ...headerChecks,
  ...reviewerChecks,
  ...completenessChecks,
  ...partialChecks,
  ...citationChecks,
  ...rationaleChecks,
  ...absenceChecks,
  ...wordingChecks,
  ...levelChecks,
  ...visitCapChecks,
  ...fileChecks,
  ...summaryChecks,
  ...hygieneChecks,
].sort((a, b) => CHECK_LIST[a.name].number - CHECK_LIST[b.name].number);
