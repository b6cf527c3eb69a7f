import { findTwins, likeness, sketchPage } from '../../main/reading/page-sketch.ts';
import { seededRandom } from '../support/sample/seeded-random.ts';

const random = seededRandom(5);
const words = (count: number): string[] => Array.from({ length: count }, () => `w${Math.floor(random() * 4000)}`);

describe('the sketch of a page', () => {
  const page = words(300);

  it('is the same for the same words, whatever their case, punctuation and lines', () => {
    expect(likeness(sketchPage(page.join(' ')), sketchPage(page.join(',\n').toUpperCase()))).toBe(1);
  });

  it('finds a page that was faxed again, with a header and some words misread', () => {
    const faxed = [
      'FAX',
      '03/04/2016',
      '10:12',
      'PAGE',
      '3',
      ...page.map((word, at) => (at % 40 === 7 ? `${word}x` : word)),
    ].join(' ');
    expect(likeness(sketchPage(page.join(' ')), sketchPage(faxed))).toBeGreaterThan(0.7);
  });

  it('tells pages apart that share a form', () => {
    const form = words(60);
    const fill = (): string => [...form, ...words(200)].join(' ');
    expect(likeness(sketchPage(fill()), sketchPage(fill()))).toBeLessThan(0.5);
  });

  it('says nothing of a page with hardly a word', () => {
    expect(
      findTwins([
        { page: 1, sketch: sketchPage('Page 1 of 2') },
        { page: 2, sketch: sketchPage('Page 1 of 2') },
      ]),
    ).toEqual([]);
  });

  it('finds the pairs among many pages', () => {
    const pages = Array.from({ length: 400 }, (_, at) => ({ page: at, text: words(200).join(' ') }));
    const sketches = [...pages, { page: 999, text: pages[17]!.text }].map(({ page: id, text }) => ({
      page: id,
      sketch: sketchPage(text),
    }));
    expect(findTwins(sketches)).toEqual([{ a: 17, b: 999, likeness: 1 }]);
  });
});
