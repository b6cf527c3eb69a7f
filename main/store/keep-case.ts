import type { ReadCase } from './case-file.ts';
import { readHead, type CaseHead } from './case-head.ts';
import { changeCase, logEvent } from './change-case.ts';
import { openCaseFile } from './open-case.ts';
import { databaseOf } from './statements.ts';

const stateOf = ({ seq, writes, at }: CaseHead): object => ({ change: seq, writes, at });

/**
 * Takes a case that is older than the vault remembers as it stands: its log says what was remembered and what was
 * found. Returns where the file stands with that. The file can be changed from then on; whoever holds it opens it anew.
 */
export const keepAsItStands = (file: ReadCase, remembered: CaseHead, now: Date): CaseHead => {
  const db = databaseOf(file);
  const note = JSON.stringify({ remembered: stateOf(remembered), found: stateOf(readHead(db)) });
  db.pragma('query_only = OFF');
  changeCase(openCaseFile(file.id, db), { method: 'case.keep', now }, (write) => logEvent(write, 'case.keep', note));
  return readHead(db);
};
