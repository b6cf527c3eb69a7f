import { join, resolve } from 'node:path';
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  powerMonitor,
  protocol,
  screen,
  session,
  shell,
  utilityProcess,
} from 'electron';
import { connectBackend } from '../../app/backend/connect-backend.ts';
import { defaultStore } from '../../app/backend/default-store.ts';
import { hasScreen } from './lock-down.ts';
import { storeIn } from './other-vault.ts';
import { startElectronHost } from './start-electron-host.ts';

const built = import.meta.dirname;
const root = join(built, '..', '..');
const store = resolve(storeIn(process.argv) ?? defaultStore());
void startElectronHost(
  { app, BrowserWindow, Menu, dialog, ipcMain, powerMonitor, protocol, screen, session, shell, utilityProcess },
  {
    preload: join(built, 'preload.cjs'),
    parser: join(built, 'parser-process.cjs'),
    rendererDir: join(root, 'dist', 'renderer'),
    updateKey: join(root, 'assets', 'update-key.pem'),
    icon: join(root, 'assets', 'icons', 'icon.png'),
    store,
    isOnScreen: hasScreen(process.platform, process.env),
  },
  (startParser) =>
    connectBackend(
      { storeDir: store, assetsDir: join(root, 'assets'), openedBy: 'window' },
      { startParser, worker: join(built, 'backend-worker.cjs') },
    ),
);
