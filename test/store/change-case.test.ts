import fc from 'fast-check';
import type { ReadCase, Row } from '../../main/store/case-file.ts';
import {
  brokenLink,
  canRedo,
  canUndo,
  changeCase,
  headOf,
  redoChange,
  revisionOf,
  undoChange,
  JOIN_MS,
} from '../../main/store/change-case.ts';
import { closeCaseFile, theCase } from '../../main/store/open-case.ts';
import { databaseOf, put, query, remove, statement } from '../../main/store/statements.ts';
import { newCaseFile } from '../support/case-files.ts';
import { temporaryFolder } from '../support/temporary.ts';

const dir = temporaryFolder();
let files = 0;
const newFile = (): ReadCase => newCaseFile(`${dir}/${(files += 1)}.db`);
const facts = (file: ReadCase): unknown => query<[], Row>(file, 'SELECT id, value FROM fact ORDER BY id').all();

type Step = {
  readonly who: 'one' | 'other' | 'background';
  readonly act: 'put' | 'remove' | 'undo' | 'redo';
  readonly id: string;
  readonly value: string;
  /** How many revisions old what was looked at is. */
  readonly age: number;
};
const step: fc.Arbitrary<Step> = fc.record({
  who: fc.constantFrom('one' as const, 'other' as const, 'background' as const),
  act: fc.constantFrom(
    'put' as const,
    'put' as const,
    'put' as const,
    'remove' as const,
    'undo' as const,
    'redo' as const,
  ),
  id: fc.constantFrom('a', 'b', 'c'),
  value: fc.string({ maxLength: 3 }),
  age: fc.nat({ max: 4 }),
});

/** What a case should hold: the rows, who touched them, and the steps that can be taken back. */
type Model = {
  readonly rows: Map<string, string>;
  readonly touched: Set<string>;
  /** Revision of the last acknowledged change of each row by a person. */
  readonly changedAt: Map<string, number>;
  done: { readonly id: string; readonly before: string | undefined; readonly after: string | undefined }[];
  undone: { readonly id: string; readonly before: string | undefined; readonly after: string | undefined }[];
};

/** A row that is gone is nobody's: the background may find it anew. */
const setRow = ({ rows, touched }: Model, id: string, value: string | undefined, isByPerson: boolean): void => {
  if (value === undefined) rows.delete(id);
  else rows.set(id, value);
  if (value === undefined || !isByPerson) touched.delete(id);
  else touched.add(id);
};

const takeStep = (file: ReadCase, model: Model, { who, act, id, value, age }: Step, now: Date): void => {
  const before = model.rows.get(id);
  if (act === 'undo' || act === 'redo') {
    const [from, to] = act === 'undo' ? [model.done, model.undone] : [model.undone, model.done];
    const last = from.pop();
    if (last === undefined) {
      expect(() => (act === 'undo' ? undoChange : redoChange)(file, now)).toThrow('There is nothing to');
      return;
    }
    const [there, then] = act === 'undo' ? [last.after, last.before] : [last.before, last.after];
    if (model.rows.get(last.id) !== there) {
      expect(() => (act === 'undo' ? undoChange : redoChange)(file, now)).toThrow('changed again since');
      from.push(last);
      return;
    }
    (act === 'undo' ? undoChange : redoChange)(file, now);
    setRow(model, last.id, then, true);
    model.changedAt.set(last.id, revisionOf(file));
    to.push(last);
    return;
  }
  const after = act === 'put' ? value : undefined;
  const isBackground = who === 'background';
  const from = Math.max(0, revisionOf(file) - age);
  const isStale = !isBackground && before !== undefined && before !== after && (model.changedAt.get(id) ?? 0) > from;
  const run = (): unknown =>
    changeCase(
      file,
      {
        method: 'test',
        isBackground,
        now,
        ...(isBackground ? {} : { seen: { revision: from, isOwn: () => false } }),
      },
      (write) => (act === 'put' ? put(write, 'fact', { id, value }) : remove(write, 'fact', id)),
    );
  if (isStale) {
    expect(run).toThrow(expect.objectContaining({ code: 'stale' }));
    return;
  }
  run();
  if (before === after || (isBackground && model.touched.has(id))) return;
  setRow(model, id, after, !isBackground);
  if (isBackground) return;
  model.changedAt.set(id, revisionOf(file));
  model.done.push({ id, before, after });
  model.undone = [];
};

