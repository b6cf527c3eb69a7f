import type { IpcRenderer, IpcRendererEvent, WebUtils } from 'electron';
import type { Bridge } from '../../../shared/bridge.ts';
import type { AppEvent } from '../../../shared/app-event.ts';
import type { Reply } from '../../../shared/reply.ts';
import { CHANNEL, type FromPage } from './electron-api.ts';

/** Written out, because a sandboxed preload can load no package, and `fail` comes with one. */
const SILENT: Reply<never> = {
  ok: false,
  error: { code: 'internal', message: 'IMR Desk does not answer. Close it and start it again.', details: {} },
};

/**
 * The four functions that the page gets. A dropped file's path goes to the host and never to the page; only a true
 * `File` of the page has one.
 */
export const makePreloadBridge = (
  ipc: Pick<IpcRenderer, 'invoke' | 'on' | 'off'>,
  webUtils: Pick<WebUtils, 'getPathForFile'>,
): Bridge => {
  const ask = async (message: FromPage): Promise<never> => {
    try {
      return (await ipc.invoke(CHANNEL, message)) as never;
    } catch {
      return SILENT as never;
    }
  };
  return {
    call: (method, input, callId, seen) => ask({ verb: 'call', method, input, callId, seen }),
    cancel: (callId) => void ask({ verb: 'cancel', callId }),
    subscribe: (listener) => {
      const pass = (_: IpcRendererEvent, event: AppEvent): void => listener(event);
      ipc.on(CHANNEL, pass);
      return () => void ipc.off(CHANNEL, pass);
    },
    offerFiles: (files) => ask({ verb: 'offer', paths: files.map((file) => webUtils.getPathForFile(file as File)) }),
  };
};
