import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findDates } from '../../shared/find-dates.ts';
import type { IntakeRow, IntakeTotals } from '../../shared/record.ts';
import type { PageContent } from '../../shared/page.ts';
import { OWN_KINDS } from '../support/files/own-kinds.ts';
import type { OpenCase } from '../support/open-case.ts';
import { openCase } from '../support/open-case.ts';
import { describeWith, SHARED, wantShared } from '../support/optional.ts';

const FOLDER = wantShared('faults/intake');

/** What a file of the folder became in the case: its line of the ledger, its pages, and those of the files in it. */
type Became = {
  readonly line: IntakeRow;
  readonly pages: readonly PageContent[];
  readonly members: readonly (IntakeRow & { readonly text: string })[];
  /** How many pages a search finds. */
  readonly found: (query: string) => Promise<number>;
};

const textOf = ({ pages }: Pick<Became, 'pages'>): string => pages.map(({ text }) => text).join('\n');
const messagesOf = ({ line, pages }: Became): string =>
  [...line.messages, ...pages.flatMap(({ messages }) => messages)].join(' ');

const shows =
  (...words: readonly string[]) =>
  (became: Became): void => {
    for (const word of words) expect(textOf(became)).toContain(word);
  };

const REPORT = shows('left knee', 'naproxen 550 mg', '06/14/2016', 'Patient: Dale Imaginary');
const ACROFORM = shows(
  'Date of birth: 04/17/1961',
  'Date of injury: 02/29/2016',
  '[x] Expedited review',
  '[x] Denied or modified',
  '[ ] New request',
  '[ ] Resubmission',
  '[ ] Approved',
);
const member = ({ members }: Became, name: string): (IntakeRow & { readonly text: string }) | undefined =>
  members.find((one) => one.name.endsWith(name));

