import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newElectronStandIn } from '../hosts/electron-stand-in.ts';
import { describeWith } from '../support/optional.ts';
import { temporaryFolder } from '../support/temporary.ts';
import { BINARY, ELECTRON_WANTS } from './electron-wants.ts';
import { writeProbeFiles } from './probe/probe-files.ts';
import { probe, type Probed, type ProbePlaces } from './probe/probe.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const folder = temporaryFolder();
beforeAll(() => writeProbeFiles(folder));

/** The same over the stand-in and in Electron itself. */
const holds = (probed: () => Probed): void => {
  it('opens an encrypted database in a thread, also below a path of more than 260 characters, and gives the published results of scrypt, HKDF and AES', () => {
    expect(probed().thread).toEqual({
      kept: { word: 'kept' },
      deep: [true, true],
      vectors: [
        ['scrypt', true],
        ['scrypt with blocks of the size that is used', true],
        ['HKDF', true],
        ['AES-256-GCM', true],
      ],
    });
  });

  it('gives parsers one harmless variable and a heap with a limit', () => {
    expect(probed().environment.env).toEqual(
      process.platform === 'win32' ? ['IMR_PARSER', 'SystemRoot'] : ['IMR_PARSER'],
    );
    expect(probed().environment.heap).toBeLessThan(800_000_000);
    const { env, heap } = probed().environment;
    process.stdout.write(
      `the environment of a parser: ${env.join(', ')}; its heap: ${Math.round(heap / 1e6)} MB at most\n`,
    );
  });

  it.each([
    ['page.pdf', /^read pdf 1 Lumbar strain, seen on 05\/24\/2016$/],
    ['photo.jpg', /^read jpeg 1$/],
    ['fax.tif', /^read tiff 1$/],
    ['telephone.heic', /^read heic 1$/],
    ['records.zip', /^read zip 0/],
    ['large.bin', /^failed unknown 0 +unknown-format$/],
  ])('answers %s', (name, expected) => {
    expect(probed().files[name]).toMatch(expected);
  });

  it('recognises a scan', () => {
    expect(probed().recognised).toMatch(/Forward bending reached forty degrees/);
  });

  it('unpacks an encrypted archive', () => {
    expect(probed().unpacked).toBe('Seen in secret on 05/24/2016.');
  });
};

describe('threads and parsers over the stand-in', () => {
  let probed: Probed;
  beforeAll(async () => {
    const { api } = newElectronStandIn();
    await api.app.whenReady();
    probed = await probe(api.utilityProcess.fork, {
      folder,
      parser: join(ROOT, 'main', 'import', 'parser-process.ts'),
      echo: join(ROOT, 'test', 'hosts', 'fixtures', 'echo-parser.ts'),
      thread: join(import.meta.dirname, 'probe', 'probe-thread.ts'),
      model: join(ROOT, 'assets', 'ocr'),
    });
  });
  holds(() => probed);
});

describeWith(ELECTRON_WANTS, 'threads and parsers in Electron itself', () => {
  let probed: Probed;
  beforeAll(() => {
    // Within the project, where its packages are found.
    const built = join(ROOT, 'dist', 'probe');
    const build = `import { buildProbe } from ${JSON.stringify(join(import.meta.dirname, 'probe', 'build-probe.js'))}; await buildProbe(${JSON.stringify(built)});`;
    expect(
      spawnSync(process.execPath, ['--input-type=module', '--eval', build], { cwd: ROOT, stdio: 'inherit' }).status,
    ).toBe(0);
    const places: ProbePlaces = {
      folder,
      parser: join(built, 'parser-process.cjs'),
      echo: join(built, 'echo-parser.cjs'),
      thread: join(built, 'probe-thread.cjs'),
      model: join(ROOT, 'assets', 'ocr'),
    };
    const result = join(built, 'result.json');
    spawnSync(BINARY, [join(built, 'probe-main.cjs'), JSON.stringify(places), result], { stdio: 'inherit' });
    probed = JSON.parse(readFileSync(result, 'utf8')) as Probed;
  });
  holds(() => probed);
});
