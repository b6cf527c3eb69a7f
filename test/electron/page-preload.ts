import type { IpcRenderer, IpcRendererEvent } from 'electron';
import { makePreloadBridge } from '../../main/hosts/electron/preload-bridge.ts';
import type { AppEvent } from '../../shared/app-event.ts';
import type { Bridge } from '../../shared/bridge.ts';

/** What the test gives a page that has no Electron around it. */
export type StandInPage = {
  readonly imrInvoke: (message: unknown) => Promise<unknown>;
  imrHear: (event: AppEvent) => void;
  /** The places of dropped files, by name: Electron alone knows them. */
  imrPaths: Readonly<Record<string, string>>;
  imr: Bridge;
};

type Listener = (event: IpcRendererEvent, told: AppEvent) => void;

const page = window as unknown as StandInPage;
const listeners = new Set<Listener>();
const ipc = {
  invoke: (_channel: string, message: unknown) => page.imrInvoke(message),
  on: (_channel: string, listener: Listener) => listeners.add(listener),
  off: (_channel: string, listener: Listener) => listeners.delete(listener),
};
page.imrPaths = {};
page.imrHear = (told) => listeners.forEach((listener) => listener({} as IpcRendererEvent, told));
page.imr = makePreloadBridge(ipc as unknown as IpcRenderer, {
  getPathForFile: ({ name }) => page.imrPaths[name] ?? '',
});
