import type { RecordRow } from '../../../shared/record.ts';
import type { RecordDescription } from '../../reading/describe-record.ts';
import type { ReadingContext } from '../../reading/propose-entries.ts';
import type { ReadCase } from '../../store/case-file.ts';
import { readFacts } from '../../store/facts.ts';
import { today, type App } from '../backend/app.ts';
import { joinPacks } from '../timeline/pack-drafts.ts';
import type { RecordReading } from '../timeline/reading-tasks.ts';
import { textSlices } from '../timeline/record-texts.ts';

const contextOf = (app: App, file: ReadCase): ReadingContext => {
  const { dateOfInjury } = readFacts(file).header;
  return { latest: today(app), ...(dateOfInjury !== '' && { dateOfInjury }) };
};

/**
 * What a record is, told from its first pages, and the timeline drafts of all of them, packed. A long record is read in
 * stretches, so that its size costs neither memory nor the turn of other questions.
 */
const readRecordText = async (
  app: App,
  file: ReadCase,
  record: Pick<RecordRow, 'id' | 'fileName'>,
  signal: AbortSignal,
): Promise<RecordReading> => {
  const context = contextOf(app, file);
  const drafts: string[] = [];
  let known: RecordDescription | null = null;
  for (const text of textSlices(file, { ...record, title: record.fileName })) {
    signal.throwIfAborted();
    const read: RecordReading = await app.reading.readPages(text, context, known);
    known ??= read.description;
    drafts.push(read.drafts);
  }
  return {
    description: known ?? { kind: 'other', title: record.fileName, provider: '', date: null },
    drafts: joinPacks(drafts),
  };
};

/**
 * The same, but a record that cannot be read, or not in time, is listed by its file's name and says so; only a cancelled
 * signal rejects.
 */
export const tryReadingText = async (
  app: App,
  file: ReadCase,
  record: Pick<RecordRow, 'id' | 'fileName'>,
  signal: AbortSignal,
): Promise<RecordReading & { readonly isUnread: boolean }> => {
  try {
    return { ...(await readRecordText(app, file, record, signal)), isUnread: false };
  } catch (error) {
    signal.throwIfAborted();
    app.report('reading', error);
    return {
      description: { kind: 'other', title: record.fileName, provider: '', date: null },
      drafts: '',
      isUnread: true,
    };
  }
};
