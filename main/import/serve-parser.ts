import { constants, setPriority } from 'node:os';
import type { FileKind } from '../../shared/record.ts';
import { identify } from './identify.ts';
import { lostPage } from './lost-page.ts';
import type { Recogniser } from './ocr/recogniser.ts';
import type { OpenDocument } from './open-document.ts';
import { openFile } from './open-file.ts';
import type { FromParser, Opened, ParserAnswer, ParserCall, ParserChannel, ToParser } from './parser-protocol.ts';
import type { ReadPage } from './read-page.ts';
import { Unreadable } from './unreadable.ts';
import { warmUp } from './pdf/warm-up.ts';
import type { OpenArchive } from './zip/open-zip.ts';
import type { Piece } from './zip/unpack-entry.ts';

let recogniser: Promise<Recogniser> | undefined;

/** Recognition gives way to everything that somebody waits for. */
const startRecognising = async (model: string): Promise<Recogniser> => {
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  const { startRecogniser } = await import('./ocr/recogniser.ts');
  return startRecogniser(model);
};

const recognise = async (document: OpenDocument, page: number, model: string): Promise<ReadPage> => {
  const [{ recognisePage }, { chooseText }] = await Promise.all([
    import('./ocr/recognise-page.ts'),
    import('./ocr/choose-text.ts'),
  ]);
  const seen = await recognisePage(await document.scan(page), page, await (recogniser ??= startRecognising(model)));
  return chooseText(await document.read(page), seen);
};

/** Milliseconds at the start, while nothing is asked. */
const WARM_UP = 250;

type Kept = {
  bytes: Uint8Array;
  document: OpenDocument | null;
  archive: OpenArchive | null;
  taken: { readonly entry: number; readonly bytes: Uint8Array } | null;
};

const readOne = async (document: OpenDocument, number: number): Promise<ReadPage> => {
  try {
    return await document.read(number);
  } catch (error) {
    if (error instanceof Unreadable) return lostPage(number, error.reason);
    throw error;
  }
};

/** Milliseconds after which pages are sent ahead: whoever waits works on them meanwhile, and a crash costs no more. */
const PART = 12;

/** What a call tells before its answer. */
type Tell = { readonly kind: (kind: FileKind) => void; readonly pages: (pages: readonly ReadPage[]) => void };

const readPages = async (
  document: OpenDocument,
  { from, to, budget }: ParserCall & { op: 'pages' },
  tell: Tell,
): Promise<{ pages: ReadPage[]; next: number }> => {
  const end = performance.now() + budget;
  let pages: ReadPage[] = [];
  let part = performance.now() + PART;
  let next = from;
  for (let now = 0; next <= to && now < end; next += 1) {
    pages.push(await readOne(document, next));
    now = performance.now();
    if (now < part) continue;
    tell.pages(pages);
    pages = [];
    part = now + PART;
  }
  return { pages, next };
};

const opened = (file: Kept): OpenDocument => {
  if (file.document === null) throw new Error('called before it was opened');
  return file.document;
};

const openTemplate = async (bytes: Uint8Array): Promise<OpenDocument> =>
  (await import('./docx/open-template.ts')).openTemplate(bytes);

const openArchive = async (file: Kept): Promise<Opened> => {
  const { openZip } = await import('./zip/open-zip.ts');
  const archive = await openZip(file.bytes);
  file.archive = archive;
  file.bytes = new Uint8Array(0);
  return { kind: 'zip', pages: 0, reasons: archive.reasons, entries: archive.entries };
};

/** A piece of a file that a document encloses; the file taken out last is kept for its next piece. */
const unpackEnclosed = async (file: Kept, entry: number, at: number, most: number): Promise<Piece> => {
  const enclosed = opened(file).enclosed;
  if (enclosed === undefined) throw new Unreadable({ code: 'damaged-inside' });
  if (file.taken?.entry !== entry) file.taken = { entry, bytes: await enclosed.bytes(entry) };
  const { bytes } = file.taken;
  // In memory of its own, so that the rest does not travel along.
  const piece = new Uint8Array(bytes.subarray(at, at + most));
  const isLast = at + piece.length >= bytes.length;
  if (isLast) file.taken = null;
  return { bytes: piece, isLast };
};

