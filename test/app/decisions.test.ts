import type { Input } from '../../shared/contract.ts';
import type { CaseId, ItemId } from '../../shared/ids.ts';
import { GivenGuidelineRow, type GuidelineRow } from '../../shared/guideline.ts';
import { openBackend, type OpenBackend } from '../support/open-backend.ts';

let desk: OpenBackend;
let caseId: CaseId;
beforeAll(async () => {
  desk = await openBackend();
});
afterAll(() => desk.close());
beforeEach(async () => {
  caseId = await desk.newCase({
    organisation: 'Example Reviews',
    guidelineLabel: 'EXAMPLE',
    header: { decisionDate: '2017-03-21', dateOfInjury: '2016-11-14' },
  });
});

const items = () => desk.ask('item.list', { caseId });
const headings = async (): Promise<string[]> => (await items()).map(({ heading }) => heading);
const add = async (heading: string, parent: ItemId | null = null): Promise<ItemId> =>
  (await desk.ask('item.add', { caseId, item: { heading, parent } })).id;

const REVIEW = `UTILIZATION REVIEW DETERMINATION
Claimant: Mara Fictitious
Date of determination: 09/21/2016
The following treatment was requested:
1. MRI of the left knee - Denied
2. Norco 10/325 #90 - Denied
Rationale item 1: MRI of the left knee
MTUS/ACOEM Chapter 13 Knee Complaints (2004), Special Studies, recommends imaging where a red flag is present.
Rationale item 2: Norco 10/325 #90
Official Disability Guidelines, Pain Chapter (not part of the MTUS), states that opioids be reviewed.
`;

describe('the guidelines that a utilization review names', () => {
  it('are offered in its words for the item that they are named for, however that is worded by now', async () => {
    await desk.ask('record.import', { caseId, files: [await desk.offerText('review.txt', REVIEW)] });
    const [knee, norco] = [await add('One MRI of the left knee without contrast'), await add('Norco 10/325 mg #90')];
    const cited = async (id: ItemId) => desk.ask('item.citations', { caseId, id });
    const words = 'MTUS/ACOEM Chapter 13 Knee Complaints (2004), Special Studies';
    expect(await cited(knee)).toEqual([
      {
        words,
        mtus: { chapter: 'Knee Complaints', year: '2004', sections: 'Special Studies' },
        source: expect.objectContaining({ page: 1, quote: words, start: REVIEW.indexOf(words) }),
      },
    ]);
    expect((await cited(norco)).map((one) => [one.words, one.mtus])).toEqual([
      ['Official Disability Guidelines, Pain Chapter (not part of the MTUS)', null],
    ]);
  });
});

