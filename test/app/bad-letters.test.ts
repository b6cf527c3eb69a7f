import { readDocxText } from '../support/read-docx-text.ts';
import { letterText } from '../../main/letters/letter-text.ts';
import { composeLetter } from '../../main/letters/compose-letter.ts';
import { foldSpace, type Letter } from '../../shared/letter.ts';
import { FORMS } from '../letters/support/letter-assets.ts';
import { oddLetter, soundLetter, withItem } from '../letters/support/sound-letter.ts';
import { openBackend, type OpenBackend } from '../support/open-backend.ts';

let desk: OpenBackend;
beforeAll(async () => {
  desk = await openBackend();
});
afterAll(() => desk.close());

const textOf = (letter: Letter): string => letterText(composeLetter(letter, FORMS));
const read = async (text: string): Promise<Letter> =>
  desk.ask('letter.read', { file: await desk.offerText('letter.txt', text) });
const checkedAlone = async (text: string) =>
  desk.ask('letter.checkFile', { file: await desk.offerText('letter.txt', text) });
const sentence = expect.stringMatching(/^[A-Z"].*\.$/u);

describe('a bad letter', () => {
  it('of an unknown form is told in one sentence', async () => {
    const letter = await read('Dear colleague,\nthe request was denied.\nYours');
    expect(letter.messages).toEqual([sentence]);
    expect(letter.items).toEqual([]);
  });

  it.each([0.25, 0.5, 0.75, 0.9])(
    'cut off after %f of it keeps what is there and says that it is cut off',
    async (share) => {
      const whole = textOf(soundLetter());
      const letter = await read(whole.slice(0, Math.floor(whole.length * share)));
      const kept = foldSpace([letter.summary, ...letter.items.flatMap((item) => Object.values(item))].join(' '));
      expect(
        letter.messages.length +
          (await checkedAlone(whole.slice(0, Math.floor(whole.length * share)))).filter(
            ({ severity }) => severity === 'block',
          ).length,
      ).toBeGreaterThan(0);
      if (share >= 0.5) expect(kept).toContain('The injured worker is a 41 year old male');
    },
  );

  it('with three decision words is told, and loses none of them', async () => {
    const letter = await read(
      textOf(soundLetter()).replace(
        'MRI of the left knee: Overturned',
        'MRI of the left knee: Upheld, Overturned, Upheld',
      ),
    );
    expect(letter.items[1]).toMatchObject({ heading: 'MRI of the left knee', decision: 'Upheld, Overturned, Upheld' });
    expect(letter.messages).toEqual([expect.stringContaining('neither Upheld nor Overturned')]);
  });

  it('with an empty rationale is told', async () => {
    const letter = await read(textOf(withItem(soundLetter(), 1, { rationale: '' })));
    expect(letter.messages).toEqual(['Item 2 has no Decision rationale.']);
    expect(letter.items).toHaveLength(3);
  });

  it('of odd characters and a very long item is made a case, exported and read back, nothing lost but what no letter can hold', async () => {
    const caseId = await desk.newCase(oddLetter());
    const { bytes } = await desk.written((target) => desk.ask('letter.export', { caseId, target, force: 'a test' }));
    const text = readDocxText(bytes);
    for (const words of ['<tags> & "quotes" kept', '😀', 'שלום', '“smart” –']) expect(text).toContain(words);
    expect(text.match(/\bItem\b/gu)?.length).toBeGreaterThanOrEqual(1000);
    const again = await desk.ask('letter.read', {
      file: await desk.offer({ kind: 'bytes', name: 'again.docx', bytes }),
    });
    expect(again.items).toHaveLength(3);
  });

  it.each([
    ['a damaged Word file', 'letter.docx', new Uint8Array([0x50, 0x4b, 3, 4, 9, 9])],
    ['a damaged PDF', 'letter.pdf', new TextEncoder().encode('%PDF-1.7 nothing more')],
    ['no bytes at all', 'letter.pdf', new Uint8Array()],
  ])('that is %s is refused in a sentence', async (_, name, bytes) => {
    expect(await desk.refusal('letter.read', { file: await desk.offer({ kind: 'bytes', name, bytes }) })).toMatchObject(
      { code: 'unreadable', message: sentence },
    );
  });
});
