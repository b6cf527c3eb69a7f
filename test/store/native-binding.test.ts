import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bindingName, nativeBinding } from '../../main/store/native-binding.ts';
import { temporaryFolder } from '../support/temporary.ts';

const STORE = join(import.meta.dirname, '..', '..', 'main', 'store');

describe("SQLite's native library", () => {
  it.each([
    ['darwin', 'arm64', '/lib/ld-musl-aarch64.so.1', 'darwin-arm64'],
    ['win32', 'x64', '', 'win32-x64'],
    ['linux', 'x64', '/lib64/ld-linux-x86-64.so.2', 'linux-x64'],
    ['linux', 'arm64', '/lib/ld-musl-aarch64.so.1', 'linuxmusl-arm64'],
  ])('on %s %s, with the loader "%s", is %s', (platform, arch, loader, name) => {
    const program = join(temporaryFolder(), 'program');
    writeFileSync(program, `\x7fELF\0\0\0${loader}\0`);
    expect(bindingName(platform, arch, program)).toBe(name);
  });

  it('is there for this machine', () => {
    expect(existsSync(nativeBinding())).toBe(true);
  });

  it('is found without the diagnostic report, which ends some builds of Electron', () => {
    const path = join(temporaryFolder(), 'new.db');
    const script = `
      process.report.getReport = () => { throw new Error('the report was asked for'); };
      const { openDatabase } = await import(${JSON.stringify(join(STORE, 'open-database.ts'))});
      openDatabase(${JSON.stringify(path)}, Buffer.alloc(32, 1), [], true).close();
      process.stdout.write('opened');`;
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
      encoding: 'utf8',
    });
    expect([stdout, stderr]).toEqual(['opened', '']);
  });
});
