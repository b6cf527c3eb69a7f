import type { RecordId } from '../../../shared/ids.ts';
import type { RecordRow } from '../../../shared/record.ts';
import type { RecordText } from '../../reading/record-text.ts';
import { isSamePatient, mostNamed, type NamedPage, type PagePatient } from '../../reading/records/page-patient.ts';
import type { ProposedRecord } from '../../reading/records/split-records.ts';
import type { ReadCase } from '../../store/case-file.ts';
import { documentsOf, keptDocuments } from '../../store/documents.ts';
import { theCase } from '../../store/open-case.ts';
import { pagesStored } from '../../store/pages.ts';
import { listRecords } from '../../store/records.ts';
import { today, type App } from '../backend/app.ts';
import { textSlices } from '../timeline/record-texts.ts';

/** A file under its own name. */
export type NamedFile = Pick<RecordRow, 'id' | 'fileName'>;

/** Whom the files of a case name, as far as they were read since it was opened, and whom most of them are about. */
type Known = { readonly pages: Map<RecordId, readonly NamedPage[]>; worker: PagePatient | null };
const knownOf = new WeakMap<ReadCase, Known>();

const known = (file: ReadCase): Known => {
  const own = knownOf.get(theCase(file)) ?? { pages: new Map<RecordId, readonly NamedPage[]>(), worker: null };
  knownOf.set(theCase(file), own);
  return own;
};

/** A file without a title of its own, as reading sees it. */
export const slicesOf = (file: ReadCase, { id, fileName }: NamedFile): Generator<RecordText> =>
  textSlices(file, { id, fileName, title: fileName });

/** The documents that a file seems to hold, judged by whom most pages of the case name, where that is known. */
export const proposeDocuments = async (app: App, file: ReadCase, record: NamedFile): Promise<ProposedRecord[]> => {
  const { pages, worker } = known(file);
  const context = { latest: today(app), ...(worker !== null && { worker }) };
  const split = await app.reading.splitFile(slicesOf(file, record), pagesStored(file, record.id), context);
  pages.set(record.id, split.named);
  return split.documents;
};

/** Pages that a person has removed say nothing of whom the case is about. */
const votes = (file: ReadCase, record: RecordId): readonly NamedPage[] => {
  const removed = documentsOf(file, record).filter(({ state }) => state === 'removed');
  const named = known(file).pages.get(record) ?? [];
  return named.filter(({ page }) => !removed.some(({ first, last }) => page >= first && page <= last));
};

/** Whether a file has a document that nobody has touched and that is taken for the wrong person's. */
const isMisjudged = (file: ReadCase, record: RecordId, worker: PagePatient): boolean => {
  const touched = new Set(keptDocuments(file, record).flatMap(({ first, isTouched }) => (isTouched ? [first] : [])));
  const named = known(file).pages.get(record) ?? [];
  return documentsOf(file, record).some(({ first, last, patient }) => {
    const own = named.find(({ page }) => page >= first && page <= last);
    if (touched.has(first) || own === undefined) return false;
    return isSamePatient(own.patient, worker) === (patient === 'other');
  });
};

/**
 * The files to be divided anew, since by the pages of all files they are of other people than was thought. One file
 * alone says nothing beyond what it was judged by; where two people are named equally often, nothing is said.
 */
export const misjudgedFiles = async (app: App, file: ReadCase, signal: AbortSignal): Promise<NamedFile[]> => {
  const records = listRecords(file);
  // Where nothing was divided since the case was opened, whom its pages name is as it was.
  if (records.length < 2 || known(file).pages.size === 0) return [];
  for (const record of records) {
    signal.throwIfAborted();
    if (!known(file).pages.has(record.id)) await proposeDocuments(app, file, record);
  }
  const worker = mostNamed(records.flatMap(({ id }) => votes(file, id).map(({ patient }) => patient)));
  known(file).worker = worker;
  return worker === null ? [] : records.filter(({ id }) => isMisjudged(file, id, worker));
};
