import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Packager, log } from 'electron-builder';

const ROOT = join(import.meta.dirname, '..', '..');

/** The configuration as electron-builder itself reads it, with what it extends. */
const configured = async (name: string): Promise<Packager['config']> => {
  const packager = new Packager({ config: name, projectDir: ROOT });
  await packager.validateConfig();
  return packager.config;
};

const entitlementsIn = (path: unknown): string[] =>
  [...readFileSync(join(ROOT, String(path)), 'utf8').matchAll(/<key>([^<]+)<\/key>\s*<true\/>/g)].map(([, name = '']) =>
    name.replace('com.apple.security.cs.', ''),
  );

beforeAll(() => void jest.spyOn(log, 'info').mockImplementation(() => undefined));
afterAll(() => void jest.restoreAllMocks());

describe('what electron-builder is told', () => {
  it('signs for macOS ad hoc where nobody has a certificate, with libraries of any team', async () => {
    const { mac, forceCodeSigning } = await configured('electron-builder.yml');
    expect([mac?.identity, mac?.notarize, forceCodeSigning]).toEqual(['-', false, undefined]);
    expect(entitlementsIn(mac?.entitlements)).toEqual(['allow-jit', 'disable-library-validation']);
    expect(mac?.entitlementsInherit).toBe(mac?.entitlements);
  });

  it('signs with the Developer ID that the environment names, and has it notarised, in the signed build', async () => {
    const { mac, forceCodeSigning } = await configured('electron-builder.signed.yml');
    // Null would mean never to sign, "-" ad hoc; an empty one is looked for.
    expect([mac?.identity, mac?.notarize, forceCodeSigning]).toEqual(['', true, true]);
    expect(mac?.hardenedRuntime).toBe(true);
    expect(entitlementsIn(mac?.entitlements)).toEqual(['allow-jit']);
    expect(mac?.entitlementsInherit).toBe(mac?.entitlements);
  });

  it('gives the build for tests the fuses of the shipped one, and a name and a folder of its own', async () => {
    const [shipped, tested] = [await configured('electron-builder.yml'), await configured('electron-builder.test.yml')];
    expect(tested.electronFuses).toEqual(shipped.electronFuses);
    expect([tested.productName, tested.directories?.output]).toEqual(['IMR Desk Test', 'out/test']);
    expect([shipped.productName, shipped.directories?.output]).toEqual([undefined, 'out']);
  });

  it('builds for the machine that it runs on, and makes what that system installs', async () => {
    const { linux, win, mac, nsis, npmRebuild } = await configured('electron-builder.yml');
    expect([linux?.target, win?.target, mac?.target]).toEqual([['AppImage', 'deb'], ['nsis', 'portable'], 'dmg']);
    expect([nsis?.perMachine, nsis?.allowElevation, npmRebuild]).toEqual([false, false, false]);
    for (const path of [linux?.icon ?? 'assets/icons/icon.png', mac?.entitlements])
      expect(existsSync(join(ROOT, String(path)))).toBe(true);
  });
});

describe('the workflow for machines with the real binary', () => {
  const workflow = readFileSync(join(ROOT, '.github', 'workflows', 'desktop.yml'), 'utf8');
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: object };

  it('runs what there is', () => {
    const runs = [...workflow.matchAll(/npm run ([\w:]+)/g)].map(([, script = '']) => script);
    expect(runs).toEqual(expect.arrayContaining(['build', 'test:electron', 'pack:check']));
    expect(runs.filter((script) => !Object.hasOwn(scripts, script))).toEqual([]);
    const paths = [...workflow.matchAll(/(?:node|-c) ([\w./-]+\.(?:js|yml))/g)].map(([, path = '']) => path);
    expect(paths.length).toBeGreaterThan(2);
    // Electron brings its own installer.
    expect(paths.filter((path) => !/^node_modules/.test(path) && !existsSync(join(ROOT, path)))).toEqual([]);
  });

  it.each([
    'npm run test:electron',
    'node test/support/package-sizes.js',
    'codesign --verify',
    'apt-get install -y ./out/*.deb',
    'out/*.AppImage',
    'out/*Setup*.exe',
    'There is no screen here',
    '--disable-gpu',
    'electron-builder.signed.yml',
  ])('holds %s', (words) => {
    expect(workflow).toContain(words);
  });
});
