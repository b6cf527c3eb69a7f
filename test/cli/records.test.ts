import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUNDLE } from '../support/bundle.ts';
import { imr, imrJson } from '../support/imr.ts';
import { temporaryFolder } from '../support/temporary.ts';

it('prints the records of every file in the order of the case, as a flat list', async () => {
  const folder = temporaryFolder();
  const store = join(folder, 'vault');
  const put = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const { caseId } = await imrJson<{ caseId: string }>(['case', 'new', put('case.json', '{}'), '--store', store]);
  const files = [put('all.txt', BUNDLE.join('\f')), put('note.txt', BUNDLE[2]!)];
  expect(await imr(['import', caseId, ...files, '--store', store])).toMatchObject({ code: 0 });
  const records = await imrJson<Record<string, unknown>[]>(['records', caseId, '--store', store]);
  const file = records[0]!['file'] as string;
  expect(records).toHaveLength(5);
  expect(records[1]).toEqual({
    record: `${file}-3`,
    file,
    first: 3,
    last: 3,
    kind: 'therapy-note',
    title: 'Physical therapy',
    date: '2016-06-14',
    provider: 'Alex Example, MD',
    patient: 'worker',
    state: 'proposed',
    reason: 'Title "PHYSICAL THERAPY DAILY NOTE", new date of exam 06/14/2016.',
  });
  expect(records[2]).toMatchObject({ first: 4, last: 4, patient: 'other', state: 'proposed' });
  expect(records[4]).toMatchObject({ first: 1, last: 1, state: 'confirmed' });
  expect(records[4]!['record']).toBe(records[4]!['file']);
  const absent = await imr([
    'search',
    caseId,
    '--absent',
    'work hardening|conditioning',
    'physical therapy',
    '--store',
    store,
  ]);
  expect(absent.code).toBe(1);
  expect(absent.out.split('\n').slice(0, 2)).toEqual([
    'work hardening  documented on none of 7 pages',
    expect.stringMatching(/^physical therapy {2}documented on \d: record \d page 3/u),
  ]);
  const { out } = await imr(['records', caseId, '--store', store]);
  expect(out.split('\n')[0]).toBe(
    `file ${file}  pages 1-2  2016-06-10  progress-report  proposed  Progress report (PR-2)`,
  );
});
