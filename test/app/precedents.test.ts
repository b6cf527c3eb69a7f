import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseId } from '../../shared/ids.ts';
import type { Letter } from '../../shared/letter.ts';
import { soundLetter, withItem } from '../letters/support/sound-letter.ts';
import { openBackend, type OpenBackend } from '../support/open-backend.ts';
import { describeWith, SHARED, wantShared } from '../support/optional.ts';

let desk: OpenBackend;
beforeEach(async () => {
  desk = await openBackend();
});
afterEach(() => desk.close());

const asFile = (letter: Letter, name = 'letter.json') => desk.offerText(name, JSON.stringify(letter));
const load = async (isOwn: boolean, ...letters: Letter[]) =>
  (await desk.ask('precedent.load', { files: await Promise.all(letters.map((letter) => asFile(letter))), isOwn }))
    .files;
const text = `HOW THE IMR FINAL DETERMINATION WAS MADE\n\nCLINICAL CASE SUMMARY\n\nIMR ISSUES, DECISIONS AND RATIONALES\nMRI of the left knee: Overturned\nClaims Administrator guideline: None.\nEXAMPLE guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Special Studies.\nDecision rationale: An effusion was found. The MRI is medically necessary.\n`;

describe('precedents that the reviewer loads', () => {
  it('are kept in the vault once, whatever file they come in, and told file by file', async () => {
    const files = [
      await asFile(soundLetter()),
      await asFile(soundLetter(), 'again.json'),
      await desk.offerText('other.txt', text),
      await desk.offerText('note.txt', 'No determination at all.'),
      await desk.offer({ kind: 'bytes', name: 'broken.pdf', bytes: new TextEncoder().encode('%PDF-1.7 and nothing') }),
    ];
    const results = (await desk.ask('precedent.load', { files, isOwn: false })).files;
    expect(results.map(({ name, status, items }) => [name, status, items])).toEqual([
      ['letter.json', 'loaded', 3],
      ['again.json', 'known', 3],
      ['other.txt', 'loaded', 1],
      ['note.txt', 'failed', 0],
      ['broken.pdf', 'failed', 0],
    ]);
    expect(results.slice(3).every(({ messages }) => messages.length === 1 && /^[A-Z].*\.$/u.test(messages[0]!))).toBe(
      true,
    );
    await desk.ask('vault.lock', {});
    await desk.ask('vault.unlock', { passphrase: 'a passphrase for tests' });
    expect((await desk.ask('precedent.list', {})).map(({ caseNumber, items }) => [caseNumber, items])).toEqual(
      expect.arrayContaining([
        ['CM17-0123456', 3],
        ['', 1],
      ]),
    );
  });

  it('of other programmes keep their outcome words, and no case is made of them', async () => {
    const texas =
      'DATE OF REVIEW: 03/05/2015\nIRO CASE #: 12345\nDESCRIPTION OF THE SERVICE OR SERVICES IN DISPUTE\nMRI of the left knee\nREVIEW OUTCOME\n[X] Partially Overturned (Agree in part/Disagree in part)\n[ ] Upheld (Agree)\nANALYSIS AND EXPLANATION OF THE DECISION\nA fictional reason.\n';
    const table =
      'ReferenceID,TreatmentCategory,TreatmentSubCategory,Determination,Findings\nMN24-1,Imaging,MRI of the knee,Overturned Decision of Health Plan,A fictional finding.\nMN24-2,Imaging,CT,Upheld Decision of Health Plan,Another.\n';
    const files = [await desk.offerText('iro.txt', texas), await desk.offerText('plans.csv', table)];
    const loaded = (await desk.ask('precedent.load', { files, isOwn: false })).files;
    expect(loaded).toMatchObject([
      { status: 'loaded', items: 1 },
      { status: 'loaded', items: 2 },
    ]);
    const found = await desk.ask('precedent.search', { words: 'fictional' });
    expect(found.map(({ precedent: { programme, outcome, decision } }) => [programme, outcome, decision])).toEqual(
      expect.arrayContaining([
        ['Texas IRO', 'Partially Overturned', null],
        ['Health-plan IMR', 'Overturned Decision of Health Plan', 'Overturned'],
      ]),
    );
    const letter = await desk.ask('letter.read', { file: await desk.offerText('iro.txt', texas) });
    expect(await desk.refusal('case.create', { letter, origin: 'published-letter' })).toMatchObject({
      code: 'refused',
      message: expect.stringContaining('Texas IRO'),
    });
  });

  it('are searched by item, body part, guideline, words and decision', async () => {
    await load(false, soundLetter());
    await desk.ask('precedent.load', { files: [await desk.offerText('other.txt', text)], isOwn: true });
    const headings = async (query: Record<string, unknown>): Promise<string[]> =>
      (await desk.ask('precedent.search', query)).map(({ precedent }) => precedent.heading);
    expect(await headings({ heading: 'Tramadol 100mg #30' })).toEqual(['Tramadol 50mg #60']);
    expect(await headings({ bodyPart: 'left knee' })).toEqual(['MRI of the left knee', 'MRI of the left knee']);
    expect(await headings({ bodyPart: 'left knee', decision: 'Overturned', words: 'McMurray' })).toEqual([
      'MRI of the left knee',
    ]);
    expect((await headings({ guideline: 'MTUS Opioid Treatment 2016' }))[0]).toBe('Tramadol 50mg #60');
    expect(await headings({ guideline: 'opioid treatment' })).toEqual(['Tramadol 50mg #60']);
    expect(await headings({ guideline: 'Official Disability Guidelines', words: 'fading' })).toHaveLength(1);
    expect(await headings({ guideline: 'Knee Complaints 2004', heading: 'Tramadol' })).toEqual([]);
    expect(await headings({ words: '"second choice"' })).toEqual(['Tramadol 50mg #60']);
    expect(await headings({ words: 'nowhere' })).toEqual([]);
    const [own] = await desk.ask('precedent.search', { heading: 'MRI of the left knee' });
    expect(own).toMatchObject({
      precedent: { isOwn: true, rationale: 'An effusion was found. The MRI is medically necessary.' },
    });
  });

  it('stand beside the item in hand, and warn where it departs from the reviewer’s own', async () => {
    await load(true, soundLetter());
    await load(
      false,
      withItem({ ...soundLetter(), header: { ...soundLetter().header, caseNumber: 'CM17-0999999' } }, 1, {
        decision: 'Upheld',
      }),
    );
    const caseId = await desk.newCase(withItem(soundLetter(), 1, { decision: 'Upheld' }));
    const [, mri] = await desk.ask('item.list', { caseId });
    const { similar, departures } = await desk.ask('precedent.similar', { caseId, itemId: mri!.id });
    expect(similar.slice(0, 2).map(({ precedent: { heading, decision } }) => [heading, decision])).toEqual([
      ['MRI of the left knee', 'Overturned'],
      ['MRI of the left knee', 'Upheld'],
    ]);
    expect(departures).toMatchObject([
      { precedent: { decision: 'Overturned', isOwn: true, caseNumber: 'CM17-0123456' } },
    ]);
    await desk.ask('item.edit', { caseId, id: mri!.id, change: { decision: 'Overturned' } });
    expect((await desk.ask('precedent.similar', { caseId, itemId: mri!.id })).departures).toEqual([]);
  });

  it('of one’s own warn of a rationale that is taken from them (check 34)', async () => {
    await load(true, { ...soundLetter(), header: { ...soundLetter().header, caseNumber: 'CM16-0777777' } });
    const caseId = await desk.newCase(soundLetter());
    const reused = (await desk.ask('letter.check', { caseId })).filter(
      ({ name }) => name === 'rationale-of-earlier-case',
    );
    expect(reused).toMatchObject([
      { part: { item: 0, name: 'rationale' } },
      { part: { item: 1, name: 'rationale' } },
      { part: { item: 2, name: 'rationale' } },
    ]);
    expect(reused[0]?.values).toEqual({
      earlier: expect.stringContaining('an earlier determination of yours (CM16-0777777)'),
    });
  });

  it('do not warn of the same letter, loaded from its file (check 34)', async () => {
    await load(true, soundLetter());
    const caseId = await desk.newCase(soundLetter());
    expect(
      (await desk.ask('letter.check', { caseId })).filter(({ name }) => name === 'rationale-of-earlier-case'),
    ).toEqual([]);
  });

  it('are gone when they are removed', async () => {
    await load(false, soundLetter());
    const [letter] = await desk.ask('precedent.list', {});
    await desk.ask('precedent.remove', { letterId: letter!.id });
    expect(await desk.ask('precedent.search', { heading: 'MRI of the left knee' })).toEqual([]);
    expect(await desk.refusal('precedent.remove', { letterId: letter!.id })).toMatchObject({ code: 'not-found' });
  });
});

describeWith([wantShared('letters/published')], 'the published letters as precedents', () => {
  it('are loaded from their folder, every item of every letter', async () => {
    const folder = join(SHARED, 'letters/published');
    const { files } = await desk.ask('precedent.load', {
      files: [await desk.offer({ kind: 'path', path: folder })],
      isOwn: false,
    });
    const pdfs = files.filter(({ name }) => name.endsWith('.pdf'));
    expect(pdfs.filter(({ status }) => status !== 'loaded')).toEqual([]);
    expect(pdfs).toHaveLength(readdirSync(folder).filter((name) => name.endsWith('.pdf')).length);
    const found = await desk.ask('precedent.search', { heading: 'Norco 10/325mg #60', limit: 5 });
    expect(found[0]?.precedent.heading).toMatch(/Norco/u);
  });
});

describe('a case that is erased', () => {
  it('takes nothing of others with it', async () => {
    await load(true, soundLetter());
    const caseId: CaseId = await desk.newCase({});
    await desk.ask('case.erase', { caseId });
    expect(await desk.ask('precedent.list', {})).toHaveLength(1);
  });
});
