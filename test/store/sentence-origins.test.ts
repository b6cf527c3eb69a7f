import { CASE_MIGRATIONS } from '../../main/store/migrations/case.ts';
import { openDatabase } from '../../main/store/open-database.ts';
import { listSentences } from '../../main/store/sentences.ts';
import { caseFile } from '../../main/store/statements.ts';
import type { CaseId } from '../../shared/ids.ts';
import { temporaryFolder } from '../support/temporary.ts';

const KEY = Buffer.alloc(32, 1);
const SOURCES = '[{"record":"1","page":1,"start":0,"end":4,"quote":"word"}]';
const entry = (id: string, date: string, text: string) => ({ id, date, text, sources: SOURCES });
const sentence = (id: string, text: string, entries: readonly string[]) => ({
  id,
  position: 0,
  text,
  sources: SOURCES,
  entries: JSON.stringify(entries),
});
type Patch = { readonly table: string; readonly id: string; readonly before: unknown; readonly after: unknown };
const patch = (table: string, before: { id: string } | null, after: { id: string } | null): Patch => ({
  table,
  id: (before ?? after)!.id,
  before,
  after,
});

/** A case file of before origins were kept, with this log, opened as it is today. */
const migrated = (
  log: readonly (readonly [method: string, ...patches: Patch[]])[],
  sentences: readonly ReturnType<typeof sentence>[],
  entries: readonly ReturnType<typeof entry>[],
) => {
  const path = `${temporaryFolder()}/case.db`;
  const old = openDatabase(
    path,
    KEY,
    CASE_MIGRATIONS.filter(({ version }) => version <= 8),
    true,
  );
  log.forEach(([method, ...patches], at) =>
    old.prepare(`INSERT INTO change VALUES (?, '', ?, '', ?, '', '')`).run(at + 1, method, JSON.stringify(patches)),
  );
  sentences.forEach((row) =>
    old.prepare('INSERT INTO sentence VALUES (@id, @position, @text, @sources, @entries)').run(row),
  );
  entries.forEach((row) =>
    old
      .prepare(
        `INSERT INTO entry VALUES (@id, 'accepted', 'manual', NULL, @date, '', 'service', 'visit', @text, '', '', @sources)`,
      )
      .run(row),
  );
  old.close();
  const db = openDatabase(path, KEY, CASE_MIGRATIONS, false);
  const found = listSentences(caseFile('c' as CaseId, db));
  db.close();
  return found;
};

const LEFT = entry('e1', '2014-05-24', 'He twisted the left knee.');
const RIGHT = entry('e1', '2014-06-24', 'He twisted the right knee.');
const COMPOSED = sentence('s1', 'On 05/24/14, he twisted the left knee.', ['e1']);
const said = (row: ReturnType<typeof entry>) => ({
  date: row.date,
  text: row.text,
  sources: JSON.parse(SOURCES) as unknown,
});

describe('a sentence of before its origins were kept', () => {
  it('has the words composed and what its entry said then from the log', () => {
    const edited = { ...COMPOSED, text: 'On 05/24/14, he twisted his left knee.' };
    const [{ text, origins: [origin] } = { text: '', origins: [] }] = migrated(
      [
        ['timeline.add', patch('entry', null, LEFT)],
        ['summary.compose', patch('sentence', null, COMPOSED)],
        ['summary.write', patch('sentence', COMPOSED, edited)],
        ['timeline.edit', patch('entry', LEFT, RIGHT)],
        ['summary.compose', patch('sentence', edited, { ...edited, position: 3 } as never)],
      ],
      [edited],
      [RIGHT],
    );
    expect(text).toBe(edited.text);
    expect(origin).toMatchObject({
      words: COMPOSED.text,
      composed: COMPOSED.text,
      basis: [{ entry: 'e1', said: said(LEFT) }],
    });
  });

  it('takes what an entry says from the change after the composition, or as it is, where none came before', () => {
    const compose = ['summary.compose', patch('sentence', null, COMPOSED)] as const;
    const later = migrated([compose, ['timeline.edit', patch('entry', LEFT, RIGHT)]], [COMPOSED], [RIGHT]);
    expect(later[0]?.origins[0].basis).toEqual([{ entry: 'e1', said: said(LEFT) }]);
    const never = migrated([compose], [COMPOSED], [LEFT]);
    expect(never[0]?.origins[0].basis).toEqual([{ entry: 'e1', said: said(LEFT) }]);
    const gone = migrated([compose], [COMPOSED], []);
    expect(gone[0]?.origins[0].basis).toEqual([{ entry: 'e1', said: null }]);
  });

  it('that was typed, or whose composition is not in the log, says that it does not know', () => {
    const typed = sentence('s2', 'He is a cook.', []);
    expect(
      migrated([], [COMPOSED, typed], [LEFT]).map(({ origins: [origin] }) => [origin.composed, origin.basis]),
    ).toEqual([
      [null, [{ entry: 'e1', said: null }]],
      [null, []],
    ]);
  });
});
