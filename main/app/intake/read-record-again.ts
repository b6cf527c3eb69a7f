import type { RecordId } from '../../../shared/ids.ts';
import type { RecordRow } from '../../../shared/record.ts';
import type { RecordDescription } from '../../reading/describe-record.ts';
import type { ReadCase, WriteCase } from '../../store/case-file.ts';
import { beginReading, finishReading } from '../../store/readings.ts';
import { countRecognition } from '../../store/recognition.ts';
import { describeRecordAs, noteUnread, readRecord } from '../../store/records.ts';
import type { App } from '../backend/app.ts';
import { tryReadingText } from './read-record.ts';

const isUnknown = ({ kind, title, fileName, provider }: RecordRow): boolean =>
  kind === 'other' && title === fileName && provider === '';

const describe = (write: WriteCase, record: RecordRow, { date, ...facts }: RecordDescription): void =>
  describeRecordAs(write, record.id, { ...facts, ...(record.date === null && { date }) });

/**
 * Reads a record whose text is new or has changed: its dates and events, and, once all of its pages have their words,
 * what it is, where nothing was known or stated of it before. It counts as read only after all that, so that whatever
 * stops it has it read again.
 */
export const readRecordAgain = async (app: App, file: ReadCase, id: RecordId, signal: AbortSignal): Promise<void> => {
  const record = readRecord(file, id);
  const reading = app.write(file, 'record.read', (write) => beginReading(write, id));
  const { description, drafts, isUnread } = await tryReadingText(app, file, record, signal);
  app.write(file, 'record.read', (write) => {
    if (!isUnread && isUnknown(record) && countRecognition(write, id).waiting === 0)
      describe(write, record, description);
    finishReading(write, reading, drafts);
    noteUnread(write, id, isUnread);
  });
};
