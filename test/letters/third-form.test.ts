import { checkLetter } from '../../main/letters/check-letter.ts';
import { compareLetters } from '../../main/letters/compare-letters.ts';
import { composeLetter } from '../../main/letters/compose-letter.ts';
import { paginateLetter } from '../../main/letters/layout/paginate-letter.ts';
import { listForms, type LetterForms } from '../../main/letters/letter-forms.ts';
import { blockText, letterText } from '../../main/letters/letter-text.ts';
import { letterToDocx } from '../../main/letters/letter-to-docx.ts';
import { buildStatement, parseStatement } from '../../main/letters/build-statement.ts';
import { readLetter } from '../../main/letters/read-letter.ts';
import type { Statement } from '../../shared/guideline.ts';
import { foldSpace, type Letter } from '../../shared/letter.ts';
import { readDocxText } from '../support/read-docx-text.ts';
import { soundContext } from './support/check-context.ts';
import { madeUpLetter, THREE_FORMS } from './support/made-up-form.ts';
import { soundLetter, soundLetter2014, withItem } from './support/sound-letter.ts';

const { guidelines, settings } = soundContext();
const textOf = (letter: Letter, forms: LetterForms = THREE_FORMS): string => letterText(composeLetter(letter, forms));
const findingsOf = (letter: Letter) =>
  checkLetter({
    letter,
    mode: 'letter-alone',
    context: { today: '2017-06-01', forms: THREE_FORMS, guidelines, settings },
  });
const headed = (change: Partial<Letter['header']>): Letter => ({
  ...madeUpLetter(),
  header: { ...madeUpLetter().header, ...change },
});

describe('a third form, by its description alone', () => {
  it('is offered behind the current one', () => {
    expect(listForms(THREE_FORMS).map(({ form }) => form)).toEqual(['2016', 'made-up', '2014', '2013-14']);
  });

  it('is composed in its own words, labels and order', () => {
    expect(composeLetter(madeUpLetter(), THREE_FORMS).map(blockText)).toEqual([
      'Injured On: 11/14/2016',
      'Denied On: 02/10/2017',
      'Our File: CM17-0123456',
      'LETTER OF THE OUTCOME',
      'An outside reader, certified in Pain Management, looked at this file for Example Review Services.',
      'CASE SHEET',
      'Licensed: California, Oregon',
      'WHAT HAPPENED',
      'The reader tells it like this:',
      madeUpLetter().summary,
      'WHAT WAS DECIDED AND WHY',
      'Each request has its own answer:',
      '1) MRI of the left knee is needed.',
      'The denial went by: nothing that it named.',
      'EXAMPLE went by: the schedule, 2004 Knee Complaints (Special Studies).',
      `Why: ${madeUpLetter().items[0]!.rationale}`,
      '2) Naproxen 500mg #60 is not needed.',
      'The denial went by: the schedule, 2016 Chronic Pain Medical Treatment (NSAIDs; Naproxen); also 2004 Knee Complaints.',
      'EXAMPLE went by: nothing of the schedule, but Official Disability Guidelines (ODG), Pain.',
      `Why: ${madeUpLetter().items[1]!.rationale}`,
    ]);
  });

  it('has its case block in its own rows', () => {
    const [page] = paginateLetter(composeLetter(madeUpLetter(), THREE_FORMS));
    const tops = new Map(page!.lines.map(({ runs, top }) => [runs.map(({ text }) => text).join(''), top]));
    expect(tops.get('Injured On:')).toBe(tops.get('Denied On:'));
    expect(tops.get('Our File:')).toBeGreaterThan(tops.get('Injured On:')!);
    expect(page!.boxes).toHaveLength(7);
  });

  it('is written as a Word file that reads back the same', async () => {
    const blocks = composeLetter(madeUpLetter(), THREE_FORMS);
    const bytes = await letterToDocx(blocks);
    expect(await compareLetters(blocks, bytes)).toEqual({ same: true });
    expect(readLetter(readDocxText(bytes), THREE_FORMS)).toEqual(madeUpLetter());
  });

  it.each([
    ['a paragraph to a line', textOf(madeUpLetter())],
    ['one single line', foldSpace(textOf(madeUpLetter()))],
    [
      'the words of another section between',
      textOf(madeUpLetter()).replace('WHAT HAPPENED', 'PAPERS SEEN\n\nA note of one page.\n\nWHAT HAPPENED'),
    ],
  ])('is taken apart again from %s', (_, text) => {
    expect(readLetter(text, THREE_FORMS)).toEqual(madeUpLetter());
  });

  it('is known from the other forms, and they from it', () => {
    for (const letter of [madeUpLetter(), soundLetter(), soundLetter2014()])
      expect(readLetter(textOf(letter), THREE_FORMS)).toEqual(letter);
  });

  it('gives the values of its first section where its own words were changed', () => {
    const changed = textOf(madeUpLetter()).replace('An outside reader', 'Some reader');
    const letter = readLetter(changed, THREE_FORMS);
    expect(letter).toMatchObject({
      organisation: 'Example Review Services',
      reviewer: { licensure: 'California, Oregon', specialty: 'Pain Management' },
    });
    expect(letter.messages).toEqual([expect.stringMatching(/^The words under "LETTER OF THE OUTCOME" are not/u)]);
  });

  it('names its own labels where a part of an item is missing', () => {
    const letter = readLetter(textOf(withItem(madeUpLetter(), 1, { rationale: '' })), THREE_FORMS);
    expect(letter.messages).toEqual(['Item 2 has no Why.']);
  });

  it('is no heading of the next item where a rationale ends in the words of a decision', () => {
    const rationale = 'The effusion lasts, and so an MRI of the left knee is needed.';
    for (const index of [0, 1]) {
      const letter = withItem(madeUpLetter(), index, { rationale });
      expect(readLetter(textOf(letter), THREE_FORMS)).toEqual(letter);
    }
  });

  it('is taken apart where it was cut off in a heading', () => {
    const text = textOf(madeUpLetter());
    const heading = '2) Naproxen 500mg #60 is not needed.';
    const letter = readLetter(text.slice(0, text.indexOf(heading) + heading.length), THREE_FORMS);
    expect(letter.items.map((item) => [item.heading, item.decision])).toEqual([
      ['MRI of the left knee', 'Overturned'],
      ['Naproxen 500mg #60', 'Upheld'],
    ]);
  });
});

