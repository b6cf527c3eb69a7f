import { composeLetter } from '../../main/letters/compose-letter.ts';
import { blockText, letterText } from '../../main/letters/letter-text.ts';
import { readLetter } from '../../main/letters/read-letter.ts';
import { foldSpace, type Letter } from '../../shared/letter.ts';
import { isSamePart } from '../../shared/part.ts';
import { FORMS } from './support/letter-assets.ts';
import { soundLetter, soundLetter2014, withItem } from './support/sound-letter.ts';

const textOf = (letter: Letter): string => letterText(composeLetter(letter, FORMS));

/** Breaks paragraphs at 90 characters, as a page does. */
const wrap = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.replace(/(?=.{91})(.{1,90})\s/gu, '$1\n'))
    .join('\n');

const LAYOUTS: readonly (readonly [string, (letter: Letter) => string])[] = [
  ['a paragraph to a line', textOf],
  ['wrapped lines with empty lines between paragraphs', (letter) => wrap(textOf(letter))],
  ['wrapped lines without empty lines', (letter) => wrap(textOf(letter)).replace(/\n+/gu, '\n')],
  ['one single line', (letter) => foldSpace(textOf(letter))],
  ['an empty line after every line', (letter) => wrap(textOf(letter)).replace(/\n+/gu, (gap) => `${gap}${gap}`)],
  [
    'Windows line ends and pages',
    (letter) =>
      wrap(textOf(letter))
        .replace(/\n/gu, '\r\n')
        .replace(/\r\n\r\n(?=Decision)/gu, '\f'),
  ],
];

describe('reading a letter', () => {
  it.each(LAYOUTS)('takes the 2016 form apart from %s', (_, text) => {
    expect(readLetter(text(soundLetter()), FORMS)).toEqual(soundLetter());
  });

  it.each(LAYOUTS)('takes the 2014 form apart from %s', (_, text) => {
    expect(readLetter(text(soundLetter2014()), FORMS)).toEqual(soundLetter2014());
  });

  const header = soundLetter().header;
  it.each([
    [
      'in rows of two',
      'Case Number: CM17-0123456\nDate Assigned: 03/02/2017   Date of Injury: 11/14/2016\nDecision Date: 03/21/2017   UR Denial Date: 02/10/2017\nPriority: Standard   Application   02/24/2017\n   Received:\n',
    ],
    [
      'in columns',
      'Case Number:\nDate Assigned:\nDecision Date:\nPriority:\n\nCM17-0123456\n03/02/2017\n03/21/2017\nStandard\n\nDate of Injury:\nUR Denial Date:\nApplication\nReceived:\n\n11/14/2016\n02/10/2017\n02/24/2017\n',
    ],
    [
      'cell by cell',
      'Case Number:\nCM17-0123456\n\nDate Assigned:\n03/02/2017\nDate of Injury:\n11/14/2016\nDecision Date:\n03/21/2017\nUR Denial Date:\n02/10/2017\nPriority:\nStandard\nApplication Received:\n02/24/2017\n',
    ],
  ])('reads the case block %s', (_, block) => {
    const rest = textOf(soundLetter());
    expect(readLetter(block + rest.slice(rest.indexOf('HOW THE IMR')), FORMS).header).toEqual(header);
  });

  it('keeps the other values where one is missing in the case block', () => {
    const without = { ...soundLetter(), header: { ...header, dateAssigned: '' } };
    expect(readLetter(textOf(without), FORMS).header).toEqual(without.header);
  });

  it('joins a word that PDFium parted at the end of a line', () => {
    expect(readLetter(textOf(soundLetter()).replace('non-certified', 'non\ufffecertified'), FORMS).summary).toContain(
      'Utilization Review non- certified the requests',
    );
  });
});

