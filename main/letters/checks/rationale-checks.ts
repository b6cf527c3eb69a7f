import { Decision } from '../../../shared/item.ts';
import { itemPart, type LetterCheck } from './check.ts';
import { findClosing, type Polarity } from './closing-polarity.ts';

/** What the rationale must say of the treatment for each decision on the denial (domain, section 1). */
const EXPECTED: Readonly<Record<Decision, Polarity>> = { Upheld: 'not-necessary', Overturned: 'necessary' };
const SAID: Readonly<Record<Polarity, string>> = { necessary: 'is medically necessary', 'not-necessary': 'is not medically necessary' };

export const rationaleChecks: readonly LetterCheck[] = [
  {
    number: 29,
    group: 'rationale',
    severity: 'block',
    title: 'The closing sentence agrees with the decision',
    run: ({ checkedItems }) =>
      checkedItems.flatMap((item) => {
        const decision = Decision.safeParse(item.decision);
        const closing = findClosing(item.rationale);
        if (!decision.success || closing === null || closing.polarity === EXPECTED[decision.data]) return [];
        return [{ where: itemPart(item, 'rationale'), quote: closing.sentence, message: `The decision is ${decision.data}, but the rationale ends saying that the treatment ${SAID[closing.polarity]}.` }];
      }),
  },
];
