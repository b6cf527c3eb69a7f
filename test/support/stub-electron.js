import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Electron marks the place of its fuses by these words; version 1 and as many fuses as Electron 45 has follow, all on.
 */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const FUSES = 9;

const FILES = [
  'chrome-sandbox',
  'chrome_crashpad_handler',
  'chrome_100_percent.pak',
  'icudtl.dat',
  'resources.pak',
  'v8_context_snapshot.bin',
  'LICENSE',
  'LICENSES.chromium.html',
  'locales/en-US.pak',
  'locales/de.pak',
];

/**
 * Writes a folder that has the shape of Electron's own for Linux, with a programme that does nothing but has fuses to
 * blow.
 */
export const writeStubElectron = (folder, version) => {
  ['locales', 'resources'].forEach((name) => mkdirSync(join(folder, name), { recursive: true }));
  FILES.forEach((name) => writeFileSync(join(folder, name), 'stub'));
  writeFileSync(join(folder, 'version'), version);
  writeFileSync(
    join(folder, 'electron'),
    Buffer.concat([
      Buffer.alloc(4096),
      Buffer.from(SENTINEL),
      Buffer.from([1, FUSES]),
      Buffer.from('1'.repeat(FUSES)),
      Buffer.alloc(4096),
    ]),
  );
  chmodSync(join(folder, 'electron'), 0o755);
};
