import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { makePreloadBridge } from './preload-bridge.ts';

contextBridge.exposeInMainWorld('imr', makePreloadBridge(ipcRenderer, webUtils));
