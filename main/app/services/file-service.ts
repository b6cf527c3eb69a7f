import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { FileToken } from '../../../shared/ids.ts';
import type { Output } from '../../../shared/contract.ts';
import { findDates } from '../../../shared/find-dates.ts';
import type { Letter } from '../../../shared/letter.ts';
import { Refusal } from '../../../shared/reply.ts';
import type { ReadPage } from '../../import/read-page.ts';
import { Unreadable } from '../../import/unreadable.ts';
import { checkLetter } from '../../letters/check-letter.ts';
import { readLetter } from '../../letters/read-letter.ts';
import { today, type App, type Call, type HandlersOf } from '../app.ts';
import { DEFAULT_SETTINGS } from './settings-service.ts';
import { takeFile } from '../take-file.ts';

type Pages = { readonly pages: readonly ReadPage[]; readonly messages: readonly string[] };

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

/** Reads a file without keeping anything of it; refuses with `unreadable` and the reader's sentence. */
const readOnce = async (app: App, token: FileToken, call: Call): Promise<Pages> => {
  const offer = app.offers.source(token);
  const name = offer.kind === 'bytes' ? offer.name : basename(offer.path);
  const bytes = await takeFile({ ...offer, name }, call.signal);
  const pages: ReadPage[] = [];
  const outcome = await app.pool.read({
    name,
    bytes,
    signal: call.signal,
    onPages: (batch, promised) => {
      pages.push(...batch);
      call.progress(pages.length, promised, name);
    },
  });
  if (outcome.status === 'failed') throw new Refusal('unreadable', outcome.messages.join(' '));
  await recogniseAll(app, pages, bytes, call);
  return { pages, messages: [...outcome.messages, ...pages.flatMap(({ messages }) => messages)] };
};

const textOf = ({ pages, messages }: Pages): Output<'file.text'> => ({
  pages: pages.map(({ number, text, source }) => ({ page: number, text, source })),
  messages: [...messages],
});

const datesOf = ({ pages }: Pages, latest: string): Output<'file.dates'> =>
  pages.flatMap(({ number, text }) =>
    findDates(text, { latest }).map((found) => ({ text: found.text, date: found.date, precision: found.precision, kind: found.kind, page: number, start: found.start, end: found.end })),
  );

const letterOf = (app: App, { pages }: Pages): Letter => readLetter(pages.map(({ text }) => text).join('\n'), app.assets.forms);

export const fileService = (app: App): HandlersOf<'file'> & Pick<HandlersOf<'letter'>, 'letter.read' | 'letter.checkFile'> => ({
  'file.text': async ({ file }, call) => textOf(await readOnce(app, file, call)),
  'file.dates': async ({ file }, call) => datesOf(await readOnce(app, file, call), today(app)),
  'letter.read': async ({ file }, call) => letterOf(app, await readOnce(app, file, call)),
  'letter.checkFile': async ({ file }, call) =>
    checkLetter({
      letter: letterOf(app, await readOnce(app, file, call)),
      mode: 'letter-alone',
      context: { today: today(app), settings: DEFAULT_SETTINGS, guidelines: app.assets.guidelines, forms: app.assets.forms },
    }),
});
