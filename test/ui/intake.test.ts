import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Locator } from 'playwright-core';
import { Letter } from '../../shared/letter.ts';
import { findBarriers } from '../support/browser.ts';
import { openDesk } from '../support/desk.ts';
import type { Desk } from '../support/desk.ts';
import { forgeZip } from '../support/files/forge-zip.ts';
import { makeDoc } from '../support/files/make-doc.ts';
import { makePdf, textPage } from '../support/files/make-pdf.ts';
import { clinicFax } from '../support/sample/records/clinic-fax.ts';
import { temporaryFolder } from '../support/temporary.ts';

const CASE = 'CM16-9900044';

/**
 * What a reviewer may find in one folder: typed, faxed, old, packed, twice, locked, torn, and nothing that can be read.
 */
const writeMixedFolder = async (): Promise<string> => {
  const folder = join(temporaryFolder(), 'given');
  mkdirSync(join(folder, 'older'), { recursive: true });
  const pdf = await makePdf([textPage('Progress report of 05/24/2016'), textPage('its second page')]);
  const files: Readonly<Record<string, Uint8Array | string>> = {
    'report.pdf': pdf,
    'older/report-again.pdf': pdf,
    'fax.tif': await clinicFax(),
    'consultation.doc': makeDoc({ body: [{ runs: ['Consultation of 06/02/2016: seen for the left knee.'] }] }),
    'locked.pdf': await makePdf([textPage('Behind the lock, seen on 06/10/2016')], {
      userPassword: 'sesame',
      ownerPassword: 'owner',
    }),
    'torn.pdf': '%PDF-1.7\nand then nothing',
    'workbook.xlsx': forgeZip([
      { name: '[Content_Types].xml', bytes: '<Types/>' },
      { name: 'xl/workbook.bin', bytes: '<x/>' },
    ]),
    'records.zip': forgeZip([
      { name: 'note.txt', bytes: 'Seen on 05/01/2016 for the low back.' },
      { name: 'packed-again.pdf', bytes: pdf, method: 0 },
      { name: '.DS_Store', bytes: 'x' },
      { name: 'none.txt' },
    ]),
  };
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
  return folder;
};

/** What the screen has to say of each file, and of what the archive holds. */
const EXPECTED: readonly (readonly [file: string, state: string, sentence?: RegExp])[] = [
  ['report.pdf', 'imported'],
  ['report-again.pdf', 'already here', /^The same file is in the case already/],
  ['fax.tif', 'imported'],
  ['consultation.doc', 'imported'],
  ['locked.pdf', 'failed', /^The file is protected with a password\. Give its password, /],
  ['torn.pdf', 'failed', /^This PDF is damaged and none of it can be read\. Ask the sender /],
  ['workbook.xlsx', 'failed', /^This is an Excel workbook, which is not read here\. Ask the sender /],
  ['records.zip', 'imported', /^4 files\.$/],
  ['note.txt', 'imported'],
  ['packed-again.pdf', 'already here', /^The same file is in the case already/],
  ['.DS_Store', 'skipped', /^An operating system left this file here/],
  ['none.txt', 'failed', /^The file is empty\. Ask the sender /],
];

/** The numbers of a sum as they stand on the screen, after what they count. */
const sumOf = async (ledger: Locator, name: 'Files' | 'Pages'): Promise<Readonly<Record<string, number>>> => {
  const words = (await ledger.getByRole('group', { name, exact: true }).innerText())
    .replace(/\s+/g, ' ')
    .split(' of those here: ')[0]!;
  return Object.fromEntries(
    words
      .split(/ [=+] /)
      .map((term) => [term.replace(/^[\d,]+ /, ''), Number(/^[\d,]+/.exec(term)![0].replaceAll(',', ''))]),
  );
};
const addsUp = async (ledger: Locator): Promise<void> => {
  const files = await sumOf(ledger, 'Files');
  expect(files['files given']).toBe(
    files['imported']! + files['already here']! + files['failed']! + files['skipped']! + (files['waiting'] ?? 0),
  );
  const pages = await sumOf(ledger, 'Pages');
  expect(pages['pages in them']).toBe(pages['here']! + pages['could not be read']!);
};

const rowOf = (ledger: Locator, file: string): Locator =>
  ledger.getByRole('row').filter({ has: ledger.page().getByText(new RegExp(`(^|/)${file.replaceAll('.', '\\.')}$`)) });

