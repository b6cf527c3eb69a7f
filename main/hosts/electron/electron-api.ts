import type { Seen } from '../../../shared/bridge.ts';
/** The parts of Electron that this host uses, handed in so that a stand-in can take their place. */
export type ElectronApi = Pick<
  typeof import('electron'),
  | 'app'
  | 'BrowserWindow'
  | 'Menu'
  | 'dialog'
  | 'ipcMain'
  | 'powerMonitor'
  | 'protocol'
  | 'screen'
  | 'session'
  | 'shell'
  | 'utilityProcess'
>;

/** The one channel between page and host, in both directions. */
export const CHANNEL = 'imr';

/** What the preload sends over the channel. */
export type FromPage =
  | {
      readonly verb: 'call';
      readonly method: string;
      readonly input: unknown;
      readonly callId?: string | undefined;
      readonly seen?: Seen | undefined;
    }
  | { readonly verb: 'cancel'; readonly callId: string }
  | { readonly verb: 'offer'; readonly paths: readonly string[] };
