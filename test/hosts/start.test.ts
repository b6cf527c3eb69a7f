import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describeWith } from '../support/optional.ts';
import { temporaryFolder } from '../support/temporary.ts';

const HOSTS = join(import.meta.dirname, '..', '..', 'main', 'hosts');
const START = join(HOSTS, 'start.js');

const olderNode = (process.env.PATH ?? '')
  .split(delimiter)
  .map((folder) => join(folder, 'node'))
  .find(
    (node) =>
      existsSync(node) &&
      Number(/^v(\d+)/.exec(spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout)?.[1] ?? 99) < 22,
  );

describeWith(
  [{ present: process.platform === 'linux', reason: 'only on Linux can a window be denied' }],
  'npm start without a screen',
  () => {
    it('says in one sentence that the window cannot be had, prints the address that works once, and ends when told', async () => {
      const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...env } = process.env;
      const child = spawn(process.execPath, [START, '--store', join(temporaryFolder(), 'vault')], {
        env,
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const ended = once(child, 'exit');
      let said = '';
      for await (const part of child.stdout) {
        said += String(part);
        if (/#token=[\w-]+\n/.test(said)) break;
      }
      const url = new URL(/http:\S+/.exec(said)![0]);
      const page = await fetch(new URL('/', url));
      child.kill('SIGTERM');
      expect(said).toMatch(
        /^Electron .*, so IMR Desk is served to a browser on this computer, .*:\nhttp:\/\/127\.0\.0\.1:\d+\/#token=[\w-]{43}\n$/m,
      );
      expect(await page.text()).toContain('<title>IMR Desk</title>');
      expect(await ended).toEqual([0, null]);
    });
  },
);

describe('npm start', () => {
  it('refuses what it does not know', () => {
    const { status, stderr } = spawnSync(process.execPath, [START, '--fast'], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([2, 'These options are not known here. Usage: npm start -- [--store DIR]\n']);
  });
});

describeWith(
  [{ present: olderNode !== undefined, reason: 'no Node older than 22 is in the PATH' }],
  'an older Node',
  () => {
    it('hands over to the Node that was brought along, with its arguments and its exit code', () => {
      const { status, stderr } = spawnSync(olderNode!, [START, '--fast'], { encoding: 'utf8' });
      expect([status, stderr]).toEqual([2, 'These options are not known here. Usage: npm start -- [--store DIR]\n']);
    });

    it('says in one sentence what it needs where none was brought along', () => {
      const folder = temporaryFolder();
      writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
      ['start.js', 'newer-node.js'].forEach((name) => copyFileSync(join(HOSTS, name), join(folder, name)));
      const { status, stderr } = spawnSync(olderNode!, [join(folder, 'start.js')], { encoding: 'utf8' });
      expect(status).toBe(1);
      expect(stderr).toMatch(/^IMR Desk needs Node 22\.18 or newer; this is v\d+\.\d+\.\d+\. .+\n$/);
    });
  },
);
