import { createHash } from 'node:crypto';
import type { CaseFinding, Finding } from '../../../shared/check.ts';
import type { Item } from '../../../shared/item.ts';
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

/** Names a finding by the check, the part (an item by its own id, wherever it stands) and what it says. */
const findingId = ({ check, where, quote, message }: Finding, items: readonly Item[]): string => {
  const place = where.replace(/^items\.(\d+)/u, (_, index: string) => items[Number(index)]?.id ?? index);
  return createHash('sha256')
    .update(JSON.stringify([check, place, quote ?? '', message]))
    .digest('hex')
    .slice(0, 20);
};

/**
 * What the letter checks find in a case as it stands, each with what would mend it and the reason that overrides it.
 */
export const checkCase = (app: App, file: ReadCase, input: CheckInput): CaseFinding[] => {
  const reasons = new Map(listOverrides(file).map(({ id, reason }) => [id, reason]));
  const {
    letter,
    items = [],
    context: { guidelines, today },
  } = input;
  const sources = {
    suggestions: app.assets.suggestions,
    guidelines,
    outsideReasons: items.map(({ outsideReason }) => outsideReason),
    latest: letter.header.decisionDate === '' ? today : letter.header.decisionDate,
  };
  return checkLetter(input).map((finding) => {
    const id = findingId(finding, items);
    return { ...finding, id, mend: mendFinding(finding, letter, sources), overridden: reasons.get(id) ?? null };
  });
};
