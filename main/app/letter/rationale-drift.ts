import type { Drift } from '../../../shared/drift.ts';
import type { Item } from '../../../shared/item.ts';
import type { PartialDate } from '../../../shared/partial-date.ts';
import { remember } from '../../../shared/remember.ts';
import { splitSentences } from '../../../shared/split-sentences.ts';
import { driftInRationale } from '../../reading/drift/drift-in-rationale.ts';
import type { CheckedSentence } from '../../letters/checks/check.ts';

/** The sentences of the rationales of some long letters. */
const SENTENCES = 2000;
const driftOf = remember(SENTENCES, (key): readonly Drift[] =>
  driftInRationale(...(JSON.parse(key) as Parameters<typeof driftInRationale>)),
);

/** The sentences of each item's rationale with what its evidence does not bear out, in the order of the items. */
export const checkedRationales = (items: readonly Item[], latest: PartialDate): CheckedSentence[][] =>
  items.map(({ rationale, evidence }) => {
    const sources = evidence.map(({ span }) => span);
    return sources.length === 0
      ? []
      : splitSentences(rationale).map(({ text }) => ({
          text,
          sources,
          drift: driftOf(JSON.stringify([text, sources.map(({ quote }) => quote), latest])),
        }));
  });
