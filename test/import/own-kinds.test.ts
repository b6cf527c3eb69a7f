import { findDates } from '../../shared/find-dates.ts';
import type { PageContent } from '../../shared/page.ts';
import type { IntakeRow } from '../../shared/record.ts';
import { OWN_KINDS, type OwnKindName } from '../support/files/own-kinds.ts';
import { openCase, writeFolder, type OpenCase } from '../support/open-case.ts';

/** What a file became: its line, its pages, the files in it, and how many of its pages a search finds. */
type Became = {
  readonly line: IntakeRow;
  readonly pages: readonly PageContent[];
  readonly members: readonly string[];
  readonly found: (query: string) => Promise<number>;
};

const textOf = ({ pages }: Became): string => pages.map(({ text }) => text).join('\n');
const saidOf = ({ line, pages }: Became): string =>
  [...line.messages, ...pages.flatMap(({ messages }) => messages)].join(' ');
const shows =
  (...words: readonly string[]) =>
  (became: Became): void => {
    for (const word of words) expect(textOf(became)).toContain(word);
  };
const holds =
  (...names: readonly string[]) =>
  ({ members }: Became): void => {
    expect(members).toEqual(names);
  };
const FORM = shows('Name: Robin Madeup', 'Date of injury: 07/11/2016', '[x] Expedited', '[ ] Standard');
const REPORT = shows('straight leg raising was negative', '07/15/2016');
const RECOGNISED = shows('persistent pain in the left knee');

const RIGHT: Readonly<Record<OwnKindName, (became: Became) => void | Promise<void>>> = {
  'form with drawn values': FORM,
  'form without drawings': FORM,
  'form that draws something else': (became) => {
    shows('[field value: Acupuncture]', 'Massage')(became);
    expect(saidOf(became)).toContain('shows something else');
  },
  'comb of letters': async (became) => {
    shows('Claim: ABX90817')(became);
    expect(await became.found('ABX90817')).toBe(1);
  },
  'typed remark': shows('[Typed remark: Raised to forty.]'),
  'sticky note': async (became) => {
    shows('[Note: Agreed by telephone]')(became);
    expect(await became.found('"agreed by telephone"')).toBe(1);
  },
  'struck out line': shows('[struck out: May return to full duty.]'),
  'form that is built when opened': (became) => {
    shows('Robin Madeup', 'Aquatic therapy')(became);
    expect(saidOf(became)).toContain('XFA');
  },
  portfolio: holds('enclosed.txt'),
  'file clipped to a page': holds('clipped.txt'),
  'layer that is switched off': (became) => {
    expect(textOf(became)).toBe('Surgery is recommended.');
    expect(saidOf(became)).toContain('switched off');
  },
  'columns row by row': shows('pain in the right wrist while\ntyping for long hours.'),
  'table column by column': shows('02/09/2016 Tramadol 50 mg Dr. Beta'),
  'outlines under a number': (became) => {
    expect(became.pages[0]!.source).toBe('mixed');
    shows('FICT-000417')(became);
    expect(textOf(became)).toMatch(/HILL|LIFT|TILE/);
  },
  'scan pasted on a page': (became) => {
    shows('pasted below')(became);
    REPORT(became);
  },
  'font that is shifted': RECOGNISED,
  'font that is half right': RECOGNISED,
  'ligatures that mean nothing': (became) => {
    expect(became.pages[0]!.source).toBe('ocr');
    expect(saidOf(became)).toContain('does not match');
  },
  'hidden layer that is garbled': REPORT,
  'hidden layer of spaced letters': REPORT,
  'faint scan': (became) => {
    expect(became.pages[0]!.blank).toBe(false);
    REPORT(became);
  },
  'scan of a table with a black head': (became) => {
    shows('Date Treatment Visits Clinic', '04/11/2016 Massage 4 visits South Office', '[x] Modified')(became);
    expect(textOf(became)).not.toContain('[x] Certified');
  },
  'negative scan': (became) => {
    expect(became.pages).toMatchObject([{ turned: 0, width: 612, height: 792 }]);
    REPORT(became);
  },
  'fax without its resolution': (became) => {
    expect(became.pages[0]!.height).toBeGreaterThan(became.pages[0]!.width);
    shows('08/16/2016', 'raising was negative on both sides', '09/13/2016')(became);
  },
  'damaged page': (became) => {
    shows('The first page is sound.')(became);
    expect(became.pages[1]).toMatchObject({ blank: false, messages: [expect.stringContaining('could not be read')] });
  },
  'TIFF with a broken chain': (became) => {
    expect(became.pages).toHaveLength(3);
    expect(saidOf(became)).toContain('others may be missing');
  },
  'mail in base64': shows('Torn on 04/04/2016, made up.', 'Robin Madeup'),
  'mail with a file': (became) => {
    shows('The study of 04/04/2016 is enclosed.')(became);
    holds('report.pdf')(became);
  },
  'mail with a picture in its words': holds('scan.jpg', 'operation.txt'),
  'picture in RTF': (became) => {
    expect(became.pages.length).toBeGreaterThan(1);
    REPORT(became);
  },
  'signs in RTF': shows('[x] Certified', '[ ] Denied', '[x] Modified', '\u2264 40 mg', '\u00b1 4'),
  'signs in Word': shows('\u2264 80 degrees', '\u2265 6 of 10', '[x] Certified', '[ ] Denied'),
  'cell over several rows': shows('01/05/2016\tSodium\t140\n\tPotassium\t4.1'),
  'negated entry': shows('Problem: no asthma'),
  'words parted at line ends': async (became) => {
    expect([await became.found('neuropathy'), await became.found('pathy')]).toEqual([1, 1]);
  },
  'second day of a span': (became) => {
    expect(findDates(textOf(became), { latest: '2017-01-01' }).map(({ date }) => date)).toEqual([
      '2016-03-01',
      '2016-03-29',
      '2016-05-02',
      '2016-05-27',
    ]);
  },
};

