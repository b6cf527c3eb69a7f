import type { RecordId } from '../../../shared/ids.ts';
import type { ReadCase } from '../../store/case-file.ts';
import { writeDocuments } from '../../store/documents.ts';
import { beginReading, isReadingValid, keepReading } from '../../store/readings.ts';
import { noteUnread, readRecord } from '../../store/records.ts';
import type { App } from '../backend/app.ts';
import { tryReadingText } from './read-record.ts';

/**
 * Reads a file whose text is new or has changed: its documents, and their dates and events. What a person has stated of
 * a document stays. It counts as read only after all that, so that whatever stops it has it read again.
 */
export const readRecordAgain = async (app: App, file: ReadCase, id: RecordId, signal: AbortSignal): Promise<void> => {
  const record = readRecord(file, id);
  const reading = app.write(file, 'record.read', (write) => beginReading(write, id));
  const { documents, drafts, isUnread } = await tryReadingText(app, file, record, signal);
  app.write(file, 'record.read', (write) => {
    noteUnread(write, id, isUnread);
    // What has changed meanwhile is read again.
    if (!isReadingValid(write, reading)) return;
    writeDocuments(write, id, documents);
    keepReading(write, id, drafts);
  });
};