describe('reading a letter that is not sound', () => {
  it('says in one sentence that a text has nothing of any form, and how it begins', () => {
    expect(readLetter('Dear Sir, I am well.', FORMS)).toMatchObject({
      items: [],
      summary: '',
      messages: [
        'This is no determination letter of a form that is known here (2013-14 form, 2014 form, 2016 form); nothing was taken from it. It begins: "Dear Sir, I am well.".',
      ],
    });
  });

  it('says that a letter is in no form where it has the headings of one', () => {
    const text = textOf(soundLetter());
    const letter = readLetter(text.slice(text.indexOf('CLINICAL CASE SUMMARY')), FORMS);
    expect(letter.messages).toContain(
      'This letter is in none of the forms that are known here (2013-14 form, 2014 form, 2016 form); it was read as the 2016 form.',
    );
    expect(letter.items).toHaveLength(soundLetter().items.length);
  });

  it('reads a letter that was cut off in a heading', () => {
    const text = textOf(soundLetter());
    const letter = readLetter(
      text.slice(0, text.indexOf('Tramadol 50mg #60: Upheld') + 'Tramadol 50mg #60: Upheld'.length),
      FORMS,
    );
    expect(letter.items.map(({ heading }) => heading)).toEqual(soundLetter().items.map(({ heading }) => heading));
    expect(letter.items[1]).toEqual(soundLetter().items[1]);
    expect(letter.messages).toContain('Item 3 has no Decision rationale.');
  });

  it('reads a letter that was cut off before its items', () => {
    const text = textOf(soundLetter());
    const letter = readLetter(text.slice(0, text.indexOf('IMR ISSUES')), FORMS);
    expect(letter.summary).toBe(soundLetter().summary);
    expect(letter.messages).toContain(
      'The heading "IMR ISSUES, DECISIONS AND RATIONALES" was not found; the letter may be cut off.',
    );
  });

  it.each(['Modified', 'Upheld and Overturned', 'Upheld / Overturned / Upheld'])(
    'keeps the odd decision "%s" as written and names it',
    (decision) => {
      const letter = readLetter(textOf(withItem(soundLetter(), 1, { decision })), FORMS);
      expect(letter.items[1]).toMatchObject({ heading: 'MRI of the left knee', decision });
      expect(letter.messages).toEqual([`Item 2: "${decision}" is neither Upheld nor Overturned.`]);
    },
  );

  it('keeps an item without a rationale, and says so', () => {
    const letter = readLetter(textOf(withItem(soundLetter(), 2, { rationale: '' })), FORMS);
    expect(letter.items[2]?.rationale).toBe('');
    expect(letter.messages).toEqual(['Item 3 has no Decision rationale.']);
  });

  it.each(['claimsGuideline', 'reviewerGuideline', 'rationale'] as const)(
    'keeps items apart where the %s of one was left out with its label',
    (name) => {
      const blocks = composeLetter(soundLetter(), FORMS).filter(
        ({ part }) => !isSamePart(part, { kind: 'item', item: 1, name }),
      );
      const letter = readLetter(letterText(blocks), FORMS);
      expect(letter.items).toEqual(withItem(soundLetter(), 1, { [name]: '' }).items);
    },
  );

  it('keeps changed boilerplate in a message', () => {
    const letter = readLetter(textOf(soundLetter()).replace('more than five years', 'more than two years'), FORMS);
    expect(letter).toMatchObject({ organisation: 'Example Review Services', reviewer: soundLetter().reviewer });
    expect(letter.messages.join(' ')).toContain('more than two years');
  });

  it('tells of a date that is none', () => {
    const letter = readLetter(textOf(soundLetter()).replace('03/02/2017', '13/45/2017'), FORMS);
    expect(letter.header.dateAssigned).toBe('');
    expect(letter.messages).toEqual(['The value of Date Assigned, "13/45/2017", is no date of the form MM/DD/YYYY.']);
  });

  it('reads an item of 5,000 characters, emoji, right-to-left words and smart quotes', () => {
    const rationale = `${'He said “better” 😀 and שלום. '.repeat(170)}Therefore, the request is medically necessary.`;
    const heading = `Consultation ${'with a specialist '.repeat(280)}once`;
    const letter = withItem(soundLetter(), 1, { rationale, heading });
    expect(readLetter(textOf(letter), FORMS).items).toEqual(
      letter.items.map((item) => ({ ...item, heading: foldSpace(item.heading) })),
    );
  });
});

describe('composing a letter', () => {
  it.each([soundLetter, soundLetter2014])('changes only the words of the part that is changed', (sound) => {
    const before = composeLetter(sound(), FORMS).map(blockText);
    const after = composeLetter(withItem(sound(), 0, { rationale: 'Another reason.' }), FORMS).map(blockText);
    expect(after.filter((text, index) => text !== before[index])).toEqual(['Decision rationale: Another reason.']);
    expect(after).toHaveLength(before.length);
  });

  it('prints organisation and label where the form has its fields', () => {
    const text = textOf({ ...soundLetter(), organisation: 'Other Reviews', guidelineLabel: 'OTHER' });
    expect(text).toContain('Other Reviews sent the complete case file');
    expect(text).toContain('OTHER guideline: Decision based on');
    expect(text).not.toMatch(/EXAMPLE|Example/u);
  });

  it('leaves out characters that no letter can hold', () => {
    expect(textOf({ ...soundLetter(), summary: 'One\u0000 two\u001b three\ud800.' })).toContain(
      '\n\nOne two three.\n\n',
    );
  });
});
