import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createBackend } from '../../main/app/backend/create-backend.ts';
import type { Backend } from '../../main/app/backend/backend.ts';
import type { Input, Method, Output } from '../../shared/contract.ts';
import type { CaseId, PageId } from '../../shared/ids.ts';
import { temporaryFolder } from '../support/temporary.ts';

const ASSETS = join(import.meta.dirname, '..', '..', 'assets');
const MORE = join(ASSETS, 'sample-case', 'more-records');
const PASSPHRASE = 'plainly fictional words';

type Desk = {
  readonly backend: Backend;
  readonly caseId: CaseId;
  readonly ask: <M extends Method>(method: M, input: Omit<Input<M>, 'caseId'>) => Promise<Output<M>>;
};

const openDesk = async (storeDir: string, known?: CaseId): Promise<Desk> => {
  const backend = await createBackend({
    storeDir,
    assetsDir: ASSETS,
    parsers: 2,
    kdfCost: 2 ** 10,
    recognisesByItself: false,
  });
  const call = async (method: string, input: object): Promise<unknown> => {
    const reply = await backend.call(method, input);
    if (!reply.ok) throw new Error(`${method}: ${reply.error.message}`);
    return reply.value;
  };
  await call(known === undefined ? 'vault.create' : 'vault.unlock', { passphrase: PASSPHRASE });
  const caseId =
    known ?? ((await call('case.create', { letter: {}, origin: 'records' })) as Output<'case.create'>).caseId;
  return { backend, caseId, ask: (method, input) => call(method, { caseId, ...input }) as never };
};

const importFiles = async ({ backend, ask }: Desk, names: readonly string[]): Promise<Output<'record.import'>> =>
  ask('record.import', { files: await backend.offer(names.map((name) => ({ kind: 'path', path: join(MORE, name) }))) });

describe('scanned records', () => {
  const storeDir = join(temporaryFolder(), 'vault');
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk(storeDir);
    await importFiles(desk, ['clinic-fax.tif', 'duty-offer-photo.jpg']);
  });
  afterAll(() => desk.backend.close());

  it('wait to be recognised after the import, and the ledger counts them', async () => {
    const { totals } = await desk.ask('intake.list', {});
    const { waiting, state } = await desk.ask('ocr.status', {});
    expect(waiting).toBeGreaterThan(2);
    expect(state).toBe('idle');
    expect(totals).toMatchObject({ pagesToRecognise: waiting, pagesPromised: totals.pagesStored, pagesFailed: 0 });
  });

  it('are recognised from the page that is looked at on, and stay so over a restart', async () => {
    const pages = await desk.ask('page.list', {});
    const last = pages.findLast(({ needsOcr }) => needsOcr)!;
    const order: PageId[] = [];
    const stop = desk.backend.subscribe((event) => {
      if (event.event === 'data.changed' && event.topics.includes('pages')) {
        void desk
          .ask('page.list', {})
          .then((now) =>
            order.push(
              ...now
                .filter(
                  ({ id, needsOcr }) =>
                    !needsOcr && !order.includes(id) && pages.find((page) => page.id === id)!.needsOcr,
                )
                .map(({ id }) => id),
            ),
          );
      }
    });
    await desk.ask('ocr.first', { pageId: last.id });
    const { recognised, failed } = await desk.ask('ocr.run', {});
    stop();
    expect({ recognised, failed }).toEqual({ recognised: pages.filter(({ needsOcr }) => needsOcr).length, failed: 0 });
    expect(order.slice(0, 2)).toContain(last.id);
    await desk.backend.close();
    desk = await openDesk(storeDir, desk.caseId);
    expect(await desk.ask('ocr.status', {})).toMatchObject({ waiting: 0, recognised, state: 'idle' });
  });

  it('stand upright with words that are found, and tell what they are', async () => {
    const pages = await desk.ask('page.list', {});
    expect(pages.some(({ turned }) => turned !== 0)).toBe(true);
    expect(
      pages.filter(({ blank }) => !blank).every(({ source, confidence }) => source === 'ocr' && confidence! > 60),
    ).toBe(true);
    const { hits } = await desk.ask('search.run', { query: 'modified work' });
    expect(hits.length).toBeGreaterThan(0);
    expect(
      pages.filter(({ faxHeader }) => faxHeader?.includes('FROM: IMAGINARY') === true).length,
    ).toBeGreaterThanOrEqual(2);
    expect((await desk.ask('timeline.list', {})).length).toBeGreaterThan(0);
  });

  it('draw their pages upright', async () => {
    const turned = (await desk.ask('page.list', {})).find(
      ({ turned: turn }) => turn === 90 || turn === 270 || turn === 180,
    )!;
    const reply = await desk.backend.picture({ caseId: desk.caseId, pageId: turned.id, width: 300 });
    if (!reply.ok) throw new Error(reply.error.message);
    const png = Buffer.from(reply.value);
    expect([png.readUInt32BE(16), Math.abs(png.readUInt32BE(20) - (300 * turned.height) / turned.width) < 3]).toEqual([
      300,
      true,
    ]);
  });

  it('are typed by eye where they were misread: search, words and undo follow', async () => {
    const page = (await desk.ask('page.list', {})).find(({ source }) => source === 'ocr')!;
    const before = await desk.ask('page.show', { pageId: page.id });
    const typed = before.text.replace(/\S+/u, 'Zyxwvut');
    await desk.ask('page.type', { pageId: page.id, text: typed });
    const after = await desk.ask('page.show', { pageId: page.id });
    expect(after).toMatchObject({ source: 'eye', eye: 'typed', text: typed.trim() });
    expect(after.words.slice(8, 12)).toEqual(before.words.slice(8, 12));
    expect((await desk.ask('search.run', { query: 'zyxwvut' })).total).toBe(1);
    expect(await desk.ask('change.undo', {})).toMatchObject({ name: 'words typed by eye', room: 'pages' });
    expect(await desk.ask('page.show', { pageId: page.id })).toEqual(before);
    expect((await desk.ask('search.run', { query: 'zyxwvut' })).total).toBe(0);
    await desk.ask('change.redo', {});
    expect(await desk.ask('page.show', { pageId: page.id })).toMatchObject({ source: 'eye', text: typed.trim() });
  });
});

it('what was typed before the page was recognised stands, and the recognised words are kept beneath', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'in'));
  cpSync(join(MORE, 'duty-offer-photo.jpg'), join(folder, 'in', 'photo.jpg'));
  const desk = await openDesk(join(folder, 'vault'));
  try {
    await desk.ask('record.import', {
      files: await desk.backend.offer([{ kind: 'path', path: join(folder, 'in', 'photo.jpg') }]),
    });
    const [page] = await desk.ask('page.list', {});
    await desk.ask('page.type', { pageId: page!.id, text: 'Offer of modified duty' });
    await desk.ask('ocr.run', {});
    expect(await desk.ask('page.show', { pageId: page!.id })).toMatchObject({
      text: 'Offer of modified duty',
      source: 'eye',
      needsOcr: false,
    });
    await desk.ask('page.confirm', { pageIds: [page!.id] });
    expect(await desk.ask('page.show', { pageId: page!.id })).toMatchObject({
      source: 'ocr',
      eye: 'confirmed',
      text: expect.stringContaining('Offer of modified work'),
    });
  } finally {
    await desk.backend.close();
  }
});
