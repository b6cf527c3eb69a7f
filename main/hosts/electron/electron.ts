import { join } from 'node:path';
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  powerMonitor,
  protocol,
  session,
  shell,
  utilityProcess,
} from 'electron';
import { connectBackend } from '../../app/backend/connect-backend.ts';
import { defaultStore } from '../../app/backend/default-store.ts';
import { startElectronHost } from './start-electron-host.ts';

const built = import.meta.dirname;
const root = join(built, '..', '..');
void startElectronHost(
  { app, BrowserWindow, Menu, dialog, ipcMain, powerMonitor, protocol, session, shell, utilityProcess },
  {
    preload: join(built, 'preload.cjs'),
    parser: join(built, 'parser-process.cjs'),
    rendererDir: join(root, 'dist', 'renderer'),
  },
  (startParser) =>
    connectBackend(
      { storeDir: defaultStore(), assetsDir: join(root, 'assets'), openedBy: 'window' },
      { startParser, worker: join(built, 'backend-worker.cjs') },
    ),
);