describe('the disputed items of a case', () => {
  it('come from a pasted list as one step of undo', async () => {
    const { headings: list } = await desk.ask('item.readList', {
      text: '1. MRI of the left knee\n2. Tramadol 50mg #60',
    });
    await desk.ask('item.addAll', { caseId, headings: list });
    expect(await headings()).toEqual(['MRI of the left knee', 'Tramadol 50mg #60']);
    await desk.ask('change.undo', { caseId });
    expect(await headings()).toEqual([]);
  });

  it('take back a choice alone, and words that were typed one soon after the other together', async () => {
    const id = await add('MRI of the left knee');
    const edit = (change: Input<'item.edit'>['change']) => desk.ask('item.edit', { caseId, id, change });
    const mtus = (sections: string) => ({
      form: 'mtus' as const,
      mtus: [{ chapter: 'Knee Complaints', year: '2004', sections }],
    });
    await edit({ decision: 'Overturned' });
    await edit({ decision: 'Upheld' });
    await edit({ claims: { form: 'other', other: '' } });
    await edit({ claims: mtus('') });
    await edit({ claims: mtus('Special') });
    await edit({ claims: mtus('Special Studies') });
    const undone = async () => {
      await desk.ask('change.undo', { caseId });
      return (await items())[0]!;
    };
    expect((await undone()).claims).toEqual(mtus(''));
    expect((await undone()).claims).toEqual({ form: 'other', other: '' });
    expect((await undone()).claims).toEqual({ form: 'typed', text: '' });
    expect((await undone()).decision).toBe('Overturned');
    expect((await undone()).decision).toBeNull();
  });

  it('are duplicated and split in their place, with their words', async () => {
    const {
      ids: [first],
    } = await desk.ask('item.addAll', { caseId, headings: ['Tramadol 50mg #60', 'EKG'] });
    await desk.ask('item.edit', {
      caseId,
      id: first!,
      change: { rationale: 'The notes show no gain.', decision: 'Upheld' },
    });
    await desk.ask('item.duplicate', { caseId, id: first! });
    expect(await headings()).toEqual(['Tramadol 50mg #60', 'Tramadol 50mg #60', 'EKG']);
    const { ids } = await desk.ask('item.split', {
      caseId,
      id: first!,
      headings: ['Tramadol 50mg #30', 'Tramadol 50mg #30, second month'],
    });
    expect(ids[0]).toBe(first);
    expect(await headings()).toEqual([
      'Tramadol 50mg #30',
      'Tramadol 50mg #30, second month',
      'Tramadol 50mg #60',
      'EKG',
    ]);
    expect((await items())[1]).toMatchObject({ rationale: 'The notes show no gain.', decision: 'Upheld' });
  });

  it('follow their parent: Upheld with one sentence and no evidence cited, and what the reviewer wrote stays', async () => {
    const surgery = await add('Arthroscopy of the left knee');
    const brace = await add('Associated surgical service: knee brace', surgery);
    const clearance = await add('Associated surgical service: medical clearance', surgery);
    await desk.ask('item.edit', { caseId, id: clearance, change: { rationale: 'Words of my own.' } });
    await desk.ask('item.edit', { caseId, id: surgery, change: { decision: 'Upheld' } });
    expect(await items()).toMatchObject([
      { decision: 'Upheld' },
      {
        decision: 'Upheld',
        reviewer: { form: 'none' },
        rationale:
          'As the arthroscopy of the left knee is not medically necessary, this associated service is not medically necessary.',
      },
      { decision: 'Upheld', reviewer: { form: 'none' }, rationale: 'Words of my own.' },
    ]);
    await desk.ask('item.edit', { caseId, id: surgery, change: { decision: 'Overturned' } });
    expect((await items())[1]).toMatchObject({
      decision: 'Overturned',
      rationale: expect.stringContaining('is medically necessary'),
    });
    await desk.ask('item.edit', { caseId, id: brace, change: { decision: 'Upheld' } });
    expect((await items())[1]).toMatchObject({ decision: 'Upheld' });
  });

  it('follow the parent that they are given, and never themselves', async () => {
    const surgery = await add('Arthroscopy of the left knee');
    await desk.ask('item.edit', { caseId, id: surgery, change: { decision: 'Upheld' } });
    const brace = await add('Knee brace');
    await desk.ask('item.edit', { caseId, id: brace, change: { parent: surgery } });
    expect((await items())[1]).toMatchObject({ decision: 'Upheld', parent: surgery });
    expect(await desk.refusal('item.edit', { caseId, id: surgery, change: { parent: brace } })).toMatchObject({
      code: 'invalid',
    });
  });

  it('are read field by field, and a field is set in their words', async () => {
    expect(
      await desk.ask('item.read', { heading: 'Physical therapy 2 times a week for 3 weeks (6) for the left knee' }),
    ).toMatchObject({
      kind: 'therapy',
      bodyParts: ['knee'],
      sides: ['left'],
      count: 6,
      product: 6,
      frequency: { times: [2, 2], periods: [3, 3] },
    });
    const id = await add('MRI of the left knee');
    expect(await desk.ask('item.write', { caseId, id, field: 'side', value: 'right' })).toEqual({
      heading: 'MRI of the right knee',
    });
    expect(await headings()).toEqual(['MRI of the right knee']);
    expect(await desk.refusal('item.write', { caseId, id, field: 'count', value: 'some' })).toMatchObject({
      code: 'invalid',
      message: expect.stringMatching(/whole number/u),
    });
    expect(
      await desk.ask('item.partial', { original: 'Norco 10/325mg #60', authorised: 'Norco 10/325mg #25' }),
    ).toMatchObject({ amount: 35, partial: { form: 'remaining-portion' } });
  });

  it('are offered what agrees with the decision, and nothing that stands there already', async () => {
    const id = await add('Norco 10/325mg #60');
    expect(await desk.ask('item.suggest', { caseId, id })).toEqual({
      closing: null,
      opioidParagraph: null,
      dependentRationale: null,
      outsideReasons: [],
      ends: { closing: null, opioidParagraph: null },
    });
    await desk.ask('item.edit', {
      caseId,
      id,
      change: { decision: 'Upheld', reviewer: { form: 'other', other: 'ODG: Pain' } },
    });
    const offered = await desk.ask('item.suggest', { caseId, id });
    expect(offered).toMatchObject({
      closing: 'Therefore, the request for Norco 10/325mg #60 is not medically necessary.',
      opioidParagraph: expect.stringContaining('abruptly'),
    });
    expect(offered.outsideReasons).toHaveLength(2);
    await desk.ask('item.edit', {
      caseId,
      id,
      change: { rationale: [offered.outsideReasons[0], offered.closing, offered.opioidParagraph].join(' ') },
    });
    expect(await desk.ask('item.suggest', { caseId, id })).toMatchObject({
      closing: null,
      opioidParagraph: null,
      outsideReasons: [],
      ends: { closing: `${offered.closing} ${offered.opioidParagraph}`, opioidParagraph: offered.opioidParagraph },
    });
  });
});

