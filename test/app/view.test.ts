import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openBackend } from '../support/open-backend.ts';

describe('how the page was left', () => {
  it('is kept over a lock, in the order of use, and no more than it should', async () => {
    const desk = await openBackend();
    await desk.ask('view.keep', { name: 'theme', value: 'dark' });
    await desk.ask('view.keep', { name: 'splitter.workspace', value: '{"reader":40}' });
    await desk.ask('vault.lock', {});
    expect(await desk.ask('view.show', {})).toEqual({ theme: 'dark', 'splitter.workspace': '{"reader":40}' });
    for (let at = 0; at < 70; at += 1) await desk.ask('view.keep', { name: `n${at}`, value: 'x' });
    expect(Object.keys(await desk.ask('view.show', {}))).toHaveLength(60);
    expect((await desk.refusal('view.keep', { name: 'long', value: 'x'.repeat(2001) })).code).toBe('usage');
    await desk.close();
  });

  it('is nothing where the file is damaged or foreign', async () => {
    const desk = await openBackend();
    const path = join(desk.storeDir, 'view.json');
    for (const text of ['{"theme":', '[1]', '{"theme":7}']) {
      writeFileSync(path, text);
      expect(await desk.ask('view.show', {})).toEqual({});
    }
    await desk.ask('view.keep', { name: 'theme', value: 'light' });
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({ theme: 'light' });
    await desk.close();
  });
});
