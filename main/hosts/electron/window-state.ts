import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { BrowserWindow, Rectangle } from 'electron';

/** How large the window is, where it stands, and whether it fills the screen. */
export type WindowState = { readonly bounds: Rectangle; readonly isMaximized: boolean };

const USUAL = { width: 1440, height: 900 } as const;
/** The smallest window in which everything can be reached; on a smaller screen it is the screen. */
const LEAST = { width: 960, height: 600 } as const;

/** What was kept; null where nothing was, or nothing sound. */
export const readWindowState = (path: string): WindowState | null => {
  try {
    const { bounds, isMaximized }: { bounds: Rectangle; isMaximized: unknown } = JSON.parse(readFileSync(path, 'utf8'));
    const { x, y, width, height } = bounds;
    return [x, y, width, height].every(Number.isInteger)
      ? { bounds: { x, y, width, height }, isMaximized: isMaximized === true }
      : null;
  } catch {
    return null;
  }
};

const overlap = (a: Rectangle, b: Rectangle): number =>
  Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)) *
  Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y));

type Placed = Partial<Rectangle> & { readonly minWidth: number; readonly minHeight: number };

/**
 * Where the window goes on the screens that there are now, given by the parts of them that windows may cover: as it was,
 * moved and made smaller so that all of it is seen; in the middle where its screen is gone.
 */
export const placeWindow = (state: WindowState | null, screens: readonly Rectangle[]): Placed => {
  const bounds = state?.bounds;
  const [screen] = [...screens].sort((a, b) => (bounds ? overlap(b, bounds) - overlap(a, bounds) : 0));
  if (screen === undefined) return { ...USUAL, minWidth: LEAST.width, minHeight: LEAST.height };
  const least = { minWidth: Math.min(LEAST.width, screen.width), minHeight: Math.min(LEAST.height, screen.height) };
  const wanted = bounds ?? { ...USUAL, x: 0, y: 0 };
  const width = Math.max(least.minWidth, Math.min(wanted.width, screen.width));
  const height = Math.max(least.minHeight, Math.min(wanted.height, screen.height));
  if (bounds === undefined || overlap(screen, bounds) === 0) return { ...least, width, height };
  const within = (at: number, size: number, from: number, room: number): number =>
    Math.max(from, Math.min(at, from + room - size));
  return {
    ...least,
    width,
    height,
    x: within(bounds.x, width, screen.x, screen.width),
    y: within(bounds.y, height, screen.y, screen.height),
  };
};

/** Keeps the state for the next start, whenever the window closes. What cannot be kept is not missed. */
export const keepWindowState = (window: BrowserWindow, path: string): void => {
  window.on('close', () => {
    const state: WindowState = { bounds: window.getNormalBounds(), isMaximized: window.isMaximized() };
    try {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, JSON.stringify(state));
    } catch {
      // The home folder is read-only.
    }
  });
};
