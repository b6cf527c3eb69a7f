import { basename } from 'node:path';
import type { FileToken } from '../../../shared/ids.ts';
import { Letter } from '../../../shared/letter.ts';
import type { PrecedentFile } from '../../../shared/precedent.ts';
import { Refusal } from '../../../shared/reply.ts';
import { readPlanTable } from '../../letters/precedents/read-plan-table.ts';
import { readLetter } from '../../letters/read-letter.ts';
import type { App, Call } from '../backend/app.ts';
import { listFiles } from '../intake/list-files.ts';
import type { PrecedentShelf } from './precedent-shelf.ts';
import { readBytes } from '../intake/read-once.ts';
import { takeFile, type FileToTake } from '../intake/take-file.ts';

/** Files under way at a time; the readers have processes of their own. */
const LANES = 4;

const filesOf = (app: App, tokens: readonly FileToken[]): FileToTake[] =>
  tokens.flatMap((token): FileToTake[] => {
    const offer = app.offers.source(token);
    return offer.kind === 'bytes' ? [offer] : listFiles(offer.path);
  });

/** A determination in the parts that `imr read-letter --json` prints. */
const readParts = (text: string): Letter | null => {
  try {
    return Letter.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
};

const lettersIn = async (app: App, file: FileToTake, call: Call): Promise<Letter[]> => {
  const bytes = await takeFile(file, call.signal);
  const table = /\.csv$/iu.test(file.name) ? readPlanTable(new TextDecoder().decode(bytes)) : null;
  if (table !== null) return table;
  const parts = /\.json$/iu.test(file.name) ? readParts(new TextDecoder().decode(bytes)) : null;
  if (parts !== null) return [parts];
  const { pages } = await readBytes(app, basename(file.name), bytes, { ...call, progress: () => undefined }, true);
  return [readLetter(pages.map(({ text }) => text).join('\n'), app.assets.forms, app.assets.outlines)];
};

const NO_ITEM = 'No decided item was found in this file; it may be no determination, or a picture without text.';

const loadFile = async (
  app: App,
  shelf: PrecedentShelf,
  file: FileToTake,
  isOwn: boolean,
  call: Call,
): Promise<PrecedentFile> => {
  try {
    const letters = await lettersIn(app, file, call);
    const kept = app.changeVault(() => letters.map((letter) => shelf.keep(letter, isOwn)));
    const items = kept.reduce((sum, one) => sum + one.items, 0);
    const isKnown = kept.every((one) => one.items === 0 || one.isKnown);
    if (items === 0) return { name: file.name, status: 'failed', items: 0, messages: [NO_ITEM] };
    return { name: file.name, status: isKnown ? 'known' : 'loaded', items, messages: [] };
  } catch (error) {
    if (!(error instanceof Refusal) || call.signal.aborted) throw error;
    return { name: file.name, status: 'failed', items: 0, messages: [error.message] };
  }
};

/** Loads determinations from files and folders, several at a time; one line a file, a bad one ends nothing. */
export const loadPrecedents = async (
  app: App,
  shelf: PrecedentShelf,
  tokens: readonly FileToken[],
  isOwn: boolean,
  call: Call,
): Promise<PrecedentFile[]> => {
  const files = filesOf(app, tokens);
  const results = new Array<PrecedentFile>(files.length);
  const next = files.entries();
  let done = 0;
  const lane = async (): Promise<void> => {
    for (const [index, file] of next) {
      call.signal.throwIfAborted();
      results[index] = await loadFile(app, shelf, file, isOwn, call);
      done += 1;
      call.progress(done, files.length, file.name);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return results;
};
