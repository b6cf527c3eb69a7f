import { editionDaysOf } from '../../../main/letters/items/edition-days.ts';
import { standingOf, type EditionDays, type Standing } from '../../../shared/edition-standing.ts';
import type { GuidelineRow } from '../../../shared/guideline.ts';
import { LetterHeader } from '../../../shared/letter.ts';
import { addDays, usDate } from '../../../shared/partial-date.ts';
import { GUIDELINES } from './letter-assets.ts';

const PAIR = ['chronic-pain-medical-treatment-2016', 'opioid-treatment-2016'];
const COMPLETE_TO = '2021-11-23';

/** The editions with a day of effect, and the day by which each is tried: the pair of 2016 goes by a request. */
export const DATED: readonly (readonly [row: GuidelineRow, first: string])[] = GUIDELINES.rows.flatMap((row) =>
  row.effectiveFrom === null ? [] : [[row, PAIR.includes(row.id) ? '2016-07-29' : row.effectiveFrom] as const],
);

/** An item decided on a day, or rendered on it and decided two years later, whose denial is of the day of its request. */
export const daysOn = (day: string, isRetrospective: boolean, requested = day): EditionDays =>
  isRetrospective
    ? editionDaysOf(
        `Retrospective: MRI of the left knee (DOS ${usDate(day)})`,
        LetterHeader.parse({ decisionDate: addDays(day, 700), urDenialDate: requested }),
        '2030-01-01',
      )
    : editionDaysOf(
        'MRI of the left knee',
        LetterHeader.parse({ decisionDate: day, urDenialDate: requested }),
        '2030-01-01',
      );

/** What is right of an edition on a day: nothing is known after the table's last day, or of a row from memory. */
export const rightState = ({ certainty }: GuidelineRow, day: string, isBegun: boolean): Standing['state'] =>
  certainty === 'memory' || day > COMPLETE_TO ? 'not-known' : isBegun ? 'in-force' : 'not-in-force';

/** Whether each edition stands right the day before, the day and the day after, retrospective and not. */
export const editionAnswers = (): boolean[] =>
  DATED.flatMap(([row, first]) =>
    [-1, 0, 1].flatMap((by) =>
      [false, true].map((isRetrospective) => {
        const day = addDays(first, by);
        const { state } = standingOf(row, GUIDELINES, daysOn(day, isRetrospective));
        return state === rightState(row, day, by >= 0);
      }),
    ),
  );
