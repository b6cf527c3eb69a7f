import type { CaseId, ItemId } from '../../shared/ids.ts';
import type { NegativeSearch } from '../../shared/negative-search.ts';
import { soundLetter } from '../letters/support/sound-letter.ts';
import { openBackend, type OpenBackend } from '../support/open-backend.ts';

const REPORT =
  'PROGRESS REPORT (PR-2)\nDate of exam: 05/16/2016\nAlex Example, MD\nPlan: Start tramadol 50 mg #60. An opioid agreement is to be signed.';
const LABORATORY =
  'LABORATORY REPORT\nCollected: 06/20/2016\nThe urine tox-\nicology screen was negative. UDS reported 06/23/2016.';
const DENIAL =
  'UTILIZATION REVIEW DETERMINATION - NON-CERTIFICATION\nDate of determination: 09/21/2016\nThere is no documentation of a signed opioid agreement or acupuncture. The request is not medically necessary.';
const AGREEMENT = 'OPIOID TREATMENT AGREEMENT\nDate: 05/20/2016\nThe opioid agreement was signed on 05/20/2016.';

describe('a negative search', () => {
  let desk: OpenBackend;
  let caseId: CaseId;
  let now = new Date('2016-10-20T09:00:00Z');
  const put = async (name: string, text: string): Promise<void> => {
    await desk.ask('record.import', { caseId, files: [await desk.offerText(name, text)] });
  };
  const searched = async (words: string, wordings?: string[]): Promise<NegativeSearch> => {
    await desk.ask('absence.search', { caseId, terms: [{ words, ...(wordings && { wordings }) }] });
    return kept(words);
  };
  const kept = async (words: string): Promise<NegativeSearch> =>
    (await desk.ask('absence.list', { caseId })).find((one) => one.words === words)!;
  const firstItem = async (): Promise<ItemId> => (await desk.ask('item.list', { caseId }))[0]!.id;

  beforeAll(async () => {
    desk = await openBackend({ now: () => now });
  });
  afterAll(() => desk.close());
  beforeEach(async () => {
    now = new Date('2016-10-20T09:00:00Z');
    caseId = await desk.newCase(soundLetter());
    await put('report.txt', REPORT);
    await put('laboratory.txt', LABORATORY);
    await put('denial.txt', DENIAL);
  });

  it('is offered for what the denial says is not documented, until it is made', async () => {
    expect(await desk.ask('absence.offers', { caseId })).toEqual(['opioid agreement', 'acupuncture']);
    await searched('signed opioid agreement');
    expect(await desk.ask('absence.offers', { caseId })).toEqual(['acupuncture']);
  });

  it('looks for every way of writing a thing in all pages, those that are parted at the end of a line too', async () => {
    expect(await desk.ask('absence.wordings', { words: 'a drug screen' })).toEqual(
      expect.arrayContaining(['drug screen*', 'uds', 'toxicology', 'urine test*']),
    );
    const { result, at } = await searched('drug screen');
    expect(at).toBe('2016-10-20T09:00:00.000Z');
    expect(result).toMatchObject({ pages: 3, hitPages: 1, removedPages: 0, unrelied: [], unreadFiles: [] });
    expect(result.hits).toMatchObject([{ standing: 'holds', span: { record: '2', page: 1 } }]);
  });

  it('tells apart who holds a thing, who only wants it, and who judges that it is missing', async () => {
    const { result } = await searched('opioid agreement');
    expect(result.hits.map(({ standing, span }) => [standing, span.record])).toEqual([
      ['wants', '1'],
      ['judges', '3'],
    ]);
    expect(result.hits[0]!.sentence).toBe('An opioid agreement is to be signed.');
  });

  it('looks for the words that it is given where they are in no list, in the ways they are written', async () => {
    expect((await searched('work-hardening')).result).toMatchObject({ hitPages: 0, hits: [] });
    expect((await searched('tramadol 50mg')).result).toMatchObject({ hitPages: 1 });
    expect((await searched('agreement', ['opioid agree*', '***'])).result).toMatchObject({ hitPages: 2 });
    expect((await searched('***')).result).toMatchObject({ pages: 3, hitPages: 0 });
  });

  it('is out of date as soon as records are added, says what it would find now, and is run again with a new day', async () => {
    expect((await searched('opioid agreement')).now).toBeNull();
    await put('agreement.txt', AGREEMENT);
    const stale = await kept('opioid agreement');
    expect(stale.result).toMatchObject({ pages: 3, hitPages: 2 });
    expect(stale.now).toMatchObject({ pages: 4, hitPages: 3 });
    expect(stale.now!.hits[0]).toMatchObject({ standing: 'holds', span: { record: '4' } });
    now = new Date('2016-10-25T09:00:00Z');
    await desk.ask('absence.rerun', { caseId, ids: [stale.id] });
    expect(await kept('opioid agreement')).toMatchObject({ at: now.toISOString(), now: null, result: { pages: 4 } });
    await desk.ask('change.undo', { caseId });
    expect(await kept('opioid agreement')).toMatchObject({ at: '2016-10-20T09:00:00.000Z', result: { pages: 3 } });
  });

  it('is out of date when words are typed over a page by eye, and when a record is taken out', async () => {
    await desk.ask('timeline.propose', { caseId });
    await searched('acupuncture');
    const [page] = await desk.ask('page.list', { caseId });
    await desk.ask('page.type', { caseId, pageId: page!.id, text: 'Acupuncture was completed on 05/16/2016.' });
    expect((await kept('acupuncture')).now).toMatchObject({
      hitPages: 2,
      hits: [{ standing: 'holds' }, { standing: 'judges' }],
    });
    const [, laboratory] = await desk.ask('document.list', { caseId });
    await desk.ask('absence.rerun', { caseId, ids: [(await kept('acupuncture')).id] });
    await desk.ask('document.remove', { caseId, ids: [laboratory!.id] });
    expect((await kept('acupuncture')).now).toMatchObject({ pages: 2, removedPages: 1 });
  });

  it('names the files that could not be read', async () => {
    await desk.ask('record.import', {
      caseId,
      files: [
        await desk.offer({ kind: 'bytes', name: 'broken.pdf', bytes: new TextEncoder().encode('%PDF-1.4 broken') }),
      ],
    });
    expect((await searched('acupuncture')).result.unreadFiles).toEqual(['broken.pdf']);
  });

  it('goes into a rationale as evidence in one step, and not where a page documents the thing', async () => {
    const itemId = await firstItem();
    const { id } = await searched('opioid agreement');
    await desk.ask('absence.cite', { caseId, id, itemId });
    const words = 'The records that were submitted contain no documentation of an opioid agreement.';
    expect((await desk.ask('item.list', { caseId }))[0]!.rationale).toContain(words);
    expect((await kept('opioid agreement')).items).toEqual([itemId]);
    await desk.ask('change.undo', { caseId });
    expect((await desk.ask('item.list', { caseId }))[0]!.rationale).not.toContain(words);
    expect((await kept('opioid agreement')).items).toEqual([]);
    const held = await searched('drug screen');
    expect(await desk.refusal('absence.cite', { caseId, id: held.id, itemId })).toMatchObject({ code: 'refused' });
    await put('agreement.txt', AGREEMENT);
    expect(await desk.refusal('absence.cite', { caseId, id, itemId })).toMatchObject({
      code: 'refused',
      message: expect.stringContaining('run it again') as string,
    });
  });

  it('is no proof any more for check 32 once pages have changed, and says so at the item', async () => {
    const itemId = await firstItem();
    const { id } = await searched('opioid agreement');
    await desk.ask('absence.cite', { caseId, id, itemId });
    const outdated = async (): Promise<unknown[]> =>
      (await desk.ask('letter.check', { caseId, settled: true }))
        .filter(({ name }) => name === 'outdated-search')
        .map(({ values }) => values);
    expect(await outdated()).toEqual([]);
    await put('agreement.txt', AGREEMENT);
    expect(await outdated()).toEqual([
      { term: 'opioid agreement', day: '2016-10-20', pages: [expect.stringMatching(/, page 1$/u)] },
    ]);
    await desk.ask('absence.uncite', { caseId, id, itemId });
    expect(await outdated()).toEqual([]);
  });

  it('is kept once for the same words, taken away and brought back', async () => {
    const { id } = await searched('opioid agreement');
    await searched('Opioid agreement');
    expect(await desk.ask('absence.list', { caseId })).toHaveLength(1);
    await desk.ask('absence.remove', { caseId, ids: [id] });
    expect(await desk.ask('absence.list', { caseId })).toEqual([]);
    await desk.ask('change.undo', { caseId });
    expect(await desk.ask('absence.list', { caseId })).toHaveLength(1);
  });
});
