import { parentPort } from 'node:worker_threads';
import type { PageText, RecordText } from '../../reading/record-text.ts';
import { READING_TASKS } from './reading-tasks.ts';
import type { FromReading, ReadingCall, ToReading } from './reading-thread.ts';

type Growing = RecordText & { readonly pages: PageText[] };

const addSlice = (records: Growing[], slice: RecordText): void => {
  const last = records.at(-1);
  if (last?.record === slice.record && last.part === slice.part) last.pages.push(...slice.pages);
  else records.push({ ...slice, pages: [...slice.pages] });
};

/** An answer, and what of it changes hands. */
type Performed = readonly [value: unknown, moved?: readonly ArrayBuffer[]];

const perform = (call: ReadingCall, records: readonly RecordText[]): Performed => {
  switch (call.task) {
    case 'splitFile':
      return [
        records[0] === undefined ? { documents: [], named: [] } : READING_TASKS.splitFile(records[0], call.context),
      ];
    case 'readPages':
      return [READING_TASKS.readPages(call.parts, call.context)];
    case 'proposeCase':
      return [READING_TASKS.proposeCase(records, call.context)];
    case 'joinDrafts': {
      const joined = READING_TASKS.joinDrafts(call.drafts, call.known, call.context);
      return [joined, joined.found.map(({ buffer }) => buffer)];
    }
    case 'findOddities': {
      const pagesOf = ({ file, first, last }: (typeof call.documents)[number]): PageText[] =>
        records
          .filter(({ record }) => record === file)
          .flatMap(({ pages }) => pages.filter(({ page }) => page >= first && page <= last));
      const documents = call.documents.map((document) => ({ ...document, pages: pagesOf(document) }));
      return [READING_TASKS.findOddities(documents, call.context)];
    }
    case 'findTwins':
      return [READING_TASKS.findTwins(call.pages)];
  }
};

const answer = (
  id: number,
  call: ReadingCall,
  records: readonly RecordText[],
): readonly [FromReading, readonly ArrayBuffer[]] => {
  try {
    const [value, moved = []] = perform(call, records);
    return [{ id, isDone: true, value }, moved];
  } catch (error) {
    // Its name only: the message may hold words of a record.
    return [{ id, isDone: false, error: error instanceof Error ? error.name : 'unknown' }, []];
  }
};

/** The thread of reading: computes what it is asked, one thing after the other, and keeps nothing. */
const port = parentPort;
const texts = new Map<number, Growing[]>();
port?.on('message', (message: ToReading) => {
  const given = texts.get(message.id) ?? [];
  if ('slice' in message) {
    texts.set(message.id, given);
    addSlice(given, message.slice);
    return;
  }
  texts.delete(message.id);
  const [told, moved] = answer(message.id, message.call, given);
  port.postMessage(told, moved);
});
