import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../support/temporary.ts';

const FIXTURES = join(import.meta.dirname, 'fixtures');
const folder = temporaryFolder();

type Run = {
  readonly said: string;
  readonly faults: string;
  readonly watched: readonly string[];
  readonly asked: readonly string[];
};

/**
 * Runs a script in a process whose every thread is watched; `asked` is what it asked of the network, process by
 * process.
 */
const watch = (name: string, script: string, ...words: readonly string[]): Run => {
  const report = join(folder, `${name}.txt`);
  writeFileSync(report, '');
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--require', join(FIXTURES, 'watch-sockets.ts'), script, ...words],
    { encoding: 'utf8', timeout: 60_000, env: { ...process.env, IMR_WATCH: report } },
  );
  const lines = readFileSync(report, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.slice(line.indexOf(' ') + 1));
  return {
    said: stdout,
    faults: stderr,
    watched: lines.filter((line) => line.startsWith('watching')),
    asked: lines.filter((line) => !line.startsWith('watching')),
  };
};

describe('a run of the whole path over the loopback host', () => {
  it('asks nothing of any network: every socket of every process and thread is on the loopback address', () => {
    const { said, faults, watched, asked } = watch('run', join(FIXTURES, 'offline-run.ts'), join(folder, 'vault'));
    expect(faults).toBe('');
    expect(JSON.parse(said)).toMatchObject({ drawn: 200 });
    expect([...new Set(watched)].sort()).toEqual([
      'watching a thread',
      'watching offline-run.ts',
      'watching parser-process.ts',
    ]);
    expect(asked).toContain('connect 127.0.0.1');
    expect(asked.filter((line) => !line.endsWith(' 127.0.0.1'))).toEqual([]);
  });

  it('would be caught otherwise', () => {
    const script = join(folder, 'telltale.mjs');
    writeFileSync(
      script,
      `
      import dgram from 'node:dgram';
      import { Worker } from 'node:worker_threads';
      await fetch('http://192.0.2.1/', { signal: AbortSignal.timeout(50) }).catch(() => undefined);
      dgram.createSocket('udp4').unref().send('x', 9, '192.0.2.1');
      new Worker("require('node:dns').lookup('name.invalid', () => undefined)", { eval: true });
    `,
    );
    expect(new Set(watch('telltale', script).asked)).toEqual(
      new Set(['connect 192.0.2.1', 'bind datagram', 'send datagram', 'lookup name.invalid']),
    );
  });
});
