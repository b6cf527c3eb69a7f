import fc from 'fast-check';
import type { CaseId } from '../../shared/ids.ts';
import type { DraftTable, ReadCase } from '../../main/store/case-file.ts';
import {
  brokenLink,
  canRedo,
  canUndo,
  changeCase,
  redoChange,
  undoChange,
  JOIN_MS,
} from '../../main/store/change-case.ts';
import { CASE_MIGRATIONS } from '../../main/store/migrations/case.ts';
import { openDatabase } from '../../main/store/open-database.ts';
import { temporaryFolder } from '../support/temporary.ts';

const dir = temporaryFolder();
let files = 0;
const newFile = (): ReadCase => ({
  id: 'c' as CaseId,
  db: openDatabase(`${dir}/${(files += 1)}.db`, Buffer.alloc(32, 1), CASE_MIGRATIONS, true),
});
const facts = (file: ReadCase): unknown => file.db.prepare('SELECT * FROM fact ORDER BY id').all();

type Step =
  | { readonly kind: 'put'; readonly id: string; readonly value: string }
  | { readonly kind: 'remove'; readonly id: string }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' };
const id = fc.constantFrom('a', 'b', 'c');
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('put' as const), id, value: fc.string({ maxLength: 3 }) }),
  fc.record({ kind: fc.constant('remove' as const), id }),
  fc.record({ kind: fc.constant('undo' as const) }),
  fc.record({ kind: fc.constant('redo' as const) }),
);

describe('changes of a case', () => {
  it('goes back to where it was by undo and forward again by redo, whatever was done before', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const file = newFile();
        let now = 0;
        const history: unknown[] = [facts(file)];
        let at = 0;
        steps.forEach((one) => {
          now += JOIN_MS + 1;
          if (one.kind === 'undo') {
            if (canUndo(file)) {
              undoChange(file, new Date(now));
              at -= 1;
            }
          } else if (one.kind === 'redo') {
            if (canRedo(file)) {
              redoChange(file, new Date(now));
              at += 1;
            }
          } else {
            const before = JSON.stringify(facts(file));
            const table: DraftTable = 'fact';
            changeCase(file, { method: 'test', now: new Date(now) }, (write) =>
              one.kind === 'put' ? write.put(table, { id: one.id, value: one.value }) : write.remove(table, one.id),
            );
            if (JSON.stringify(facts(file)) !== before) {
              history.splice(at + 1, history.length, facts(file));
              at += 1;
            }
          }
          expect(facts(file)).toEqual(history[at]);
        });
        expect(brokenLink(file)).toBeNull();
        file.db.close();
      }),
      { numRuns: 40 },
    );
  });

  it('takes a run of typing back as one step, and a later run as another', () => {
    const file = newFile();
    const type = (value: string, now: number): void =>
      changeCase(file, { method: 'summary.write', joinKey: 'summary', now: new Date(now) }, (write) =>
        write.put('fact', { id: 'x', value }),
      );
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

  it('leaves the file as it was when the work fails', () => {
    const file = newFile();
    expect(() =>
      changeCase(file, { method: 'test', now: new Date(0) }, (write) => {
        write.put('fact', { id: 'x', value: '1' });
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(facts(file)).toEqual([]);
    expect(canUndo(file)).toBe(false);
  });

  it('keeps a log that cannot be rewritten through the database, and notices where it was', () => {
    const file = newFile();
    ['1', '2', '3'].forEach((value) =>
      changeCase(file, { method: 'test', now: new Date(0) }, (write) => write.put('fact', { id: 'x', value })),
    );
    expect(() => file.db.exec(`UPDATE change SET note = 'other' WHERE seq = 2`)).toThrow('only ever added to');
    expect(() => file.db.exec('DELETE FROM change WHERE seq = 2')).toThrow('only ever added to');
    expect(brokenLink(file)).toBeNull();
    file.db.exec(`DROP TRIGGER change_kept; UPDATE change SET note = 'other' WHERE seq = 2`);
    expect(brokenLink(file)).toBe(2);
  });
});
