import { CASE_MIGRATIONS } from '../../main/store/migrations/case.ts';
import { listEntries, entriesOnPage } from '../../main/store/entries.ts';
import { openDatabase } from '../../main/store/open-database.ts';
import { caseFile } from '../../main/store/statements.ts';
import { listVisits, readVisits } from '../../main/store/visits.ts';
import type { CaseId, RecordId } from '../../shared/ids.ts';
import { temporaryFolder } from '../support/temporary.ts';

const KEY = Buffer.alloc(32, 1);
const BEFORE = CASE_MIGRATIONS.filter(({ version }) => version <= 10);

type Old = {
  readonly id: string;
  readonly state: string;
  readonly date: string | null;
  readonly kind: string;
  readonly provider: string;
  readonly record: string | null;
  readonly page?: number;
};
const sourcesOf = ({ record, page = 1, id }: Old): string =>
  JSON.stringify(record === null ? [] : [{ record, page, start: 4, end: 9, quote: id }]);

/** A case file of before there were visits, opened as it is today. */
const opened = (entries: readonly Old[]) => {
  const path = `${temporaryFolder()}/case.db`;
  const old = openDatabase(path, KEY, BEFORE, true);
  const insert = old.prepare(
    `INSERT INTO entry (id, state, origin, proposal, date, date_text, date_kind, kind, text, provider, reason, sources)
       VALUES (@id, @state, 'proposed', @id, @date, @date, 'service', @kind, @text, @provider, 'Why.', @sources)`,
  );
  for (const { record: _record, page: _page, ...entry } of entries.map((one) => ({ ...one, sources: sourcesOf(one) })))
    insert.run({ ...entry, date: entry.date ?? '', text: `Words of ${entry.id}.` });
  old.exec(
    `UPDATE entry SET date = NULL WHERE date = ''; INSERT INTO undo_step VALUES (1, 'timeline.edit', '', 0, 1, 1, 0)`,
  );
  old.close();
  const db = openDatabase(path, KEY, CASE_MIGRATIONS, false);
  return { file: caseFile('c' as CaseId, db), db };
};

const entry = (id: string, change: Partial<Old> = {}): Old => ({
  ...{ id, state: 'proposed', date: '2014-06-10', kind: 'visit', provider: 'Ottoline Brackenbury, MD', record: '1' },
  ...change,
});

describe('a case file of before there were visits', () => {
  it('has each entry as a fact of a visit of its date, provider and file, with its id, state, words and sources', () => {
    const old = [
      entry('a', { state: 'accepted' }),
      entry('b', { kind: 'imaging', page: 2 }),
      entry('c', { record: '2' }),
      entry('d', { provider: '', kind: 'injury', date: '2014-05-24' }),
      entry('e', { date: null, record: null, state: 'rejected', kind: 'therapy' }),
    ];
    const { file, db } = opened(old);
    const visits = readVisits(
      file,
      listVisits(file).map(({ id }) => id),
    );
    expect(visits.map(({ date, kind, facts }) => [date, kind, facts.map(({ id }) => id).join('')])).toEqual([
      ['2014-05-24', 'injury', 'd'],
      ['2014-06-10', 'visit', 'ab'],
      ['2014-06-10', 'visit', 'c'],
      [null, 'therapy', 'e'],
    ]);
    expect(
      listEntries(file)
        .map(({ id, state, text, sources, rank }) => ({ id, state, text, sources, rank }))
        .sort((one, other) => (one.id < other.id ? -1 : 1)),
    ).toEqual(
      old.map((one) => ({
        ...{ id: one.id, state: one.state, text: `Words of ${one.id}.`, rank: 'key' },
        sources: JSON.parse(sourcesOf(one)) as unknown,
      })),
    );
    expect(visits.flatMap(({ facts }) => facts).map(({ id, isTicked }) => `${id} ${String(isTicked)}`)).toEqual([
      ...['d true', 'a true', 'b true', 'c true', 'e false'],
    ]);
    db.close();
  });

  it('knows which facts cite a page, and closes the steps of undo of before', () => {
    const { file, db } = opened([entry('a'), entry('b', { page: 2 }), entry('c', { record: '2' })]);
    const on = (record: string, page: number) => entriesOnPage(file, record as RecordId, page).map(({ id }) => id);
    expect([on('1', 1), on('1', 2), on('2', 1), on('2', 2)]).toEqual([['a'], ['b'], ['c'], []]);
    expect(db.prepare('SELECT count(*) AS n FROM undo_step').get()).toEqual({ n: 0 });
    db.close();
  });

  it('of many entries keeps each of them', () => {
    const many = Array.from({ length: 3000 }, (_, at) =>
      entry(`e${String(at)}`, {
        date: `20${String(10 + (at % 15))}-0${String(1 + (at % 9))}-10`,
        record: String(at % 50),
      }),
    );
    const { file, db } = opened(many);
    expect(listVisits(file).reduce((sum, { facts }) => sum + facts, 0)).toBe(many.length);
    db.close();
  });
});
