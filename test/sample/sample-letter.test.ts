import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mammoth from 'mammoth';
import { foldSpace } from '../../shared/letter.ts';
import { measureDrift } from '../support/measure-drift.ts';
import { ASSETS, SAMPLE_FORMS, walkSample, type SampleWalk } from '../support/sample/walk-sample.ts';

// The scans among the records are recognised in every walk.

const expected = (form: (typeof SAMPLE_FORMS)[number]): string =>
  readFileSync(join(ASSETS, 'sample-case', `expected-${form}.txt`), 'utf8');

describe('the sample case, walked from its files to the letter', () => {
  let sample: SampleWalk;
  beforeAll(async () => {
    sample = await walkSample(ASSETS);
  });

  it.each(SAMPLE_FORMS)('gives the expected letter in the %s form', (form) => {
    expect(sample.letters[form]).toBe(expected(form));
  });

  it.each(SAMPLE_FORMS)('exports a Word file with the expected words in the %s form', async (form) => {
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(sample.docx[form]) });
    expect(foldSpace(value)).toBe(foldSpace(expected(form)));
  });

  it.each(SAMPLE_FORMS)('leaves nothing that blocks the letter in the %s form', (form) => {
    expect(sample.findings[form].filter(({ severity }) => severity === 'block')).toEqual([]);
  });

  it('marks no words of its sentences as borne out by nothing, and nearly every change that is planted in them', () => {
    expect(
      SAMPLE_FORMS.flatMap((form) => sample.findings[form]).filter(({ name }) => name === 'sentence-differs'),
    ).toEqual([]);
    const { marked, planted, noticed, missed } = measureDrift(sample.timeline, '2016-12-31');
    expect(marked).toEqual([]);
    expect(planted).toBeGreaterThan(300);
    expect({ isEnough: noticed >= 0.95 * planted, missed }).toMatchObject({ isEnough: true });
  });

  it('tells the course of the case in date order, every sentence with its source', () => {
    expect(sample.summary.filter(({ sources }) => sources.length === 0)).toEqual([]);
    const words = sample.summary
      .map(({ text }) => text)
      .join(' ')
      .split(' ').length;
    expect(words).toBeGreaterThanOrEqual(150);
    expect(words).toBeLessThanOrEqual(384);
  });

  it('keeps proposals that nobody decided on out of the letter', () => {
    const states = new Set(sample.timeline.map(({ state }) => state));
    expect(states).toEqual(new Set(['accepted', 'proposed', 'rejected']));
  });

  it('fails where a listed entry was not proposed', async () => {
    const listed = { record: 'nurse-call-2016-07-15.rtf', quote: 'Words that stand in no record.' };
    await expect(walkSample(ASSETS, (found) => ({ ...found, accepted: [...found.accepted, listed] }))).rejects.toThrow(
      /not proposed[\s\S]*Words that stand in no record/u,
    );
  });
});

describe('the sample case with one date changed in one file', () => {
  const assets = mkdtempSync(join(tmpdir(), 'imr-assets-'));
  afterAll(() => rmSync(assets, { recursive: true }));

  it('has the changed date in timeline and letter', async () => {
    for (const name of readdirSync(ASSETS).filter((each) => each !== 'sample-case'))
      symlinkSync(join(ASSETS, name), join(assets, name));
    cpSync(join(ASSETS, 'sample-case'), join(assets, 'sample-case'), { recursive: true });
    const file = join(assets, 'sample-case', 'records', 'work-status-2016-08-22.txt');
    writeFileSync(file, readFileSync(file, 'utf8').replace('Date of visit:  08/22/2016', 'Date of visit:  08/23/2016'));

    const { timeline, letters } = await walkSample(assets);
    const moved = timeline.filter(
      ({ state, sources }) =>
        state === 'accepted' && sources.some(({ quote }) => quote.startsWith('Modified work was limited to 10 pounds')),
    );
    expect(moved.map(({ date }) => date)).toEqual(['2016-08-23']);
    expect(letters['2016']).toBe(expected('2016').replace('08/22/16', '08/23/16'));
  });
});
