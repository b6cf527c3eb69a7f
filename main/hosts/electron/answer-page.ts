import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, isAbsolute, join, relative } from 'node:path';
import type { BrowserWindow, IpcMainInvokeEvent } from 'electron';
import { assertNever } from '../../../shared/assert-never.ts';
import type { AppEvent } from '../../../shared/app-event.ts';
import { isSeen } from '../../../shared/bridge.ts';
import type { MenuAction } from '../../../shared/host-methods.ts';
import type { FileToken } from '../../../shared/ids.ts';
import { fail, succeed } from '../../../shared/reply.ts';
import type { Reply } from '../../../shared/reply.ts';
import type { Backend } from '../../app/backend/backend.ts';
import { withHostMethods } from '../../app/backend/host-methods.ts';
import { CHANNEL, type ElectronApi, type FromPage } from './electron-api.ts';
import { PAGE_ORIGIN } from './schemes.ts';

const isText = (value: unknown): value is string => typeof value === 'string';

/** What came over the channel, or null where it is nothing that our preload sends. */
const parseMessage = (value: unknown): FromPage | null => {
  const message: { [key: string]: unknown } = { ...Object(value) };
  const { verb, method, input, callId, seen, paths } = message;
  if (
    verb === 'call' &&
    isText(method) &&
    (callId === undefined || isText(callId)) &&
    (seen === undefined || isSeen(seen))
  )
    return { verb, method, input, callId, seen };
  if (verb === 'cancel' && isText(callId)) return { verb, callId };
  if (verb === 'offer' && Array.isArray(paths) && paths.every(isText)) return { verb, paths };
  return null;
};

/** Only the main frame of our own window, showing our own page, is answered. */
const isOurPage = ({ sender, senderFrame }: IpcMainInvokeEvent, window: BrowserWindow): boolean =>
  !window.isDestroyed() &&
  sender === window.webContents &&
  senderFrame !== null &&
  senderFrame === window.webContents.mainFrame &&
  senderFrame.origin === PAGE_ORIGIN;

const isWithin = (path: string, folder: string): boolean => {
  const between = relative(folder, path);
  return between === '' || (!between.startsWith('..') && !isAbsolute(between));
};

const offerPaths = async (backend: Backend, paths: readonly string[], store: string): Promise<Reply<FileToken[]>> => {
  if (!paths.every(isAbsolute))
    return fail('unreadable', 'This has no place on this computer. Save it as a file first, then drop the file here.');
  if (paths.some((path) => isWithin(path, store)))
    return fail('refused', 'This lies in the vault itself. Choose the records from where they came.');
  const tokens = await backend.offer(paths.map((path) => ({ kind: 'path', path })));
  return tokens.length === paths.length
    ? succeed(tokens)
    : fail('internal', 'The files could not be taken. Close IMR Desk and start it again.');
};

const answer = (backend: Backend, message: FromPage, store: string): Promise<Reply<unknown>> | undefined => {
  switch (message.verb) {
    case 'call':
      return backend.call(message.method, message.input, message.callId, message.seen);
    case 'cancel':
      backend.cancel(message.callId);
      return undefined;
    case 'offer':
      return offerPaths(backend, message.paths, store);
    default:
      return assertNever(message);
  }
};

type Desk = {
  readonly window: BrowserWindow;
  /** The picture of a file that is dragged. */
  readonly icon: string;
  readonly showMenus: (actions: readonly MenuAction[]) => void;
};

/** What the host answers by itself: dialogs, the finder of the system, files dragged out of the window, menus. */
export const withDialogs = (
  { app, dialog, shell }: Pick<ElectronApi, 'app' | 'dialog' | 'shell'>,
  { window, icon, showMenus }: Desk,
  backend: Backend,
): Backend => {
  const chosen = new Map<FileToken, string>();
  return withHostMethods(backend, {
    'host.chooseTarget': async ({ suggestedName }) => {
      const { canceled, filePath } = await dialog.showSaveDialog(window, {
        defaultPath: join(app.getPath('documents') || homedir(), basename(suggestedName)),
        // On Linux an existing file is replaced without a word otherwise.
        properties: ['showOverwriteConfirmation', 'createDirectory'],
      });
      const [file] = canceled || filePath === '' ? [] : await backend.offer([{ kind: 'target', path: filePath }]);
      if (file !== undefined) chosen.set(file, filePath);
      return { file: file ?? null };
    },
    'host.revealTarget': ({ file }) => {
      const path = chosen.get(file);
      if (path !== undefined) shell.showItemInFolder(path);
      return Promise.resolve({ url: null });
    },
    'host.dragTarget': ({ file }) => {
      const path = chosen.get(file);
      if (path !== undefined && existsSync(path)) window.webContents.startDrag({ file: path, icon });
      return Promise.resolve({});
    },
    'host.showMenus': ({ actions }) => {
      showMenus(actions);
      return Promise.resolve({});
    },
  });
};

/** Answers the page over the one channel, and passes the backend's events on to it, and the host's own by `tell`. */
export const answerPage = (
  { ipcMain }: Pick<ElectronApi, 'ipcMain'>,
  window: BrowserWindow,
  backend: Backend,
  store: string,
): { readonly tell: (event: AppEvent) => void } => {
  const tell = (event: AppEvent): void => {
    if (!window.isDestroyed()) window.webContents.send(CHANNEL, event);
  };
  ipcMain.handle(CHANNEL, (event, value: unknown) => {
    const message = parseMessage(value);
    if (!isOurPage(event, window) || message === null)
      return fail('refused', 'This was not asked by the page of IMR Desk.');
    return answer(backend, message, store);
  });
  backend.subscribe(tell);
  return { tell };
};
