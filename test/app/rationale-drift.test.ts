import { soundLetter } from '../letters/support/sound-letter.ts';
import { openBackend, type OpenBackend } from '../support/open-backend.ts';

const RECORD =
  'PROGRESS REPORT (PR-2)\nDate of visit: 01/20/2017\nCompleted 12 visits of physical therapy.\nHe is better.';
const QUOTE = 'Completed 12 visits of physical therapy.';

describe('a rationale with evidence', () => {
  let desk: OpenBackend;
  beforeAll(async () => {
    desk = await openBackend({ now: () => new Date('2017-03-21T12:00:00') });
  });
  afterAll(() => desk.close());

  it('is held to it after each keystroke, and said once', async () => {
    const caseId = await desk.newCase(soundLetter());
    await desk.ask('record.import', { caseId, files: [await desk.offerText('pr2.txt', RECORD)] });
    const [page] = await desk.ask('page.list', { caseId });
    const [item] = await desk.ask('item.list', { caseId });
    const start = RECORD.indexOf(QUOTE);
    const span = { record: page!.record, page: 1, start, end: start + QUOTE.length, quote: QUOTE };
    await desk.ask('item.cite', { caseId, id: item!.id, span });
    const differing = async (first: string) => {
      await desk.ask('item.edit', { caseId, id: item!.id, change: { rationale: `${first} ${item!.rationale}` } });
      return (await desk.ask('letter.check', { caseId, settled: true })).flatMap((finding) =>
        finding.name === 'rationale-differs' ? [[finding.values.what, finding.values.words]] : [],
      );
    };
    expect(await differing('The worker completed 12 visits of physical therapy.')).toEqual([]);
    expect(await differing('The worker completed 14 visits of physical therapy.')).toEqual([['number', '14 visits']]);
  });
});
