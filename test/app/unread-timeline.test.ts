import { join } from 'node:path';
import { createBackend } from '../../main/app/backend/create-backend.ts';
import { newReading, ReadingTooSlow } from '../../main/app/timeline/reading-thread.ts';
import type { Input, Method, Output } from '../../shared/contract.ts';
import { canBeReadAgain } from '../../shared/reason.ts';
import { writeFolder } from '../support/open-case.ts';
import { ASSETS } from '../support/open-backend.ts';
import { temporaryFolder } from '../support/temporary.ts';

const NOTE = `PROGRESS NOTE
Date of visit: 06/14/2016
Subjective: The patient reports low back pain rated 6/10.
Plan: An MRI of the lumbar spine is requested.
`;

describe('a record whose reading takes longer than it may', () => {
  it('is imported whole, says that it was not read for the timeline, and is read when it is tried again', async () => {
    const thread = newReading();
    let isSlow = true;
    const backend = await createBackend({
      storeDir: join(temporaryFolder(), 'vault'),
      assetsDir: ASSETS,
      parsers: 1,
      kdfCost: 2 ** 10,
      reading: {
        ...thread,
        readPages: (...input) => (isSlow ? Promise.reject(new ReadingTooSlow()) : thread.readPages(...input)),
      },
    });
    const ask = async <M extends Method>(method: M, input: Input<M>): Promise<Output<M>> => {
      const reply = await backend.call(method, input);
      if (!reply.ok) throw new Error(`${method}: ${reply.error.message}`);
      return reply.value as Output<M>;
    };
    await ask('vault.create', { passphrase: 'plainly fictional words' });
    const { caseId } = await ask('case.create', {
      letter: {} as Input<'case.create'>['letter'],
      origin: 'records',
    });
    const path = join(writeFolder({ 'note.txt': NOTE }), 'note.txt');
    await ask('record.import', { caseId, files: await backend.offer([{ kind: 'path', path }]) });

    const [line] = (await ask('intake.list', { caseId })).files;
    expect(line).toMatchObject({ state: 'imported', pages: 1, reasons: [{ code: 'timeline-unread' }] });
    expect(line!.messages.join()).toContain('not read for the timeline');
    expect(canBeReadAgain(line!.state, line!.reasons)).toBe(true);
    expect((await ask('search.run', { caseId, query: 'lumbar' })).total).toBe(1);
    expect(await ask('timeline.list', { caseId })).toEqual([]);

    isSlow = false;
    await ask('intake.retry', { caseId, id: line!.id });
    const [again] = (await ask('intake.list', { caseId })).files;
    expect(again).toMatchObject({ state: 'imported', reasons: [] });
    expect(canBeReadAgain(again!.state, again!.reasons)).toBe(false);
    expect((await ask('timeline.list', { caseId })).map(({ date }) => date)).toContain('2016-06-14');
    await backend.close();
  }, 60_000);
});
