import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Want } from '../support/optional.ts';

const ELECTRON = join(import.meta.dirname, '..', '..', 'node_modules', 'electron');
const named = join(ELECTRON, 'path.txt');

/** Electron's program; empty where it was not fetched. */
export const BINARY = existsSync(named) ? join(ELECTRON, 'dist', readFileSync(named, 'utf8')) : '';

const isLinux = process.platform === 'linux';

/** What a test needs that runs in Electron itself. */
export const ELECTRON_WANTS: readonly Want[] = [
  { present: existsSync(BINARY), reason: "Electron's binary is not installed" },
  {
    present: !isLinux || (process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY) !== undefined,
    reason: 'there is no screen',
  },
  { present: !isLinux || process.getuid?.() !== 0, reason: 'the sandbox of Chromium does not run as root' },
];
