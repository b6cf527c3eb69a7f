import type { RecordId } from '../../shared/ids.ts';
import type { ReadCase } from '../store/case-file.ts';
import { beginReading, finishReading } from '../store/readings.ts';
import { describeRecordAs, readRecord, redateRecord } from '../store/records.ts';
import type { App, Call } from './app.ts';
import { readRecordText } from './read-record.ts';

/** Reads a record whose last page was recognised: its dates and events, and what it is where nothing was known or stated of it before. */
export const describeRecognised = async (app: App, file: ReadCase, id: RecordId, call: Call): Promise<void> => {
  const record = readRecord(file, id);
  const reading = beginReading(file, id);
  const { description, drafts } = await readRecordText(app, file, record, call.signal);
  finishReading(file, reading, drafts);
  const isUnknown = record.kind === 'other' && record.title === record.fileName && record.provider === '';
  if (!isUnknown) return;
  describeRecordAs(file, id, { kind: description.kind, title: description.title, provider: description.provider });
  if (record.date === null) redateRecord(file, id, description.date);
};