/** The right value of each file, as `faults.csv` gives it. */
const RIGHT: Readonly<Record<string, (became: Became) => void | Promise<void>>> = {
  'acro-ap.pdf': ACROFORM,
  'acro-noap.pdf': ACROFORM,
  'acro-stale.pdf': (became) => {
    ACROFORM(became);
    shows('Epidural steroid injection L4-5', 'Acupuncture')(became);
    expect(messagesOf(became)).toContain('shows something else');
  },
  'acro-comb-multi.pdf': async (became) => {
    shows('QRS445566')(became);
    expect(await became.found('QRS445566')).toBeGreaterThan(0);
  },
  'annots-freetext-noap.pdf': shows('Typed remark without picture: lisinopril raised.'),
  'annots-sticky.pdf': async (became) => {
    shows('Sticky note of the adjuster: treatment was authorized by phone on 05/06/2016.')(became);
    expect(await became.found('"authorized by phone"')).toBeGreaterThan(0);
  },
  'strikeout-and-text.pdf': shows('[struck out: The employee may return to full duty without restrictions.]'),
  'xfa-dynamic.pdf': (became) => {
    expect(`${messagesOf(became)} ${textOf(became)}`).toMatch(/XFA/);
    shows('Dale Imaginary', 'Functional restoration program')(became);
  },
  'portfolio.pdf': (became) => {
    expect(member(became, 'operative-report.pdf')?.text).toContain('arthroscopic meniscectomy');
    expect(member(became, 'note.txt')).toMatchObject({ state: 'imported' });
  },
  'clip.pdf': (became) => {
    expect(member(became, 'op.pdf')?.text).toContain('arthroscopic meniscectomy');
  },
  'layers.pdf': (became) => {
    expect(textOf(became)).toBe('Final report: surgery is recommended for the left shoulder.');
  },
  'columns-rowwise.pdf': (became) => {
    const text = textOf(became);
    expect(text).toContain('pain in the right wrist while\ntyping for long hours.');
    expect(text.lastIndexOf('gave little relief')).toBeLessThan(text.indexOf('Electrodiagnostic'));
  },
  'table-colwise.pdf': shows('02/09/2016 Tramadol 50 mg Dr. Beta'),
  'outlines-bates.pdf': (became) => {
    REPORT(became);
    shows('FICT-000417')(became);
    expect(became.pages[0]!.source).toBe('mixed');
  },
  'pasted-scan.pdf': (became) => {
    REPORT(became);
    shows('Appeal letter of the fictional physician')(became);
  },
  'tounicode-shifted.pdf': REPORT,
  'tounicode-half.pdf': REPORT,
  'lig-null.pdf': shows('findings', 'office', 'significant', 'identified'),
  'hidden-garbled.pdf': shows('The patient reports persistent pain in the left knee rated 7/10.'),
  'hidden-spaced.pdf': shows('PRIMARY TREATING PHYSICIAN'),
  'scan-lowcontrast.pdf': (became) => {
    expect(became.pages[0]!.blank).toBe(false);
    REPORT(became);
  },
  'scan-table.pdf': (became) => {
    shows('Date Medication Dose Prescriber')(became);
    expect(textOf(became)).toMatch(/\[x\] Denied/);
  },
  'negative.png': (became) => {
    expect(became.pages).toMatchObject([{ turned: 0, width: 612, height: 792 }]);
    REPORT(became);
  },
  'bad-flate-page2.pdf': (became) => {
    expect(became.pages[1]).toMatchObject({ blank: false, messages: [expect.stringContaining('could not be read')] });
  },
  'chain.tif': (became) => {
    expect(messagesOf(became)).toMatch(/pages? .*(missing|could not be found)/);
  },
  'fax-nores.tif': (became) => {
    expect(became.pages[0]!.height).toBeGreaterThan(became.pages[0]!.width);
    shows('0 to 115', '07/12/2016')(became);
  },
  'mail-b64.eml': shows('The MRI of 04/04/2016 showed a full thickness tear of the left supraspinatus.'),
  'mail-html-att.eml': (became) => {
    shows('The MRI of 04/04/2016', 'Robin Placeholder', 'Additional records')(became);
    expect(member(became, 'pr2.pdf')?.state).toBe('imported');
  },
  'mail-related.eml': (became) => {
    shows('operative report of 03/03/2016', 'Robin Placeholder')(became);
    expect(member(became, 'op.pdf')?.text).toContain('arthroscopic meniscectomy');
    expect(member(became, 'pic.png')?.state).toBe('imported');
  },
  'r-jpeg.rtf': (became) => {
    expect(became.pages.length).toBeGreaterThan(1);
    REPORT(became);
  },
  'r-wingdings.rtf': shows('[x] Approved', '[ ] Denied', '[x] Modified', '\u2264 50 mg', '\u00b1 5', '\u00b5g'),
  'd-symbols.docx': shows(
    '\u2264 90 degrees',
    '\u2265 8 of 10',
    '5 \u00b5g',
    '\u00b1 2 cm',
    '[x] Approved',
    '[ ] Denied',
    '[x] Seen',
    '[ ] Not seen',
  ),
  'cda-rowspan.xml': (became) => {
    const table = became.pages.flatMap(({ blocks }) => blocks).find(({ kind }) => kind === 'table');
    const rows = table?.kind === 'table' ? table.rows : [];
    const cells = rows.map((row) => row.map(({ start, end }) => became.pages[0]!.text.slice(start, end)));
    expect(cells).toContainEqual([expect.anything(), 'Creatinine', '1.2 mg/dL']);
  },
  'cda-negation.xml': (became) => {
    const text = textOf(became);
    expect(text).toMatch(/\bno\b[^\n]*diabetes mellitus/i);
    expect(text).toMatch(/\bno\b[^\n]*allergy[^\n]*penicillin/i);
    expect(text).toMatch(/influenza vaccine[^\n]*not given|not given[^\n]*influenza vaccine/i);
  },
  'hyphen.pdf': async ({ found }) => {
    for (const word of ['radiculopathy', 'biofeedback', 'inflammatory'])
      expect([word, await found(word)]).toEqual([word, 1]);
  },
  'ranges.txt': (became) => {
    const dates = findDates(textOf(became), { latest: '2017-01-01' }).map(({ date }) => date);
    expect(dates).toEqual(
      expect.arrayContaining(['2016-08-01', '2016-08-30', '2016-11-12', '2016-02-09', '2016-04-04']),
    );
  },
};

/** What the ledger says of a file beside its pages, word for word; of all others it says nothing. */
const SAID: Readonly<Record<string, string>> = {
  'chain.tif':
    'The list of pages in this file is damaged: 3 pages were found and read, and others may be missing. Ask the sender for another copy and add it again.',
  'xfa-dynamic.pdf':
    'The form in this PDF is built when it is opened (XFA) and cannot be shown here; the values that it holds are given as text. Ask the sender for it printed to PDF.',
};
/** Pages of a file, those that could not be read, and files in it; 1, 0 and none where it is not named. */
const PAGES: Readonly<Record<string, readonly [pages: number, failed: number]>> = {
  'bad-flate-page2.pdf': [3, 1],
  'chain.tif': [3, 0],
  'r-jpeg.rtf': [2, 0],
};
const MEMBERS: Readonly<Record<string, readonly string[]>> = {
  'clip.pdf': ['op.pdf'],
  'mail-html-att.eml': ['pr2.pdf'],
  'mail-related.eml': ['pic.png', 'op.pdf'],
  'portfolio.pdf': ['note.txt', 'operative-report.pdf'],
};