describe('changes of a case', () => {
  it('loses no acknowledged change of two clients and the background, and goes back and forth exactly', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const file = newFile();
        const model: Model = { rows: new Map(), touched: new Set(), changedAt: new Map(), done: [], undone: [] };
        steps.forEach((one, at) => {
          takeStep(file, model, one, new Date((at + 1) * (JOIN_MS + 1)));
          expect(facts(file)).toEqual([...model.rows].sort().map(([id, value]) => ({ id, value })));
        });
        expect(canUndo(file)).toBe(model.done.length > 0);
        expect(canRedo(file)).toBe(model.undone.length > 0);
        expect(brokenLink(file)).toBeNull();
        closeCaseFile(file);
      }),
      { numRuns: 60 },
    );
  });

  it('takes a run of typing back as one step, and a later run as another', () => {
    const file = newFile();
    const type = (value: string, now: number): void => {
      changeCase(file, { method: 'summary.write', joinKey: 'summary', now: new Date(now) }, (write) =>
        put(write, 'fact', { id: 'x', value }),
      );
    };
    type('a', 0);
    type('ab', 500);
    type('abc', 1000);
    type('abcd', 1000 + JOIN_MS + 1);
    undoChange(file, new Date(9000));
    expect(facts(file)).toEqual([{ id: 'x', value: 'abc' }]);
    undoChange(file, new Date(9001));
    expect(facts(file)).toEqual([]);
    expect(canUndo(file)).toBe(false);
    redoChange(file, new Date(9002));
    expect(facts(file)).toEqual([{ id: 'x', value: 'abc' }]);
  });

  it('leaves the file as it was when the work fails, and no trace of work that writes nothing', () => {
    const file = newFile();
    const before = headOf(file);
    expect(() =>
      changeCase(file, { method: 'test', now: new Date(0) }, (write) => {
        put(write, 'fact', { id: 'x', value: '1' });
        throw new Error('no');
      }),
    ).toThrow('no');
    const { topics } = changeCase(file, { method: 'test', now: new Date(0) }, () => undefined);
    expect([facts(file), canUndo(file), headOf(file), topics]).toEqual([[], false, before, []]);
  });

  it('says what a change touched by the tables that it wrote', () => {
    const file = newFile();
    const { topics } = changeCase(file, { method: 'test', now: new Date(0) }, (write) => {
      put(write, 'fact', { id: 'x', value: '1' });
      statement(write, 'INSERT INTO original (sha256, size) VALUES (NULL, 0)').run();
    });
    expect([...topics].sort()).toEqual(['case', 'history', 'records']);
  });

  it('refuses only the part of a block that another has changed', () => {
    const file = newFile();
    const write = (header: object, from?: number): void => {
      changeCase(
        file,
        {
          method: 'test',
          now: new Date(0),
          ...(from !== undefined && { seen: { revision: from, isOwn: () => false } }),
        },
        (handle) => put(handle, 'fact', { id: 'header', value: JSON.stringify(header) }),
      );
    };
    write({ number: '1', day: 'Monday' });
    const seen = revisionOf(file);
    write({ number: '1', day: 'Tuesday' });
    write({ number: '2', day: 'Tuesday' }, seen);
    expect(() => write({ number: '2', day: 'Friday' }, seen)).toThrow(expect.objectContaining({ code: 'stale' }));
    expect(facts(file)).toEqual([{ id: 'header', value: '{"number":"2","day":"Tuesday"}' }]);
  });

  it('refuses the removal of what another has changed, and keeps changes of two members of one list', () => {
    const file = newFile();
    const others = (): boolean => false;
    const write = (list: readonly string[] | null, from: number): unknown =>
      changeCase(file, { method: 'test', now: new Date(0), seen: { revision: from, isOwn: others } }, (handle) =>
        list === null
          ? remove(handle, 'fact', 'words')
          : put(handle, 'fact', { id: 'words', value: JSON.stringify(list) }),
      );
    write(['a', 'b'], 0);
    const seen = revisionOf(file);
    write(['a', 'b', 'c'], seen);
    write(['a', 'c'], seen);
    expect(() => write(['a', 'd'], seen)).toThrow(expect.objectContaining({ code: 'stale' }));
    expect(() => write(null, seen)).toThrow(expect.objectContaining({ code: 'stale' }));
    expect(facts(file)).toEqual([{ id: 'words', value: '["a","c"]' }]);
  });

  it('keeps what two type at once into two sentences, however often each writes from the same state', () => {
    const file = newFile();
    const item = { id: 'i', position: 0, heading: '', decision: null, claims: '{}', reviewer: '{}', evidence: '[]' };
    const own = new Map<string, Set<number>>([
      ['one', new Set()],
      ['other', new Set()],
    ]);
    const type = (who: string, rationale: string, from: number): void => {
      const { revision } = changeCase(
        file,
        { method: 'test', now: new Date(0), seen: { revision: from, isOwn: (at) => own.get(who)?.has(at) === true } },
        (write) =>
          put(write, 'item', { ...item, rationale, partial: null, outside_reason: '', worksheet: null, parent: null }),
      );
      own.get(who)?.add(revision);
    };
    const rationale = (): unknown => query<[], Row>(file, 'SELECT rationale FROM item').get()?.['rationale'];
    type('one', 'The knee hurts. The back aches.', 0);
    const seen = revisionOf(file);
    type('one', 'The left knee hurts. The back aches.', seen);
    type('other', 'The knee hurts. The back aches at night.', seen);
    type('one', 'The left knee hurts a lot. The back aches.', seen);
    type('other', 'The knee hurts. The back aches at night and by day.', seen);
    type('one', 'The left knee hurts a lot when he walks. The back aches.', seen);
    expect(rationale()).toBe('The left knee hurts a lot when he walks. The back aches at night and by day.');
    expect(() => type('other', 'The right knee hurts. The back aches at night and by day.', seen)).toThrow(
      expect.objectContaining({ code: 'stale' }),
    );
  });

  it('shows no way to the database, and lets nothing be written past the one door', () => {
    const file = newFile();
    expect(JSON.stringify(Object.getOwnPropertyNames(file))).toBe('["id"]');
    expect(() => query(file, `DELETE FROM fact`)).toThrow('a query does not write');
    expect(() => statement(file as never, `UPDATE page SET blank = 1`)).toThrow('only inside a change');
    changeCase(file, { method: 'test', now: new Date(0) }, (write) => {
      expect(() => statement(write, `DELETE FROM fact`)).toThrow('row by row');
      expect(theCase(write)).toBe(file);
    });
  });

  it('keeps a log that cannot be rewritten through the database, and notices where it was', () => {
    const file = newFile();
    ['1', '2', '3'].forEach((value) =>
      changeCase(file, { method: 'test', now: new Date(0) }, (write) => put(write, 'fact', { id: 'x', value })),
    );
    const db = databaseOf(file);
    expect(() => db.exec(`UPDATE change SET note = 'other' WHERE seq = 2`)).toThrow('only ever added to');
    expect(() => db.exec('DELETE FROM change WHERE seq = 2')).toThrow('only ever added to');
    expect(brokenLink(file)).toBeNull();
    db.exec(`DROP TRIGGER change_kept; UPDATE change SET note = 'other' WHERE seq = 2`);
    expect(brokenLink(file)).toBe(2);
  });
});
