import { createBackend } from '../../main/app/backend/create-backend.ts';
import type { Input, Method, Output } from '../../shared/contract.ts';
import { openVault } from '../../main/store/vault.ts';
import { ASSETS, openBackend } from '../support/open-backend.ts';

const PASSPHRASE = 'a passphrase for tests';

/** What a newer version might store, with what an older or broken one might. */
const FOREIGN = {
  settings: {
    theme: 'dark',
    fontSize: 14,
    lockAfterMinutes: 'ten',
    ownWords: ['kinesiotape', 7],
    credentials: [{ kind: 'license', name: 'Texas', expires: '', number: 'X1' }],
  },
  snippets: [
    { id: 's1', name: 'close', text: 'Therefore.', decision: null, colour: 'red' },
    { id: 's2', name: 'NOT A NAME', text: '' },
  ],
};

it('a vault with settings that this version does not know opens; they are ignored, and kept when others change', async () => {
  const open = await openBackend();
  await open.newCase({});
  await open.backend.close();
  const vault = openVault(open.storeDir, PASSPHRASE);
  Object.entries(FOREIGN).forEach(([name, value]) => vault.saveSetting(name, JSON.stringify(value)));
  vault.saveSetting('guidelines', '{"no":"list"}');
  vault.saveSetting('something new', 'not even JSON');
  vault.close();

  const backend = await createBackend({ storeDir: open.storeDir, assetsDir: ASSETS, parsers: 1, kdfCost: 1024 });
  const ask = async <M extends Method>(method: M, input: Input<M>): Promise<Output<M>> => {
    const reply = await backend.call(method, input);
    if (!reply.ok) throw new Error(`${method}: ${reply.error.message}`);
    return reply.value as Output<M>;
  };
  await ask('vault.unlock', { passphrase: PASSPHRASE });
  expect(await ask('settings.show', {})).toMatchObject({
    theme: 'dark',
    lockAfterMinutes: 15,
    ownWords: ['kinesiotape'],
    credentials: [{ id: '0', kind: 'license', name: 'Texas', expires: '' }],
  });
  expect(await ask('snippet.list', {})).toEqual([{ id: 's1', name: 'close', text: 'Therefore.', decision: null }]);
  expect((await ask('guideline.table', {})).rows).not.toEqual([]);
  expect(await ask('case.list', {})).toHaveLength(1);

  await ask('settings.update', { singleKeys: false });
  await ask('credential.edit', { id: '0', change: { expires: '2031-05-01' } });
  const { id } = await ask('credential.add', { kind: 'license' });
  await ask('credential.edit', { id, change: { name: 'Nevada' } });
  await ask('snippet.save', { snippet: { id: 's1', name: 'close', text: 'Therefore, so.', decision: null } });
  await backend.close();
  const again = openVault(open.storeDir, PASSPHRASE);
  expect(JSON.parse(again.setting('settings') ?? '')).toEqual({
    ...FOREIGN.settings,
    singleKeys: false,
    credentials: [
      { ...FOREIGN.settings.credentials[0], id: '0', expires: '2031-05-01' },
      { id, kind: 'license', name: 'Nevada', expires: '' },
    ],
  });
  expect(JSON.parse(again.setting('snippets') ?? '')).toEqual([
    { ...FOREIGN.snippets[0], text: 'Therefore, so.' },
    FOREIGN.snippets[1],
  ]);
  again.close();
});
