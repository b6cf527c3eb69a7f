import fc from 'fast-check';
import { foldSpace } from '../../shared/letter.ts';
import { splitSentences } from '../../shared/split-sentences.ts';

const split = (text: string): string[] => splitSentences(text).map(({ text: sentence }) => sentence);

describe('sentences', () => {
  it.each([
    ['He was seen. He had pain.', ['He was seen.', 'He had pain.']],
    ['Dr. Example saw him. He improved.', ['Dr. Example saw him.', 'He improved.']],
    ['See No. 3 on the list. Done.', ['See No. 3 on the list.', 'Done.']],
    ['Was he better? No. He was the same.', ['Was he better?', 'No.', 'He was the same.']],
    ['Left vs. right was unclear. Noted.', ['Left vs. right was unclear.', 'Noted.']],
    [
      'Seen at 9 a.m. on Monday. At 3 p.m. The clinic closed.',
      ['Seen at 9 a.m. on Monday.', 'At 3 p.m.', 'The clinic closed.'],
    ],
    ['There was a bulge at L4-5. He walked.', ['There was a bulge at L4-5.', 'He walked.']],
    ['On Oct. 3 he fell. It was wet.', ['On Oct. 3 he fell.', 'It was wet.']],
    ['The bulge was 3.5 mm. It was central.', ['The bulge was 3.5 mm.', 'It was central.']],
    ['He said "no better." She agreed.', ['He said "no better."', 'She agreed.']],
    ['Ibuprofen b.i.d. was given. Next.', ['Ibuprofen b.i.d. was given.', 'Next.']],
    ['Pain was 7/10. 2 visits were done.', ['Pain was 7/10.', '2 visits were done.']],
    ['1. Ibuprofen 800 mg. 2. Rest.', ['1. Ibuprofen 800 mg.', '2. Rest.']],
    ['It hurt... He stopped. And so on', ['It hurt...', 'He stopped.', 'And so on']],
    ['First part\n\nSecond part', ['First part', 'Second part']],
    ['One line\nwrapped here. Next', ['One line\nwrapped here.', 'Next']],
    ['J. Example, M.D. was there. The end.', ['J. Example, M.D. was there.', 'The end.']],
    ['See p. 607. Then stop.', ['See p. 607.', 'Then stop.']],
    ['  ', []],
  ])('of %j', (text, expected) => {
    expect(split(text)).toEqual(expected);
  });

  it('stand where they say and together hold the whole text', () => {
    const piece = fc.constantFrom(
      'Dr. ',
      'He was seen. ',
      'No. 3 ',
      '\n\n',
      'x',
      ' "Yes." ',
      '1. ',
      'L4-5. ',
      '... ',
      'Oct. 3 ',
      '?! ',
      'a.m. ',
      '\u00a0',
      '. ',
      'é. ',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((parts) => parts.join('')),
        ),
        (text) => {
          const sentences = splitSentences(text);
          for (const { start, end, text: words } of sentences) expect(text.slice(start, end)).toBe(words);
          expect(sentences.every(({ start }, index) => start >= (sentences[index - 1]?.end ?? 0))).toBe(true);
          expect(foldSpace(sentences.map(({ text: words }) => words).join(' '))).toBe(foldSpace(text));
        },
      ),
    );
  });
});
