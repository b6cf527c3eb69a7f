import type { RecordId } from '../../../shared/ids.ts';
import type { RecordRow } from '../../../shared/record.ts';
import type { RecordDescription } from '../../reading/describe-record.ts';
import type { ReadCase } from '../../store/case-file.ts';
import { beginReading, finishReading } from '../../store/readings.ts';
import { countRecognition } from '../../store/recognition.ts';
import { describeRecordAs, readRecord, redateRecord } from '../../store/records.ts';
import type { App } from '../backend/app.ts';
import { readRecordText } from './read-record.ts';

const isUnknown = ({ kind, title, fileName, provider }: RecordRow): boolean =>
  kind === 'other' && title === fileName && provider === '';

const describe = (file: ReadCase, record: RecordRow, { date, ...facts }: RecordDescription): void => {
  if (record.date === null) redateRecord(file, record.id, date);
  describeRecordAs(file, record.id, facts);
};

/**
 * Reads a record whose text is new or has changed: its dates and events, and, once all of its pages have their words,
 * what it is, where nothing was known or stated of it before. It counts as read only after all that, so that whatever
 * stops it has it read again.
 */
export const readRecordAgain = async (app: App, file: ReadCase, id: RecordId, signal: AbortSignal): Promise<void> => {
  const record = readRecord(file, id);
  const reading = beginReading(file, id);
  const { description, drafts } = await readRecordText(app, file, record, signal);
  if (isUnknown(record) && countRecognition(file, id).waiting === 0) describe(file, record, description);
  finishReading(file, reading, drafts);
};