describe('guideline statements', () => {
  it('are taken apart again into what they were built from, on both sides and in both forms', async () => {
    const statement = {
      form: 'mtus-and-other' as const,
      mtus: [
        { chapter: 'Knee Complaints', year: '2004', sections: 'Special Studies' },
        { chapter: 'Low Back Complaints', year: '2004', sections: 'Physical Methods' },
      ],
      other: 'ODG: Knee',
    };
    for (const side of ['claims', 'reviewer'] as const) {
      const { text } = await desk.ask('statement.build', { statement, form: '2016', side });
      expect(await desk.ask('statement.parse', { text, form: '2016', side })).toEqual(statement);
    }
    expect(await desk.ask('statement.parse', { text: 'Something else.', form: '2016', side: 'claims' })).toEqual({
      form: 'typed',
      text: 'Something else.',
    });
  });
});

describe('the guideline table', () => {
  const row: GuidelineRow = GivenGuidelineRow.parse({
    id: '',
    chapter: 'Shoulder Disorders',
    chapter2014: 'Shoulder Disorders',
    year: 2024,
    regulation: '9792.23.2',
    effectiveFrom: '2024-08-01',
    effectiveTo: null,
    sections: ['Diagnostic Criteria'],
    sectionOptional: false,
    certainty: 'confirmed',
  });
  const table = () => desk.ask('guideline.table', {});
  const compare = async (file: string, text: string | Uint8Array, mode: 'add' | 'replace' = 'add') =>
    desk.ask('guideline.compare', {
      file:
        typeof text === 'string'
          ? await desk.offerText(file, text)
          : await desk.offer({ kind: 'bytes', name: file, bytes: text }),
      mode,
    });
  const refused = async (text: string, mode: 'add' | 'replace' = 'add') =>
    desk.refusal('guideline.compare', { file: await desk.offerText('table.csv', text), mode });
  afterEach(() => desk.ask('guideline.reset', {}));

  it('puts the editions in force for an item first, and says by which days it was told', async () => {
    const knee = await add('MRI of the left knee');
    const { editions, days, completeTo } = await desk.ask('guideline.forItem', { caseId, itemId: knee });
    expect(completeTo).toBe('2021-11-23');
    expect(days).toEqual({ basis: 'decision', first: '2017-03-21', last: '2017-03-21', request: null });
    expect(editions[0]).toMatchObject({
      row: { chapter: 'Knee Complaints', year: 2004 },
      standing: { state: 'in-force' },
    });
    expect(editions).toHaveLength((await table()).rows.length);
    await desk.ask('case.update', { caseId, facts: { header: { urDenialDate: '2017-02-01' } } });
    const retro = await add('Retrospective: MRI of the left knee (DOS 12/05/2016)');
    expect((await desk.ask('guideline.forItem', { caseId, itemId: retro })).days).toEqual({
      basis: 'service',
      first: '2016-12-05',
      last: '2016-12-05',
      request: { basis: 'denial', day: '2017-02-01' },
    });
  });

  it('takes edited and added rows, and gives the shipped table again', async () => {
    const before = await table();
    const saved = await desk.ask('guideline.save', { row });
    await desk.ask('guideline.save', { row: { ...before.rows[0]!, sections: ['A section of my own'] } });
    expect((await table()).rows).toEqual([
      { ...before.rows[0], sections: ['A section of my own'] },
      ...before.rows.slice(1),
      saved,
    ]);
    await desk.ask('guideline.remove', { id: saved.id });
    await desk.ask('guideline.remove', { id: before.rows[1]!.id });
    await desk.ask('guideline.setComplete', { completeTo: '2024-12-31' });
    expect(await table()).toMatchObject({ completeTo: '2024-12-31' });
    expect((await table()).rows.map(({ id }) => id)).toEqual(
      before.rows.filter((_, at) => at !== 1).map(({ id }) => id),
    );
    await desk.ask('guideline.reset', {});
    expect(await table()).toEqual(before);
  });

  it('refuses an edition that ends before it begins, one that overlaps another, and one that is not there', async () => {
    expect(await desk.refusal('guideline.save', { row: { ...row, effectiveTo: '2020-01-01' } })).toMatchObject({
      code: 'invalid',
    });
    expect(
      await desk.refusal('guideline.save', {
        row: { ...row, chapter: 'Low Back Disorders', effectiveFrom: '2020-01-01', effectiveTo: null },
      }),
    ).toMatchObject({
      code: 'invalid',
      message:
        'Low Back Disorders 2019 and Low Back Disorders 2024 would both be in force from 01/01/2020 on; end the first before the second begins.',
    });
    expect(await desk.refusal('guideline.remove', { id: 'none' })).toMatchObject({ code: 'not-found' });
  });

  it.each(['json', 'csv'] as const)('comes back from its own %s file, compared before it is taken', async (format) => {
    await desk.ask('guideline.save', { row });
    const before = await table();
    const { bytes } = await desk.written((target) => desk.ask('guideline.export', { target, format }));
    await desk.ask('guideline.reset', {});
    const difference = await compare(`table.${format}`, bytes, 'replace');
    expect(difference).toMatchObject({
      added: [{ chapter: 'Shoulder Disorders', year: 2024 }],
      changed: [],
      removed: [],
    });
    expect((await table()).rows).toHaveLength(before.rows.length - 1);
    await desk.ask('guideline.take', { table: difference.table });
    expect(await table()).toEqual(before);
  });

  it('says what a file changes, and takes nothing of one in which something is wrong', async () => {
    const before = await table();
    const own = { ...before.rows.find(({ id }) => id === 'low-back-disorders-2020')!, year: 2021, note: '' };
    const difference = await compare('table.json', JSON.stringify({ completeTo: '2022-06-30', rows: [own, row] }));
    expect(difference).toMatchObject({
      table: { completeTo: '2022-06-30' },
      added: [{ id: 'shoulder-disorders-2024-2024-08-01' }],
      changed: [{ what: ['year'] }],
      removed: [],
    });
    expect(await refused(JSON.stringify([{ ...row, id: 'own' }, { chapter: 'Half a row' }]))).toMatchObject({
      code: 'unreadable',
      message: 'Row 2: id is missing or not as it should be; nothing was taken.',
    });
    expect(await refused(JSON.stringify([own, own]))).toMatchObject({
      message: 'Low Back Disorders 2021 stands in the table twice, under one id. Nothing was taken.',
    });
    expect(await refused('a,b\n1,2')).toMatchObject({ message: 'The table has no column "chapter".' });
    expect(
      await desk.refusal('guideline.compare', {
        file: await desk.offer({ kind: 'bytes', name: 'x', bytes: new Uint8Array([0xff, 0xfe, 0xfd]) }),
        mode: 'add',
      }),
    ).toMatchObject({ code: 'unreadable' });
    expect(await table()).toEqual(before);
  });

  it('names the chapter in a 2014 statement as its row does', async () => {
    const statement = { form: 'mtus' as const, mtus: [{ chapter: 'Low Back Complaints', year: '2004', sections: '' }] };
    expect(await desk.ask('statement.build', { statement, form: '2014', side: 'reviewer' })).toMatchObject({
      text: 'Decision based on MTUS ACOEM Chapter 12 Low Back Complaints.',
    });
  });
});

