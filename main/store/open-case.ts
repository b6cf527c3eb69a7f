import type { CaseId } from '../../shared/ids.ts';
import type { ReadCase } from './case-file.ts';
import type { Database } from './open-database.ts';
import { caseFile, databaseOf, ownerOf, type Opening } from './statements.ts';

/** An open database as a case file. */
export const openCaseFile = (id: CaseId, db: Database, opening?: Opening): ReadCase => caseFile(id, db, opening);

export const closeCaseFile = (file: ReadCase): void => void databaseOf(file).close();

export const isCaseOpen = (file: ReadCase): boolean => databaseOf(file).open;

/** The open case itself, the same object inside and outside a change: what is remembered of a case is kept under it. */
export const theCase = (file: ReadCase): ReadCase => ownerOf(file);
