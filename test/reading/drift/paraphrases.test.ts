import { publishedNames, PUBLISHED, truthOf } from '../../letters/support/published.ts';
import { measureParaphrases } from '../../support/measure-paraphrases.ts';
import { describeWith } from '../../support/optional.ts';

const SUMMARY = [
  'On 06/10/2014, the injured worker reported left shoulder pain rated 7/10.',
  'Physical therapy 2 times a week for 6 weeks was requested.',
  'Examination revealed decreased range of motion of the left shoulder and a positive Hawkins test.',
  'There was no numbness, tingling or weakness in the right hand.',
  'Tramadol 50 mg twice a day was prescribed with 30% improvement in pain.',
  'An MRI of the left shoulder without contrast revealed a partial tear.',
  'On 09/21/2014, utilization review denied the request for eight physical therapy sessions.',
].join(' ');
const MOST = 1000;

describe('sentences whose sources are paraphrases of them', () => {
  const { marked, planted } = measureParaphrases([SUMMARY], MOST);

  it('are not marked', () => {
    expect(marked).toEqual([]);
  });

  it('are marked with each change that makes them false', () => {
    expect(planted.length).toBeGreaterThan(25);
    expect(planted.filter(({ isNoticed }) => !isNoticed)).toEqual([]);
  });
});

describeWith(PUBLISHED, 'the sentences of the published summaries', () => {
  const figures = PUBLISHED.every(({ present }) => present)
    ? measureParaphrases(
        publishedNames().map((name) => truthOf(name).summary),
        MOST,
      )
    : { sentences: 0, marked: [], planted: [] };

  it('against paraphrases are marked at most once in 200', () => {
    process.stdout.write(`drift: ${figures.marked.length} of ${figures.sentences} sentences marked falsely\n`);
    expect({ isFew: figures.marked.length * 200 <= figures.sentences, marked: figures.marked }).toMatchObject({
      isFew: true,
    });
  });

  it('with one of 1,000 changes planted are marked in 97 of 100 at least', () => {
    const noticed = figures.planted.filter(({ isNoticed }) => isNoticed).length;
    process.stdout.write(`drift: ${noticed} of ${figures.planted.length} planted changes noticed\n`);
    expect(figures.planted).toHaveLength(MOST);
    expect(noticed).toBeGreaterThanOrEqual(0.97 * MOST);
  });
});
