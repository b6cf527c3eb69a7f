import { parentPort } from 'node:worker_threads';
import type { PageText, RecordText } from '../reading/record-text.ts';
import { READING_TASKS } from './reading-tasks.ts';
import type { FromReading, ReadingCall, ToReading } from './reading-thread.ts';

type Growing = RecordText & { readonly pages: PageText[] };

const addSlice = (records: Growing[], slice: RecordText): void => {
  const last = records.at(-1);
  if (last?.record === slice.record) last.pages.push(...slice.pages);
  else records.push({ ...slice, pages: [...slice.pages] });
};

const perform = (call: ReadingCall, records: readonly RecordText[]): unknown => {
  switch (call.task) {
    case 'readPages':
      return READING_TASKS.readPages(call.text, call.context, call.known);
    case 'proposeCase':
      return READING_TASKS.proposeCase(records, call.context);
    case 'joinDrafts':
      return READING_TASKS.joinDrafts(call.drafts, call.known);
    case 'findTwins':
      return READING_TASKS.findTwins(call.pages);
  }
};

const answer = (id: number, call: ReadingCall, records: readonly RecordText[]): FromReading => {
  try {
    return { id, isDone: true, value: perform(call, records) };
  } catch (error) {
    // Its name only: the message may hold words of a record.
    return { id, isDone: false, error: error instanceof Error ? error.name : 'unknown' };
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
  port.postMessage(answer(message.id, message.call, given));
});
