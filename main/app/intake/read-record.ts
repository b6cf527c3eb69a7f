import type { RecordId } from '../../../shared/ids.ts';
import type { ReadingContext } from '../../reading/propose-entries.ts';
import type { PageText, RecordText } from '../../reading/record-text.ts';
import { settleRecords, type KnownRecord, type SettledRecord } from '../../reading/records/settle-records.ts';
import type { ReadCase } from '../../store/case-file.ts';
import { keptDocuments, type KeptDocument } from '../../store/documents.ts';
import { readFacts } from '../../store/facts.ts';
import { pagesStored } from '../../store/pages.ts';
import { today, type App } from '../backend/app.ts';
import { joinPacks } from '../timeline/pack-drafts.ts';
import type { DocumentPages } from '../timeline/reading-tasks.ts';
import { proposeDocuments, slicesOf, type NamedFile } from './case-patient.ts';

/** The documents that a file holds, and the timeline drafts of their pages, packed. */
export type FileReading = { readonly documents: readonly KeptDocument[]; readonly drafts: string };

const contextOf = (app: App, file: ReadCase): ReadingContext => {
  const { dateOfInjury } = readFacts(file).header;
  return { latest: today(app), ...(dateOfInjury !== '' && { dateOfInjury }) };
};

/** The documents of a file by its text now, around what is `known` of them. */
export const divideFile = async (
  app: App,
  file: ReadCase,
  record: NamedFile,
  known: readonly KnownRecord[] = keptDocuments(file, record.id),
): Promise<SettledRecord[]> => {
  const proposed = await proposeDocuments(app, file, record);
  return settleRecords(known, proposed, pagesStored(file, record.id));
};

/** Whether a document's words are read for the timeline: another patient's are not, unless a person has kept it. */
const isRead = ({ state, patient }: SettledRecord): boolean =>
  state === 'confirmed' || (state === 'proposed' && patient === 'worker');

/** Some pages of a file, parted by the documents in which they stand. */
const partsOf = (slice: RecordText, documents: readonly SettledRecord[]): DocumentPages[] => {
  const { fileName: _, title: _title, ...unnamed } = slice;
  const within = ({ first, last }: SettledRecord): PageText[] =>
    slice.pages.filter(({ page }) => page >= first && page <= last);
  return documents.filter(isRead).flatMap((document) => {
    const pages = within(document);
    // The name of a file says nothing of one document among several.
    return pages.length === 0
      ? []
      : [{ text: { ...(documents.length === 1 ? slice : unnamed), pages }, description: document }];
  });
};

/**
 * Reads a file: what documents it holds, and what each tells for the timeline. A long one is read in stretches, so that
 * its size costs neither memory nor the turn of other questions.
 */
const readFile = async (app: App, file: ReadCase, record: NamedFile, signal: AbortSignal): Promise<FileReading> => {
  const context = contextOf(app, file);
  const documents = await divideFile(app, file, record);
  const drafts: string[] = [];
  for (const slice of slicesOf(file, record)) {
    signal.throwIfAborted();
    drafts.push(await app.reading.readPages(partsOf(slice, documents), context));
  }
  return { documents: documents.length > 0 ? documents : [nameless(record.fileName)], drafts: joinPacks(drafts) };
};

/** The one document of a file of which nothing is known. */
const nameless = (fileName: string): KeptDocument => ({
  first: 1,
  kind: 'other',
  title: fileName,
  date: null,
  provider: '',
  patient: 'worker',
  state: 'confirmed',
  reason: 'One document.',
  isSure: true,
});

/** What is kept of a file that could not be read: the documents that are known of it. */
const unread = (file: ReadCase, id: RecordId, fileName: string): FileReading => {
  const known = keptDocuments(file, id);
  return { documents: known.length > 0 ? known : [nameless(fileName)], drafts: '' };
};

/**
 * The same, but a record that cannot be read, or not in time, keeps its file's name and says so; only a cancelled signal
 * rejects.
 */
export const tryReadingText = async (
  app: App,
  file: ReadCase,
  record: NamedFile,
  signal: AbortSignal,
): Promise<FileReading & { readonly isUnread: boolean }> => {
  try {
    return { ...(await readFile(app, file, record, signal)), isUnread: false };
  } catch (error) {
    signal.throwIfAborted();
    app.report('reading', error);
    return { ...unread(file, record.id, record.fileName), isUnread: true };
  }
};