describe('a mixed folder', () => {
  let desk: Desk;
  let ledger: Locator;
  let folder: string;
  beforeAll(async () => {
    folder = await writeMixedFolder();
    desk = await openDesk({ recognisesByItself: false });
    const { page, backend } = desk;
    await backend.call('case.create', { letter: Letter.parse({ header: { caseNumber: CASE } }), origin: 'records' });
    await page.getByRole('row', { name: new RegExp(CASE) }).dblclick();
    ledger = page.getByRole('dialog', { name: 'What became of the files' });
  });
  afterAll(() => desk.close());

  it('is chosen on the screen, and every file of it is answered for', async () => {
    const { page } = desk;
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Add records' }).click();
    await page.getByRole('menuitem', { name: 'Add a folder' }).click();
    await (await chooser).setFiles(folder);
    await page.getByText('5 of 12 files added, 7 pages; 2 duplicate; 4 failed; 1 skipped.').waitFor();
    await page.getByRole('button', { name: 'Show why' }).click();
    await ledger.getByRole('group', { name: 'Files', exact: true }).waitFor();
    for (const [file, state, sentence] of EXPECTED) {
      const row = rowOf(ledger, file);
      expect([file, await row.count(), await row.getByText(state, { exact: true }).count()]).toEqual([file, 1, 1]);
      if (sentence !== undefined) expect([file, await row.getByText(sentence).count()]).toEqual([file, 1]);
    }
  });

  it('has sums that add up, of files and of pages', async () => {
    expect(await sumOf(ledger, 'Files')).toEqual({
      'files given': 12,
      imported: 5,
      'already here': 2,
      failed: 4,
      skipped: 1,
    });
    expect(await sumOf(ledger, 'Pages')).toEqual({ 'pages in them': 7, here: 7, 'could not be read': 0 });
    await addsUp(ledger);
  });

  it.each(['light', 'dark'] as const)('is shown without barriers (%s)', async (colorScheme) => {
    await desk.page.emulateMedia({ colorScheme });
    expect(await findBarriers(desk.page)).toEqual([]);
  });

  it('shows those of one state alone when its number is pressed', async () => {
    await ledger
      .getByRole('group', { name: 'Files', exact: true })
      .getByRole('button', { name: /failed$/ })
      .click();
    await rowOf(ledger, 'report.pdf').waitFor({ state: 'detached' });
    for (const [file, state] of EXPECTED)
      expect([file, await rowOf(ledger, file).count()]).toEqual([
        file,
        state === 'failed' || file === 'records.zip' ? 1 : 0,
      ]);
    await ledger
      .getByRole('group', { name: 'Files', exact: true })
      .getByRole('button', { name: /files given$/ })
      .click();
  });

  it('opens its locked file with the password, and the sums follow', async () => {
    const { page } = desk;
    await ledger.getByRole('button', { name: /^Give the password… of .*locked\.pdf$/ }).click();
    const question = page.getByRole('dialog', { name: 'Give the password' });
    await question.getByLabel('Password').fill('other');
    await question.getByRole('button', { name: 'Read the file' }).click();
    await question.getByText('The password does not open this file. Check it with the sender and try again.').waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await question.getByLabel('Password').fill('sesame');
    await question.getByRole('button', { name: 'Read the file' }).click();
    await question.waitFor({ state: 'detached' });
    await rowOf(ledger, 'locked.pdf').getByText('imported', { exact: true }).waitFor();
    expect(await sumOf(ledger, 'Files')).toEqual({
      'files given': 12,
      imported: 6,
      'already here': 2,
      failed: 3,
      skipped: 1,
    });
    expect(await sumOf(ledger, 'Pages')).toEqual({ 'pages in them': 8, here: 8, 'could not be read': 0 });
  });

  it.each(['report.pdf', 'torn.pdf', 'locked.pdf'])('gives the untouched original of %s out again', async (file) => {
    const download = desk.page.waitForEvent('download');
    await rowOf(ledger, file)
      .getByRole('button', { name: /^Save the original of / })
      .click();
    const saved = await download;
    expect(saved.suggestedFilename()).toBe(basename(file));
    expect(readFileSync(await saved.path()).equals(readFileSync(join(folder, file)))).toBe(true);
  });

  it('tells the pages of a scan one by one, and opens the one that is wanted', async () => {
    const { page } = desk;
    await ledger.getByRole('button', { name: /^Show the pages of .*fax\.tif$/ }).click();
    await ledger.getByRole('row').filter({ hasText: 'words not recognised yet' }).nth(2).waitFor();
    await ledger.getByRole('button', { name: 'Open page 3' }).click();
    await ledger.waitFor({ state: 'detached' });
    await page.getByRole('article', { name: /^Page 3 of/ }).waitFor();
  });

  it('adds nothing when it is dropped once more, and the sums still add up', async () => {
    const { page } = desk;
    const files = ['report.pdf', 'consultation.doc'].map((name) => ({
      name,
      base64: readFileSync(join(folder, name)).toString('base64'),
    }));
    const dropped = await page.evaluateHandle((all) => {
      const transfer = new DataTransfer();
      for (const { name, base64 } of all)
        transfer.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name));
      return transfer;
    }, files);
    await page.dispatchEvent('body', 'dragenter', { dataTransfer: dropped });
    await page.dispatchEvent('body', 'drop', { dataTransfer: dropped });
    await page.getByText('0 of 2 files added, 0 pages; 2 duplicate.').waitFor();
    await page.keyboard.press('F9');
    // It opens with what it showed last and is asked for anew.
    await ledger
      .getByRole('group', { name: 'Files', exact: true })
      .getByRole('button', { name: '14 files given' })
      .waitFor();
    expect(await sumOf(ledger, 'Files')).toEqual({
      'files given': 14,
      imported: 6,
      'already here': 4,
      failed: 3,
      skipped: 1,
    });
    await addsUp(ledger);
  });

  it('is taken without a complaint of the browser', () => {
    expect(desk.complaints).toEqual([]);
  });
});
