import { SentenceId } from '../../shared/ids.ts';
import type { Sentence } from '../../shared/summary.ts';
import { countWords, placeSentences, textOfSummary } from '../../renderer/features/summary/place-sentences.ts';

const sentence = (id: string, text: string): Sentence => ({ id: SentenceId.parse(id), text, sources: [], entries: [] });
const saved = [sentence('a', 'He fell.'), sentence('b', 'He was seen on 06/10/14.'), sentence('c', 'He fell.')];

describe('sentences in the summary that is being edited', () => {
  it('are found where they stand', () => {
    const text = textOfSummary(saved);
    expect(placeSentences(text, saved).map(({ sentence: { id }, start, end }) => [id, text.slice(start, end)])).toEqual(
      [
        ['a', 'He fell.'],
        ['b', 'He was seen on 06/10/14.'],
        ['c', 'He fell.'],
      ],
    );
  });

  it('are left out while they are changed, and the others keep their numbers', () => {
    const placed = placeSentences('He fell.  He was not seen on 06/10/14. He fell.', saved);
    expect(placed.map(({ sentence: { id }, number }) => [id, number])).toEqual([
      ['a', 1],
      ['c', 3],
    ]);
  });

  it('are counted by their words', () => {
    expect(countWords(' He  fell \n down. ')).toBe(3);
    expect(countWords('')).toBe(0);
  });
});
