import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { identify } from '../../main/import/identify.ts';
import type { Legible, Recogniser } from '../../main/import/ocr/recogniser.ts';
import { startRecogniser } from '../../main/import/ocr/recogniser.ts';
import { openFile } from '../../main/import/open-file.ts';

/** One process of the bench: it makes its pages ready, and recognises them, nothing else, each time it is told to. */
type LanePage = { readonly path: string; readonly page: number };
export type ToLane = { readonly pages: readonly LanePage[] } | 'go';
export type FromLane = 'ready' | { readonly milliseconds: number };

const MODEL = join(import.meta.dirname, '..', '..', 'assets', 'ocr');
let recogniser: Recogniser | undefined;
let ready: readonly Legible[] = [];

const prepare = async ({ path, page }: LanePage): Promise<Legible> => {
  const bytes = new Uint8Array(readFileSync(path));
  const document = await openFile(identify(bytes), bytes, '');
  const { picture, width } = await document.scan(page);
  document.close();
  return { picture, dpi: (picture.width / width) * 72, isUneven: false };
};

const recogniseAll = (): number => {
  const begun = performance.now();
  for (const legible of ready) recogniser?.recognise(legible, 'blocks');
  return performance.now() - begun;
};

process.on('message', (message: ToLane) => {
  void (async () => {
    if (message === 'go') {
      process.send?.({ milliseconds: recogniseAll() } satisfies FromLane);
      return;
    }
    recogniser = await startRecogniser(MODEL);
    ready = await Promise.all(message.pages.map(prepare));
    // Once over, so that WebAssembly is compiled as well as it gets: a process serves hundreds of pages.
    recogniseAll();
    process.send?.('ready' satisfies FromLane);
  })();
});
process.on('disconnect', () => process.exit(0));