describeWith([FOLDER], 'the files of the folder of intake faults, given as one folder', () => {
  let open: OpenCase;
  let totals: IntakeTotals;
  let given: readonly IntakeRow[];
  const became = new Map<string, Became>();
  beforeAll(async () => {
    open = await openCase();
    const { ask } = open;
    await open.newCase();
    const caseId = open.caseId();
    await open.take([join(SHARED, 'faults', 'intake')]);
    await ask('ocr.run', { caseId });
    const ledger = await open.ledger();
    totals = ledger.totals;
    given = ledger.files.filter(({ container }) => container === null);
    const rows = await ask('page.list', { caseId });
    const shown = await Promise.all(rows.map(({ id }) => ask('page.show', { caseId, pageId: id })));
    const pagesOf = ({ record }: IntakeRow): readonly PageContent[] => shown.filter((page) => page.record === record);
    for (const line of given) {
      const members = ledger.files.filter(({ container }) => container === line.id);
      became.set(line.name.slice('intake/'.length), {
        line,
        pages: pagesOf(line),
        members: members.map((one) => ({
          ...one,
          text: pagesOf(one)
            .map(({ text }) => text)
            .join('\n'),
        })),
        found: async (query) =>
          (await ask('search.run', { caseId, query, limit: 500 })).hits.filter(({ record }) => record === line.record)
            .length,
      });
    }
  }, 300_000);
  afterAll(() => open.close());

  it('are all asked after', () => {
    const table = readFileSync(join(SHARED, 'faults', 'intake', 'faults.csv'), 'utf8')
      .trim()
      .split('\n')
      .slice(1);
    expect(Object.keys(RIGHT).sort()).toEqual(table.map((row) => row.slice(0, row.indexOf(','))).sort());
    expect(Object.keys(OWN_KINDS)).toHaveLength(table.length);
  });

  it.each(Object.keys(RIGHT))('%s is right', async (name) => {
    await RIGHT[name]!(became.get(name)!);
  });

  it('have a line of the ledger each that says what became of them', () => {
    const told = ({ line, members }: Became, name: string): unknown => [
      line.state,
      line.pages,
      line.pagesFailed,
      line.messages,
      members.map((member) => member.name.slice(member.name.lastIndexOf('/') + 1)).sort(),
      name,
    ];
    expect(given.map(({ name }) => name)).toEqual(
      readdirSync(join(SHARED, 'faults', 'intake'))
        .sort()
        .map((name) => `intake/${name}`),
    );
    for (const [name, own] of became) {
      const [pages, failed] = PAGES[name] ?? [1, 0];
      const members = [...(MEMBERS[name] ?? [])].sort();
      expect(told(own, name)).toEqual(['imported', pages, failed, name in SAID ? [SAID[name]] : [], members, name]);
      expect(own.pages).toHaveLength(pages);
      expect(own.pages.filter(({ text }) => text === '')).toHaveLength(failed);
    }
  });

  it('are the pages that the ledger counts: none blank, none left to be recognised, the damaged one to be read by eye', () => {
    const members = [...became.values()].flatMap((own) => own.members);
    const pages = [...given, ...members].reduce((sum, line) => sum + line.pages, 0);
    expect(totals).toEqual({
      given: given.length + members.length,
      imported: given.length + 4,
      duplicate: 2,
      failed: 0,
      skipped: 0,
      waiting: 0,
      pagesPromised: pages,
      pagesStored: pages - 1,
      pagesFailed: 1,
      pagesToRecognise: 0,
      pagesBlank: 0,
      pagesByEye: 1,
    });
    // Three of the files in files are one and the same.
    expect(members.filter(({ state }) => state === 'duplicate').map(({ kind, messages }) => [kind, messages])).toEqual([
      ['pdf', ['The same file is in the case already; it was not added again.']],
      ['pdf', ['The same file is in the case already; it was not added again.']],
    ]);
    expect(members.filter(({ text }) => text === '')).toEqual([]);
  });
});
