import type { CaseFinding } from '../../../shared/check.ts';
import type { LetterForm } from '../../../shared/letter.ts';
import { checkLetter } from '../../letters/check-letter.ts';
import type { CheckInput } from '../../letters/checks/check.ts';
import { mendFinding } from '../../letters/suggest/mend-finding.ts';
import type { ReadCase } from '../../store/case-file.ts';
import { readFacts } from '../../store/facts.ts';
import { listItems } from '../../store/items.ts';
import { listOverrides } from '../../store/overrides.ts';
import type { App } from '../backend/app.ts';
import { buildLetter } from './build-letter.ts';
import { checkContext, type CaseKnowledge } from './check-context.ts';
import { findingId, isOverrideOf } from './finding-id.ts';

/** What the checks of a case are asked with. */
export const checkInput = (app: App, file: ReadCase, knowledge: CaseKnowledge, form?: LetterForm): CheckInput => {
  const items = listItems(file);
  return {
    letter: buildLetter(app, file, form),
    items,
    mode: readFacts(file).origin === 'published-letter' ? 'published-case' : 'case',
    context: checkContext(app, file, items, knowledge),
  };
};

/**
 * What the letter checks find in a case as it stands, each with what would mend it and the reason that overrides it.
 */
export const checkCase = (app: App, file: ReadCase, input: CheckInput): CaseFinding[] => {
  const overrides = listOverrides(file);
  const {
    letter,
    items = [],
    context: { today },
  } = input;
  const sources = {
    suggestions: app.assets.suggestions,
    outsideReasons: items.map(({ outsideReason }) => outsideReason),
    latest: letter.header.decisionDate === '' ? today : letter.header.decisionDate,
  };
  return checkLetter(input).map((finding) => {
    const override = overrides.find((one) => isOverrideOf(one, finding, items));
    return {
      ...finding,
      id: findingId(finding, items),
      mend: mendFinding(finding, letter, sources),
      overridden: override?.reason ?? null,
    };
  });
};
