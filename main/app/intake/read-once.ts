import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { FileToken } from '../../../shared/ids.ts';
import type { Reason } from '../../../shared/reason.ts';
import { Refusal } from '../../../shared/reply.ts';
import { wordReason } from '../../../shared/word-reason.ts';
import type { ReadPage } from '../../import/read-page.ts';
import { Unreadable } from '../../import/unreadable.ts';
import type { App, Call } from '../backend/app.ts';
import type { ArchiveEntry } from '../../import/zip/archive-entry.ts';
import { takeFile } from './take-file.ts';

export type Pages = { readonly pages: readonly ReadPage[]; readonly messages: readonly string[] };

/** Recognises the pages that wait for it, in their place; a page that cannot be recognised says why. */
const recogniseAll = async (app: App, pages: ReadPage[], bytes: Uint8Array, call: Call): Promise<void> => {
  const waiting = pages.flatMap(({ needsOcr }, index) => (needsOcr ? [index] : []));
  if (waiting.length === 0) return;
  const key = createHash('sha256').update(bytes).digest('hex');
  let done = 0;
  const next = waiting.values();
  const worker = async (): Promise<void> => {
    for (const index of next) {
      const page = pages[index];
      if (page === undefined) continue;
      try {
        pages[index] = await app.pool.recognise({ key, load: () => bytes, page: page.number, signal: call.signal });
      } catch (error) {
        if (!(error instanceof Unreadable)) throw error;
        pages[index] = { ...page, needsOcr: false, messages: [...page.messages, error.message] };
      }
      done += 1;
      call.progress(done, waiting.length, 'Recognising words');
    }
  };
  await Promise.all(Array.from({ length: app.pool.recognisers }, worker));
};

/** Files that the document encloses and that are not read with it. */
const unreadFiles = (entries: readonly ArchiveEntry[]): Reason[] =>
  entries.length === 0
    ? []
    : [{ code: 'enclosed-not-read', values: { files: entries.map(({ name, size }) => ({ name, size })) } }];

/**
 * The pages of a file's bytes as they are read in a parser process, nothing recognised, `isLetter` as in `ReadRequest`;
 * refuses with `unreadable` and the reader's sentence.
 */
export const readBytes = async (
  app: App,
  name: string,
  bytes: Uint8Array,
  call: Call,
  isLetter = false,
): Promise<Pages> => {
  const pages: ReadPage[] = [];
  const outcome = await app.pool.read({
    name,
    bytes,
    isLetter,
    signal: call.signal,
    onPages: (batch, promised) => {
      pages.push(...batch);
      call.progress(pages.length, promised, name);
    },
  });
  if (outcome.entries !== undefined)
    throw new Refusal('unreadable', 'This is an archive; import it into a case to read the files in it.');
  if (outcome.status === 'failed') throw new Refusal('unreadable', outcome.reasons.map(wordReason).join(' '));
  return { pages, messages: [...outcome.reasons, ...unreadFiles(outcome.enclosed ?? [])].map(wordReason) };
};

/**
 * Reads an offered file without keeping anything of it, pictures recognised; refuses with `unreadable` and the reader's
 * sentence.
 */
export const readOnce = async (app: App, token: FileToken, call: Call, isLetter = false): Promise<Pages> => {
  const offer = app.offers.source(token);
  const name = offer.kind === 'bytes' ? offer.name : basename(offer.path);
  const bytes = await takeFile({ ...offer, name }, call.signal);
  const { pages, messages } = await readBytes(app, name, bytes, call, isLetter);
  const read = [...pages];
  await recogniseAll(app, read, bytes, call);
  return { pages: read, messages: [...messages, ...read.flatMap((page) => page.messages)] };
};
