import type { Page } from 'playwright-core';

/**
 * The application in its window, over Electron itself or over the stand-in with the page in a Chromium: the same tests
 * run over both.
 */
export type DeskWindow = {
  readonly page: Page;
  /** The width that the page gets of a picture of its own scheme. */
  readonly widthOf: (url: string) => Promise<number>;
  /** What the system tells the application of power and screen. */
  readonly tellPower: (event: 'lock-screen' | 'suspend') => Promise<void>;
  /** Has the process of the page crash. */
  readonly crash: () => Promise<void>;
  /** Bytes of what would come on paper. */
  readonly print: () => Promise<number>;
  /** Files and folders as they lie on this computer, dropped on the window. */
  readonly drop: (paths: readonly string[]) => Promise<void>;
  /** Quits as from the menu; settles when the application has ended. */
  readonly quit: () => Promise<void>;
};

/** Starts the application on a vault folder. */
export type OpenDeskWindow = (store: string) => Promise<DeskWindow>;