describe('snippets', () => {
  const snippet = {
    id: '',
    name: 'pt-not-needed',
    text: 'The request for {service} for the {side} {bodyPart} of {injuryDate} lacks {finding} of {date of the note}.',
    decision: 'Upheld' as const,
  };

  it('are filled from the case; what it cannot fill is a blank that blocks the export', async () => {
    const id = await add('MRI of the left knee');
    const saved = await desk.ask('snippet.save', { snippet });
    const filled = await desk.ask('snippet.fill', { caseId, itemId: id, id: saved.id });
    expect(filled).toEqual({
      text: 'The request for MRI of the left knee for the left knee of 11/14/2016 lacks {finding} of {date of the note}.',
      blanks: ['finding', 'date of the note'],
    });
    await desk.ask('item.edit', { caseId, id, change: { rationale: filled.text } });
    expect((await desk.ask('letter.check', { caseId })).filter(({ name }) => name === 'unfilled-blank')).toMatchObject([
      { severity: 'block', quote: '{finding}', part: { item: 0, name: 'rationale' } },
      { quote: '{date of the note}' },
    ]);
    await desk.ask('snippet.remove', { id: saved.id });
    expect(await desk.ask('snippet.list', {})).toEqual([]);
  });

  it('have a name of their own', async () => {
    const saved = await desk.ask('snippet.save', { snippet });
    expect(await desk.refusal('snippet.save', { snippet })).toMatchObject({ code: 'exists' });
    expect(await desk.ask('snippet.save', { snippet: { ...saved, text: 'Other words.' } })).toMatchObject({
      id: saved.id,
      text: 'Other words.',
    });
    expect(await desk.refusal('snippet.save', { snippet: { ...snippet, name: 'With Blanks' } })).toMatchObject({
      code: 'usage',
    });
  });
});
