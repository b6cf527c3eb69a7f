import type { Bridge } from '../../shared/bridge.ts';
import type { CaseId, PageId } from '../../shared/ids.ts';
import { makeHttpBridge } from './http-bridge.ts';

declare global {
  // A global can only be widened as an interface.
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions
  interface Window {
    /** Put there by Electron's preload. */
    readonly imr?: Bridge;
  }
}

/** True where the page runs in the installed application and not in a browser. */
export const isDesktop = window.imr !== undefined;

/** The page's only way out. */
export const bridge: Bridge = window.imr ?? makeHttpBridge();

/** The address of a picture page's picture, `width` device pixels wide (100 to 4000); flow pages have none. */
export const pictureUrl = (caseId: CaseId, pageId: PageId, width: number): string => {
  const pixels = Math.round(Math.min(4000, Math.max(100, width)));
  return isDesktop ? `page://${caseId}/${pageId}?width=${pixels}` : `/page/${caseId}/${pageId}?width=${pixels}`;
};
