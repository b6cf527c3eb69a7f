import { readFileSync } from 'node:fs';
import { createReaderPool } from '../../main/import/reader-pool.ts';
import { makeTiff } from '../support/files/make-tiff.ts';
import { describeWith } from '../support/optional.ts';
import { readPicturesInWasm, startWasmParser, WASM_PICTURES } from '../support/picture-build.ts';
import { readFile } from '../support/read-file.ts';

describeWith([WASM_PICTURES], 'in WebAssembly, as the package for Linux reads pictures:', () => {
  readPicturesInWasm();
  for (const tests of ['read-pictures', 'picture-corpus', 'hostile-pictures'])
    describe(tests, () => void jest.requireActual(`./${tests}.test.ts`));

  (process.platform === 'linux' ? it : it.skip)('no native library of sharp is loaded', async () => {
    let pid: number | undefined;
    const start: typeof startWasmParser = () => {
      const started = startWasmParser();
      ({ pid } = started);
      return started;
    };
    const pool = createReaderPool({ start, size: 1 });
    const tiff = makeTiff([{ width: 8, height: 8, bits: 8, data: new Uint8Array(64) }]);
    expect((await readFile(pool, tiff)).status).toBe('read');
    const loaded = readFileSync(`/proc/${pid}/maps`, 'utf8');
    await pool.close();
    expect(loaded).not.toMatch(/sharp|libvips/);
  });
});
