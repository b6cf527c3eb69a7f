import type { CaseId } from '../../shared/ids.ts';
import type { ReadCase, WriteCase } from '../../main/store/case-file.ts';
import { changeCase } from '../../main/store/change-case.ts';
import { CASE_MIGRATIONS } from '../../main/store/migrations/case.ts';
import { openCaseFile } from '../../main/store/open-case.ts';
import { openDatabase } from '../../main/store/open-database.ts';

/** An empty case file at a path. */
export const newCaseFile = (path: string, id = 'c' as CaseId): ReadCase =>
  openCaseFile(id, openDatabase(path, Buffer.alloc(32, 1), CASE_MIGRATIONS, true));

/** Writes in a case as the application does for itself. */
export const writeBehind = <T>(file: ReadCase, work: (write: WriteCase) => T): T =>
  changeCase(file, { method: 'test', isBackground: true, now: new Date(0) }, work).value;
