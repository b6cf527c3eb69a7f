import type { ItemFacts } from '../../../shared/item.ts';
import type { PartialDate } from '../../../shared/partial-date.ts';
import { parseItemHeading } from './parse-item-heading.ts';
import { productOf } from './quantity.ts';

/**
 * What a heading says, field by field, as the contract gives it. `latest` is the last day that a date of service may
 * mean.
 */
export const itemFacts = (heading: string, latest: PartialDate): ItemFacts => {
  const { quantity, frequency, ...facts } = parseItemHeading(heading, latest);
  return {
    ...facts,
    bodyParts: [...facts.bodyParts],
    sides: [...facts.sides],
    drugs: [...facts.drugs],
    strengths: [...facts.strengths],
    count: quantity?.amount ?? null,
    countUnit: quantity === null || quantity.unit === 'any' ? '' : quantity.unit,
    frequency:
      frequency === null
        ? null
        : {
            times: [...frequency.times],
            unit: frequency.unit,
            periods: [...frequency.periods],
            total: frequency.total,
          },
    product: productOf(facts.request),
  };
};
