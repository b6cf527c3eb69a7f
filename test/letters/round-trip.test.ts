import fc from 'fast-check';
import { composeLetter } from '../../main/letters/compose-letter.ts';
import { compareLetters } from '../../main/letters/compare-letters.ts';
import { letterToDocx } from '../../main/letters/letter-to-docx.ts';
import { letterText } from '../../main/letters/letter-text.ts';
import { readLetter } from '../../main/letters/read-letter.ts';
import { Letter } from '../../shared/letter.ts';
import { addDays } from '../../shared/partial-date.ts';
import { FORMS } from './support/letter-assets.ts';

const word = fc.constantFrom(
  'pain',
  'Norco',
  '10/325mg',
  '#60',
  'low',
  'back',
  'L4-5',
  '(6)',
  'and/or',
  '50%',
  'x-ray',
  '"quoted"',
  '–',
  'naïve',
  '10-30-2016',
  'MTUS',
  'the',
  'שלום',
  '😀',
  '[MRI]',
  "worker's",
);
const phrase = (most: number) => fc.array(word, { minLength: 1, maxLength: most }).map((words) => words.join(' '));
const prose = (most: number) =>
  fc
    .array(phrase(12), { minLength: 1, maxLength: most })
    .map((phrases) => phrases.map((words) => `The notes say ${words}.`).join(' '));
const day = fc.integer({ min: 0, max: 900 }).map((days) => addDays('2015-01-01', days));

const item = fc.record({
  heading: phrase(10).map((words) => `Request for ${words}`),
  decision: fc.constantFrom('Upheld', 'Overturned'),
  claimsGuideline: prose(1),
  reviewerGuideline: prose(1),
  rationale: prose(8),
});
const letters = fc.record({
  form: fc.constant('2016' as const),
  organisation: fc.constantFrom('Example Reviews', 'Other Review Organisation, Inc.'),
  guidelineLabel: fc.constantFrom('EXAMPLE', 'Other Review'),
  header: fc.record({
    caseNumber: fc.constant('CM17-0000001'),
    dateAssigned: day,
    dateOfInjury: day,
    decisionDate: day,
    urDenialDate: day,
    priority: fc.constantFrom('Standard', 'Expedited'),
    applicationReceived: day,
  }),
  reviewer: fc.record({
    licensure: fc.constantFrom('Oregon', 'Texas,New York'),
    specialty: fc.constantFrom('Family Practice', 'Public Health & General Preventive Medicine'),
  }),
  summary: prose(10),
  items: fc.array(item, { minLength: 1, maxLength: 5 }),
});

describe('a letter of any words', () => {
  it('is read as it was composed', () => {
    fc.assert(
      fc.property(letters, (parts) => {
        const letter = Letter.parse(parts);
        expect(readLetter(letterText(composeLetter(letter, FORMS)), FORMS)).toEqual(letter);
      }),
      { numRuns: 150 },
    );
  });

  it('is read back from its Word file as it was written', async () => {
    await fc.assert(
      fc.asyncProperty(letters, async (parts) => {
        const blocks = composeLetter(Letter.parse(parts), FORMS);
        expect(await compareLetters(blocks, await letterToDocx(blocks))).toEqual({ same: true });
      }),
      { numRuns: 15 },
    );
  });

  it('of any characters at all is written as a Word file that reads back the same', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async (text) => {
        const letter = Letter.parse({
          summary: text,
          items: [
            { heading: text, decision: 'Upheld', claimsGuideline: text, reviewerGuideline: text, rationale: text },
          ],
        });
        const blocks = composeLetter(letter, FORMS);
        expect(await compareLetters(blocks, await letterToDocx(blocks))).toEqual({ same: true });
      }),
      { numRuns: 40 },
    );
  });
});
