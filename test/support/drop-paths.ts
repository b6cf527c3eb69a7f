import type { Page } from 'playwright-core';

/** Drops files and folders of this machine on the middle of the window, as the operating system would. */
export const dropPaths = async (page: Page, paths: readonly string[]): Promise<void> => {
  const session = await page.context().newCDPSession(page);
  // Electron's windows have no viewport of Playwright's.
  const { width, height } = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  const drag = { x: width / 2, y: height / 2, data: { items: [], files: [...paths], dragOperationsMask: 1 } };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, ...drag });
  await session.detach();
};