const unpack = (
  file: Kept,
  { entry, at, most, password }: Extract<ParserCall, { readonly op: 'unpack' }>,
): Promise<Piece> =>
  file.archive === null ? unpackEnclosed(file, entry, at, most) : file.archive.unpack(entry, at, most, password);

const open = async (
  file: Kept,
  { password, as }: Extract<ParserCall, { readonly op: 'open' }>,
  tell: Tell,
): Promise<ParserAnswer> => {
  const identified = identify(file.bytes);
  tell.kind(identified.kind);
  if (identified.kind === 'zip' && as !== 'template') return openArchive(file);
  const document =
    as === 'template'
      ? await openTemplate(file.bytes)
      : await openFile(identified, file.bytes, password, as === 'letter');
  file.document = document;
  file.bytes = new Uint8Array(0);
  const { kind, pages, reasons, enclosed } = document;
  return { kind, pages, reasons, ...(enclosed !== undefined && { enclosed: enclosed.entries }) };
};

const answer = (file: Kept, call: ParserCall, tell: Tell): Promise<ParserAnswer> => {
  switch (call.op) {
    case 'open':
      return open(file, call, tell);
    case 'pages':
      return readPages(opened(file), call, tell);
    case 'picture':
      return opened(file).picture(call.page, call.width, call.turned);
    case 'unpack':
      return unpack(file, call);
    case 'recognise':
      return recognise(opened(file), call.page, call.model);
  }
};

/** What no memory was found for: a string, list or buffer longer than the engine has. */
const isTooLarge = (error: unknown): boolean =>
  error instanceof RangeError && /invalid (?:string|array|typed array) length|allocation failed/i.test(error.message);

const failure = (id: number, error: unknown): FromParser =>
  error instanceof Unreadable
    ? { type: 'refused', id, reason: error.reason, resident: process.memoryUsage.rss() }
    : isTooLarge(error)
      ? { type: 'refused', id, reason: { code: 'too-much-memory' }, resident: process.memoryUsage.rss() }
      : { type: 'broken', id, error: error instanceof Error ? error.name : 'unknown' };

/**
 * Answers calls over the channel, one after the other, until the process ends. Holds the files that it was given until
 * they are dropped. Nothing is printed and nothing is written.
 */
export const serveParser = (channel: ParserChannel): void => {
  const files = new Map<string, Kept>();
  let isWanted = false;
  let last: Promise<void> = warmUp(WARM_UP, () => !isWanted);

  const respond = async (id: number, key: string, call: ParserCall): Promise<void> => {
    const file = files.get(key);
    try {
      if (file === undefined) throw new Unreadable({ code: 'reader-failed' });
      const value = await answer(file, call, {
        kind: (kind) => {
          channel.post({ type: 'identified', id, kind });
        },
        pages: (pages) => {
          channel.post({ type: 'part', id, pages });
        },
      });
      channel.post({ type: 'done', id, value, resident: process.memoryUsage.rss() });
    } catch (error) {
      channel.post(failure(id, error));
    }
  };
  const take = (message: ToParser): void | Promise<void> => {
    switch (message.type) {
      case 'size':
        files.set(message.key, { bytes: new Uint8Array(message.size), document: null, archive: null, taken: null });
        return;
      case 'piece':
        files.get(message.key)?.bytes.set(message.bytes, message.at);
        return;
      case 'drop':
        files.get(message.key)?.document?.close();
        files.delete(message.key);
        return;
      case 'call':
        return respond(message.id, message.key, message.call);
    }
  };
  channel.onMessage((message) => {
    isWanted = true;
    last = last.then(() => take(message));
  });
  channel.post({ type: 'ready', resident: process.memoryUsage.rss() });
};
