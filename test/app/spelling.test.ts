import { soundLetter } from '../letters/support/sound-letter.ts';
import { openBackend, type OpenBackend } from '../support/open-backend.ts';
import type { CaseId } from '../../shared/ids.ts';

let desk: OpenBackend;
let caseId: CaseId;
beforeAll(async () => {
  desk = await openBackend();
  caseId = await desk.newCase(soundLetter());
});
afterAll(() => desk.close());

const unknown = async (): Promise<string[]> =>
  (await desk.ask('letter.check', { caseId, settled: true }))
    .filter(({ name }) => name === 'unknown-word')
    .map(({ quote }) => quote!);
const write = (text: string) => desk.ask('summary.write', { caseId, text });

describe('the spelling check', () => {
  it('is silent on a sound letter, and on medical words however rare', async () => {
    expect(await unknown()).toEqual([]);
    await write(
      'The spondylolisthesis, arthrofibrosis, tenosynovitis, thoracolumbar radiculopathy and nonunion were described; an osteochondroplasty was planned. The reexamination was normal.',
    );
    expect(await unknown()).toEqual([]);
  });

  it('names what is misspelt, once', async () => {
    await write('The injured worker recieved treatement. He recieved it again.');
    expect(await unknown()).toEqual(['recieved', 'treatement']);
  });

  it('knows the words that the reviewer added, and those that a record of the case writes', async () => {
    await write('He was given a vascutherm and a spinolator.');
    expect(await unknown()).toEqual(['vascutherm', 'spinolator']);
    await desk.ask('ownWord.add', { word: ' Spinolator ' });
    await desk.ask('ownWord.add', { word: 'spinolator' });
    await desk.ask('ownWord.add', { word: 'kinesiotape' });
    expect((await desk.ask('settings.show', {})).ownWords).toEqual(['kinesiotape', 'spinolator']);
    await desk.ask('ownWord.remove', { word: 'Kinesiotape' });
    expect((await desk.ask('settings.show', {})).ownWords).toEqual(['spinolator']);
    await desk.ask('record.import', {
      caseId,
      files: [await desk.offerText('note.txt', 'Date of visit: 01/20/2017\nVascutherm unit for 14 days.')],
    });
    expect(await unknown()).toEqual([]);
  });

  it('is told to be silent until its dictionary is read, and hears when it is', async () => {
    const fresh = await openBackend();
    try {
      const id = await fresh.newCase(soundLetter());
      const heard = new Promise<void>((resolve) =>
        fresh.backend.subscribe((event) => {
          if (event.event === 'data.changed' && event.caseId === null && event.topics.includes('background')) resolve();
        }),
      );
      expect((await fresh.ask('letter.checks', { caseId: id })).find(({ name }) => name === 'spelling')).toMatchObject({
        state: 'silent',
      });
      await heard;
      expect((await fresh.ask('letter.checks', { caseId: id })).find(({ name }) => name === 'spelling')).toMatchObject({
        state: 'passed',
      });
    } finally {
      await fresh.close();
    }
  });
});