const NAMES = Object.keys(OWN_KINDS) as OwnKindName[];
const makeAll = (change: (bytes: Uint8Array, kind: OwnKindName) => Uint8Array): Promise<Record<string, Uint8Array>> =>
  Promise.all(NAMES.map(async (kind) => [OWN_KINDS[kind].name, change(await OWN_KINDS[kind].make(), kind)])).then(
    Object.fromEntries,
  );

describe('a file of our own of each kind that came in wrong, all given as one folder', () => {
  let open: OpenCase;
  const became = new Map<OwnKindName, Became>();
  beforeAll(async () => {
    open = await openCase();
    await open.newCase();
    const caseId = open.caseId();
    await open.take([writeFolder(await makeAll((bytes) => bytes))]);
    await open.ask('ocr.run', { caseId });
    const { files } = await open.ledger();
    const rows = await open.ask('page.list', { caseId });
    const pages = await Promise.all(rows.map(({ id }) => open.ask('page.show', { caseId, pageId: id })));
    for (const kind of NAMES) {
      const line = files.find(({ name }) => name.endsWith(`/${OWN_KINDS[kind].name}`))!;
      became.set(kind, {
        line,
        pages: pages.filter(({ record }) => record === line.record),
        members: files.filter(({ container }) => container === line.id).map(({ name }) => name),
        found: async (query) =>
          (await open.ask('search.run', { caseId, query, limit: 500 })).hits.filter(
            ({ record }) => record === line.record,
          ).length,
      });
    }
  }, 300_000);
  afterAll(() => open.close());

  it.each(NAMES)('%s is right', async (kind) => {
    const own = became.get(kind)!;
    expect(own.line.state).toBe('imported');
    await RIGHT[kind](own);
  });
});

/** The last third is gone. */
const cutOff = (bytes: Uint8Array): Uint8Array => bytes.subarray(0, Math.floor((bytes.length * 2) / 3));
/** Every hundredth byte behind the first few is another one. */
const scratched = (bytes: Uint8Array): Uint8Array =>
  Uint8Array.from(bytes, (byte, at) => (at > 64 && at % 101 === 0 ? byte ^ 0x15 : byte));

describe.each([
  ['cut off', cutOff],
  ['scratched', scratched],
])('each of them, %s', (_, change) => {
  it('is one line of the ledger with an answer, and loses no other', async () => {
    const open = await openCase();
    await open.newCase();
    await open.take([writeFolder({ ...(await makeAll(change)), 'sound.txt': 'Sound among the damaged.' })]);
    const { files, totals } = await open.ledger();
    const given = files.filter(({ container }) => container === null);
    expect(given.map(({ name }) => name.split('/').at(-1)).sort()).toEqual(
      [...NAMES.map((kind) => OWN_KINDS[kind].name), 'sound.txt'].sort(),
    );
    expect(files.filter(({ state }) => !['imported', 'duplicate', 'failed', 'skipped'].includes(state))).toEqual([]);
    expect(files.filter(({ state, messages }) => state !== 'imported' && messages.length !== 1)).toEqual([]);
    expect(
      files.filter(({ messages }) => /Something went wrong|too long|too much memory/.test(messages.join())),
    ).toEqual([]);
    expect(files.find(({ name }) => name.endsWith('/sound.txt'))).toMatchObject({ state: 'imported', pages: 1 });
    expect(totals.pagesPromised).toBe(totals.pagesStored + totals.pagesFailed);
    await open.close();
  }, 120_000);
});
