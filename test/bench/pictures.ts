import sharp from 'sharp';
import { forkParser } from '../../main/import/fork-parser.ts';
import { USUAL_LIMITS } from '../../main/import/limits.ts';
import { createParserSlot } from '../../main/import/parser-slot.ts';
import type { StartParser } from '../../main/import/read-page.ts';
import { createReaderPool } from '../../main/import/reader-pool.ts';
import { startWasmParser, WASM_PICTURES } from '../support/picture-build.ts';
import { median, notMeasured, printed, timed, type Figure } from './figure.ts';
import { textPdf } from './text-pdf.ts';

const PAGES = 20;
const RUNS = 40;
/** A page of 8.5 inches at 150 dots an inch. */
const WIDTH = 1275;
const MOST = 60;
const LARGE = 200_000_000;

const fax = (): Promise<Buffer> =>
  sharp({
    create: {
      width: 1700,
      height: 2200,
      channels: 3,
      background: 'white',
      noise: { type: 'gaussian', mean: 250, sigma: 60 },
    },
  })
    .greyscale()
    .threshold(128)
    .toColourspace('b-w')
    .tiff({ compression: 'ccittfax4', bitdepth: 1 })
    .toBuffer();

type Sheets = { readonly key: string; readonly bytes: Uint8Array; readonly pages: number };

/** Milliseconds for one picture, the median of many; the first is not counted. */
const drawing = async (start: StartParser, { key, bytes, pages }: Sheets): Promise<number> => {
  const pool = createReaderPool({ start, size: 1 });
  const draw = (run: number): Promise<Uint8Array> =>
    pool.picture({ key, load: () => bytes, page: 1 + (run % pages), width: WIDTH });
  try {
    await draw(0);
    const times: number[] = [];
    for (let run = 1; run <= RUNS; run += 1) times.push(await timed(() => draw(run)));
    return median(times);
  } finally {
    await pool.close();
  }
};

const atMost = (name: string, value: number): Figure => ({
  name,
  value,
  unit: 'ms',
  goal: `<= ${MOST}`,
  holds: value <= MOST,
});

const compare = async (what: string, sheets: Sheets): Promise<Figure[]> => {
  const native = await drawing(() => forkParser(), sheets);
  const name = `a picture of ${what} at 150 dpi, as the package for Linux draws it (WebAssembly)`;
  return [
    WASM_PICTURES.present
      ? atMost(name, await drawing(startWasmParser, sheets))
      : notMeasured(name, `<= ${MOST}`, WASM_PICTURES.reason),
    printed(`a picture of ${what} at 150 dpi, drawn by the native library`, native, 'ms'),
  ];
};

/** A file that no reader knows is handed over whole and refused at once. */
const handing = async (): Promise<Figure[]> => {
  const bytes = Buffer.alloc(LARGE, 7);
  const slot = createParserSlot(() => forkParser(), USUAL_LIMITS);
  const open = (key: string): Promise<unknown> => slot.open({ key, load: () => bytes, password: '' }).catch(() => null);
  try {
    await open('first');
    return [
      printed('200 MB handed to a parser', await timed(() => open('second')), 'ms'),
      printed('200 MB copied in memory', await timed(() => Buffer.from(bytes)), 'ms'),
    ];
  } finally {
    slot.close();
  }
};

/** Pictures in WebAssembly beside the native ones, and a large file on its way to a parser. */
export const benchPictures = async (): Promise<Figure[]> => [
  ...(await compare('a page of a PDF', { key: 'pdf', bytes: await textPdf(PAGES), pages: PAGES })),
  ...(await compare('a page of a fax', { key: 'fax', bytes: await fax(), pages: 1 })),
  ...(await handing()),
];