describe('the statements of a third form', () => {
  const knee = { chapter: 'Knee Complaints', year: '2004', sections: 'Special Studies; Imaging' };
  const pain = { chapter: 'Chronic Pain Medical Treatment', year: '2016', sections: '' };
  it.each<[Statement, string]>([
    [{ form: 'mtus', mtus: [knee] }, 'the schedule, 2004 Knee Complaints (Special Studies; Imaging).'],
    [
      { form: 'mtus', mtus: [pain, knee] },
      'the schedule, 2016 Chronic Pain Medical Treatment; also 2004 Knee Complaints (Special Studies; Imaging).',
    ],
    [
      { form: 'mtus-and-other', mtus: [knee], other: 'a study' },
      'the schedule, 2004 Knee Complaints (Special Studies; Imaging), and beside it a study.',
    ],
    [{ form: 'other', other: 'a study' }, 'nothing of the schedule, but a study.'],
    [{ form: 'none' }, 'nothing that it named.'],
  ])('%j are built and taken apart again', (statement, text) => {
    expect(buildStatement(statement, 'made-up', 'reviewer', THREE_FORMS)).toEqual({ text, unconfirmed: true });
    expect(parseStatement(text, 'made-up', 'reviewer', THREE_FORMS)).toEqual(statement);
  });
});

describe('the checks of a third form', () => {
  const checksOf = (letter: Letter) => findingsOf(letter).map(({ name, severity }) => [name, severity]);

  it('find nothing in a sound letter of it', () => {
    expect(findingsOf(madeUpLetter())).toEqual([]);
  });

  it('ask for the values that it requires, and for no others', () => {
    expect(checksOf(headed({ caseNumber: '' }))).toEqual([['missing-header-value', 'block']]);
    expect(checksOf(headed({ caseNumber: '', dateOfInjury: '', urDenialDate: '' }))).toEqual([
      ['missing-header', 'block'],
    ]);
  });

  it('have the severities that it names', () => {
    expect(checksOf(headed({ urDenialDate: '2015-01-05' }))).toContainEqual(['date-before-earlier', 'info']);
  });

  it.each([
    ['the schedule, 2004 Knee Complaints.', []],
    ['the schedule, Knee Complaints (Special Studies).', [['citation-out-of-form', 'block']]],
    ['the schedule, .', [['citation-out-of-form', 'block']]],
  ])('ask of the citation "%s" what it requires', (reviewerGuideline, found) => {
    expect(checksOf(withItem(madeUpLetter(), 0, { reviewerGuideline }))).toEqual(found);
  });

  it.each(['the schedule, .', 'nothing of the schedule, but .'])('miss the citation of "%s"', (claimsGuideline) => {
    expect(checksOf(withItem(madeUpLetter(), 0, { claimsGuideline }))).toEqual([
      ['statement-without-citation', 'block'],
    ]);
  });
});
