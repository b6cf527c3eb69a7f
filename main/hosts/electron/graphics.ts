import { readFileSync, writeFileSync } from 'node:fs';
import type { ElectronApi } from './electron-api.ts';

const FAILED =
  'The graphics of this computer failed, so IMR Desk draws without them from its next start on. Nothing that was written is lost.';

/** True where the graphics failed under this version of Electron; another one tries them again. */
const haveFailed = (path: string, version: string): boolean => {
  try {
    return readFileSync(path, 'utf8') === version;
  } catch {
    return false;
  }
};

/**
 * Before Electron is ready: draws without the graphics of the computer where they have failed before. When they fail
 * now, remembers it at `path` and says so once.
 */
export const mindGraphics = (
  { app, dialog }: Pick<ElectronApi, 'app' | 'dialog'>,
  path: string,
  version: string,
): void => {
  if (haveFailed(path, version)) {
    app.disableHardwareAcceleration();
    return;
  }
  let isSaid = false;
  app.on('child-process-gone', (_, { type, reason }) => {
    if (type !== 'GPU' || isSaid || reason === 'clean-exit' || reason === 'killed') return;
    isSaid = true;
    try {
      writeFileSync(path, version);
    } catch {
      // It is tried again with the next start, and said again.
    }
    void dialog.showMessageBox({ type: 'warning', title: 'IMR Desk', message: FAILED });
  });
};
