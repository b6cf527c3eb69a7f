import type { IntakeRow, IntakeState } from '../../shared/record.ts';
import type { RecordId } from '../../shared/ids.ts';
import type { PageRow } from '../../shared/page.ts';
import { ledgerRows } from '../../renderer/features/records/ledger-rows.ts';
import type { LedgerFilter } from '../../renderer/features/records/ledger-rows.ts';

const file = (id: number, state: IntakeState, container: number | null = null): IntakeRow => ({
  id,
  name: `file-${String(id)}.pdf`,
  container,
  state,
  kind: 'pdf',
  size: 1,
  sha256: null,
  pages: 2,
  pagesFailed: 0,
  record: state === 'imported' ? (String(id) as RecordId) : null,
  reasons: [],
  messages: [],
});
const page = (id: string): PageRow => ({ id }) as unknown as PageRow;
const ALL: LedgerFilter = { state: null, words: '' };
const shown = (
  files: readonly IntakeRow[],
  filter = ALL,
  opened: number | null = null,
  pages: readonly PageRow[] = [],
): string[] =>
  ledgerRows(files, filter, opened, pages).map(
    (row) => `${'> '.repeat(row.depth)}${row.kind === 'file' ? String(row.file.id) : `p${row.page.id}`}`,
  );

describe('the rows of the ledger', () => {
  it('put what needs a look first and keep the order given else', () => {
    expect(
      shown([file(1, 'imported'), file(2, 'skipped'), file(3, 'imported'), file(4, 'failed'), file(5, 'duplicate')]),
    ).toEqual(['4', '2', '5', '1', '3']);
  });

  it('put the members of an archive under it, and it where its worst member belongs', () => {
    expect(
      shown([
        file(1, 'imported'),
        file(2, 'imported'),
        file(3, 'imported', 2),
        file(4, 'failed', 2),
        file(5, 'skipped'),
      ]),
    ).toEqual(['2', '> 4', '> 3', '5', '1']);
  });

  it('nest an archive that came out of an archive', () => {
    expect(shown([file(1, 'imported'), file(2, 'imported', 1), file(3, 'imported', 2)])).toEqual(['1', '> 2', '> > 3']);
  });

  it('lose no file whose archive is not listed', () => {
    expect(shown([file(3, 'imported', 2)])).toEqual(['3']);
  });

  it('show the archive of a file that is looked for', () => {
    const files = [file(1, 'imported'), file(2, 'imported'), file(3, 'failed', 2), file(4, 'imported', 2)];
    expect(shown(files, { state: 'failed', words: '' })).toEqual(['2', '> 3']);
    expect(shown(files, { state: null, words: ' FILE-4 ' })).toEqual(['2', '> 4']);
    expect(shown(files, { state: 'failed', words: 'file-4' })).toEqual([]);
  });

  it('count a file that is kept and still to be read as waiting', () => {
    expect(shown([file(1, 'kept'), file(2, 'waiting'), file(3, 'imported')], { state: 'waiting', words: '' })).toEqual([
      '2',
      '1',
    ]);
  });

  it('put the pages of the opened file right under it, before the members of an archive', () => {
    expect(shown([file(1, 'imported'), file(2, 'imported', 1)], ALL, 1, [page('7'), page('8')])).toEqual([
      '1',
      '> p7',
      '> p8',
      '> 2',
    ]);
  });

  it('ask for a password where the reason says so, whatever the sentence', () => {
    const locked: IntakeRow = { ...file(1, 'failed'), reasons: [{ code: 'wrong-password' }], messages: ['No.'] };
    const damaged: IntakeRow = { ...file(2, 'failed'), messages: ['Its password is damaged.'] };
    const rows = ledgerRows([locked, damaged], ALL, null, []);
    expect(rows.map((row) => row.kind === 'file' && row.isLocked)).toEqual([true, false]);
  });
});
