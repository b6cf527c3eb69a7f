import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Reason } from '../../shared/reason.ts';
import { wordReason } from '../../shared/word-reason.ts';
import { ROOT, imr, imrJson } from '../support/imr.ts';
import { temporaryFolder } from '../support/temporary.ts';

const folder = temporaryFolder();
const store = join(folder, 'vault');
const put = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

/** One sentence or a few on standard error, none of them a trace of the programme. */
const expectRefusal = ({ code, out, err }: Awaited<ReturnType<typeof imr>>, exitCode: 1 | 2, words: RegExp): void => {
  expect(out).toBe('');
  expect(err).toMatch(words);
  expect(err).not.toMatch(/\bat .*:\d+:\d+|Error:/);
  expect(code).toBe(exitCode);
};

let caseId = '';

beforeAll(async () => {
  caseId = (
    await imrJson<{ caseId: string }>([
      'case',
      'new',
      put('case.json', '{"header":{"caseNumber":"CM16-9900001"}}'),
      '--store',
      store,
    ])
  ).caseId;
});

describe('the command line', () => {
  it('lists its commands', async () => {
    const { code, out } = await imr(['--help']);
    expect(code).toBe(0);
    [
      'demo',
      'case new',
      'import',
      'pages',
      'search',
      'timeline',
      'dates',
      'check',
      'letter',
      'read-letter',
      'text',
      'bench',
      'serve',
    ].forEach((name) => expect(out).toContain(`  ${name}`));
  });

  it('makes, lists, shows and erases a case', async () => {
    const { caseId: id } = await imrJson<{ caseId: string }>([
      'case',
      'new',
      put('empty.json', '{}'),
      '--store',
      store,
    ]);
    expect(await imrJson(['case', 'list', '--store', store])).toEqual(
      expect.arrayContaining([expect.objectContaining({ id, number: '', state: 'New', pages: 0 })]),
    );
    expect(await imrJson(['case', 'show', id, '--store', store])).toMatchObject({ id, records: 0 });
    await imrJson(['case', 'erase', id, '--store', store]);
    expectRefusal(await imr(['case', 'show', id, '--store', store]), 1, /no case with this id/);
  });

  it('prints findings as data and in words, with the part of the letter as a path', async () => {
    const findings = await imrJson<object[]>(['check', caseId, '--store', store]);
    expect(findings).toContainEqual(
      expect.objectContaining({
        name: 'missing-credential',
        check: 8,
        severity: 'block',
        part: { kind: 'reviewer-value', name: 'licensure' },
        where: 'reviewer.licensure',
        values: { what: 'licensure' },
        message: 'No state of licensure is given.',
        mend: null,
        overridden: null,
      }),
    );
  });

  it('imports files and answers for each, and the bad ones do not stop the good', async () => {
    mkdirSync(join(folder, 'nothing-in-it'));
    const { files } = await imrJson<{
      files: { name: string; status: string; kind: string; pages: number; reasons: Reason[]; messages: string[] }[];
    }>([
      'import',
      caseId,
      put('note.txt', 'Date of visit: 05/24/2016\nPain 7/10 in the low back.'),
      put('broken.pdf', '%PDF-1.7 and then nothing'),
      put('noise.bin', '\u0000\u0001\u0002'),
      put('empty.txt', ''),
      put('same.txt', 'Date of visit: 05/24/2016\nPain 7/10 in the low back.'),
      join(folder, 'nothing-in-it'),
      join(folder, 'not-there.pdf'),
      '--store',
      store,
    ]);
    expect(files.map(({ name, status }) => [name, status])).toEqual([
      ['note.txt', 'imported'],
      ['broken.pdf', 'failed'],
      ['noise.bin', 'failed'],
      ['empty.txt', 'failed'],
      ['same.txt', 'duplicate'],
      ['nothing-in-it', 'skipped'],
      ['not-there.pdf', 'failed'],
    ]);
    expect(files.slice(1).map(({ reasons }) => reasons.map(({ code }) => code))).toEqual([
      ['damaged'],
      ['unknown-format'],
      ['empty-file'],
      ['same-file'],
      ['empty-folder'],
      ['no-such-file'],
    ]);
    expect(files.map(({ messages }) => messages)).toEqual(files.map(({ reasons }) => reasons.map(wordReason)));
    const pages = await imrJson<{ text: string; source: string; page: number }[]>(['pages', caseId, '--store', store]);
    expect(pages).toEqual([
      expect.objectContaining({
        page: 1,
        source: 'flow',
        text: 'Date of visit: 05/24/2016\nPain 7/10 in the low back.',
      }),
    ]);
    expect(await imrJson(['search', caseId, 'low back', '--store', store])).toMatchObject({
      total: 1,
      hits: [{ page: 1, snippet: expect.stringContaining('low back') }],
    });
  });

  it('finds earlier determinations by body part, guideline and words', async () => {
    await imrJson([
      'precedents',
      'add',
      join(ROOT, 'assets', 'sample-case', 'expected-2016.txt'),
      '--own',
      '--store',
      store,
    ]);
    const find = async (...asked: string[]): Promise<string[]> =>
      (await imrJson<{ precedent: { heading: string } }[]>(['precedents', 'find', ...asked, '--store', store])).map(
        ({ precedent }) => precedent.heading,
      );
    expect((await find('--body-part', 'lumbar')).toSorted()).toEqual([
      expect.stringMatching(/^Acupuncture/),
      expect.stringMatching(/^MRI/),
    ]);
    expect(await find('--guideline', 'Acupuncture Treatment')).toEqual([expect.stringMatching(/^Acupuncture/)]);
    expect(await find('strength', '--body-part', 'lumbar')).toEqual([expect.stringMatching(/^MRI/)]);
    expectRefusal(await imr(['precedents', 'find', '--store', store]), 2, /--body-part/);
  });

  it('lists the guideline table, compares a file with it, and takes it whole or not at all', async () => {
    type Table = { completeTo: string; rows: { chapter: string }[] };
    const table = () => imrJson<Table>(['guidelines', '--store', store]);
    const { rows, completeTo } = await table();
    expect([rows.length, completeTo]).toEqual([69, '2021-11-23']);
    const head = 'chapter,regulation,year,effectiveFrom\n';
    const sound = put('table.csv', `${head}Cannabis,9792.24.8,2025,1/2/2026\n`);
    expect(await imrJson(['guidelines', 'compare', sound, '--store', store])).toMatchObject({
      added: [{ chapter: 'Cannabis', effectiveFrom: '2026-01-02' }],
    });
    const wrong = put('wrong.csv', `${head}Cannabis,9792.24.8,2025,1/2/2026\nOther,1,2025,soon\n`);
    expectRefusal(await imr(['guidelines', 'take', wrong, '--store', store]), 1, /Line 3: .* nothing was taken/);
    expect((await table()).rows).toHaveLength(69);
    await imrJson(['guidelines', 'take', sound, '--store', store]);
    expect((await table()).rows.at(-1)).toMatchObject({ chapter: 'Cannabis' });
  });

  it('says of a date whose digits are letters that it is uncertain, and of no other', async () => {
    const dates = await imrJson<readonly { text: string; date: string; uncertain?: true }[]>([
      'dates',
      put('unsure.txt', 'Seen O7/12/2014 and 07/15/2014. Next on 1O/02/14.'),
    ]);
    expect(dates.map(({ text, date, uncertain }) => [text, date, uncertain])).toEqual([
      ['O7/12/2014', '2014-07-12', true],
      ['07/15/2014', '2014-07-15', undefined],
      ['1O/02/14', '2014-10-02', true],
    ]);
  });

  it('finds the dates of a file and keeps nothing of it', async () => {
    expect(await imrJson(['dates', put('dates.txt', 'Seen 05/24/14. Pain 7/10. Next in June 2014.')])).toEqual([
      expect.objectContaining({ text: '05/24/14', date: '2014-05-24', precision: 'day', page: 1, start: 5, end: 13 }),
      expect.objectContaining({ text: 'June 2014', date: '2014-06', precision: 'month', page: 1 }),
    ]);
  });

  it('prints the text of a file page by page', async () => {
    expect(await imrJson(['text', put('a.rtf', '{\\rtf1\\ansi Lumbar {\\b strain}\\page Second}')])).toEqual({
      pages: [
        { page: 1, text: 'Lumbar strain', source: 'flow' },
        { page: 2, text: 'Second', source: 'flow' },
      ],
      messages: [],
    });
  });

  it('refuses a wrong passphrase, a missing one, and a vault that is not there', async () => {
    expectRefusal(
      await imr(['case', 'list', '--store', store], { IMR_PASSPHRASE: 'another' }),
      1,
      /does not open the vault/,
    );
    expectRefusal(await imr(['case', 'list', '--store', store], { IMR_PASSPHRASE: '' }), 2, /IMR_PASSPHRASE/);
    expectRefusal(await imr(['case', 'list', '--store', join(folder, 'none')]), 1, /no vault/);
  });

  it.each([
    [['nonsense'], 2, /no command/],
    [['case', 'new'], 2, /missing/],
    [['letter', 'abc'], 2, /--out/],
    [['check', 'no such id!'], 2, /not an id/],
    [['check', 'unknown1'], 1, /no case with this id/],
    [['import', 'unknown1', '/tmp'], 1, /no case with this id/],
    [['text', '/no/such/file'], 1, /cannot be opened/],
    [['letter', 'abc', '--form', '2020', '--out', 'x'], 2, /no form/],
    [['--nonsense'], 2, /nonsense/],
  ] as const)('refuses %j', async (args, code, words) => {
    expectRefusal(await imr([...args, '--store', store]), code, words);
  });

  it.each([
    ['{"summary":', /not JSON/],
    ['[]', /not as it should be/],
    ['{"sumary":"x"}', /sumary is not known here/],
    ['{"header":{"dateOfInjury":"05/24/2014"}}', /header\.dateOfInjury/],
    ['{"items":[{"headin":"x"}]}', /items\.0\.headin/],
  ])('refuses the case %s by name', async (text, words) => {
    expectRefusal(await imr(['case', 'new', put('bad.json', text), '--store', store]), 2, words);
  });
});
