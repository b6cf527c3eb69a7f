import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { IpcRenderer } from 'electron';
import type { Backend } from '../../main/app/backend/backend.ts';
import { connectBackend } from '../../main/app/backend/connect-backend.ts';
import { createBackend } from '../../main/app/backend/create-backend.ts';
import { makePreloadBridge } from '../../main/hosts/electron/preload-bridge.ts';
import { startElectronHost } from '../../main/hosts/electron/start-electron-host.ts';
import { serve } from '../../main/hosts/loopback/serve.ts';
import { makeHttpBridge } from '../../renderer/data/http-bridge.ts';
import type { Bridge } from '../../shared/bridge.ts';
import type { FileToken } from '../../shared/ids.ts';
import { succeed } from '../../shared/reply.ts';
import type { Reply } from '../../shared/reply.ts';
import { pretendBrowser } from './browser-globals.ts';
import { newElectronStandIn } from './electron-stand-in.ts';

const ROOT = join(import.meta.dirname, '..', '..');
/** A cheap key, for the cost of the passphrase is not what these tests are about. */
const optionsFor = (storeDir: string): { storeDir: string; assetsDir: string; parsers: number; kdfCost: number } => ({
  storeDir,
  assetsDir: join(ROOT, 'assets'),
  parsers: 2,
  kdfCost: 1024,
});

/** What a page of some host has in hand, with files by their path. */
export type Desk = Omit<Bridge, 'offerFiles'> & {
  readonly offer: (paths: readonly string[]) => Promise<Reply<FileToken[]>>;
  readonly end: () => Promise<void>;
};

const overBackend = (backend: Backend): Desk => ({
  call: (method, input, callId) => backend.call(method, input, callId) as never,
  cancel: backend.cancel,
  subscribe: backend.subscribe,
  offer: async (paths) => succeed(await backend.offer(paths.map((path) => ({ kind: 'path', path })))),
  end: backend.close,
});

const overLoopback = async (storeDir: string): Promise<Desk> => {
  const backend = await connectBackend(optionsFor(storeDir));
  const host = await serve({ backend, rendererDir: storeDir });
  const leave = pretendBrowser(host.url);
  const bridge = makeHttpBridge();
  const fileAt = async (path: string): Promise<File> => new File([await readFile(path)], basename(path));
  return {
    ...bridge,
    offer: async (paths) => bridge.offerFiles(await Promise.all(paths.map(fileAt))),
    end: async () => {
      leave();
      await host.close();
      await backend.close();
    },
  };
};

/**
 * Electron's own parts are stood in for; the thread, the preload's bridge, and parsers that speak over `parentPort` are
 * real.
 */
const overElectron = async (storeDir: string): Promise<Desk> => {
  const electron = newElectronStandIn();
  const parser = join(ROOT, 'main', 'import', 'parser-process.ts');
  let backend: Backend | undefined;
  await startElectronHost(
    electron.api,
    { preload: '', parser, rendererDir: storeDir, icon: '', updateKey: '', store: storeDir, isOnScreen: true },
    async (startParser) => (backend = await connectBackend(optionsFor(storeDir), { startParser })),
  );
  const bridge = makePreloadBridge(electron.ipcRenderer() as unknown as IpcRenderer, {
    getPathForFile: (file) => file as unknown as string,
  });
  return { ...bridge, offer: (paths) => bridge.offerFiles(paths), end: async () => backend?.close() };
};

/** Every host that can run here, by name. */
export const DESKS: readonly (readonly [host: string, open: (storeDir: string) => Promise<Desk>])[] = [
  ['in process', async (storeDir) => overBackend(await createBackend(optionsFor(storeDir)))],
  ['in its own thread', async (storeDir) => overBackend(await connectBackend(optionsFor(storeDir)))],
  ['over loopback', overLoopback],
  ['over Electron', overElectron],
];
