import type { Bridge } from '../../shared/bridge.ts';
import type { CaseId } from '../../shared/ids.ts';
import type { PageRow } from '../../shared/page.ts';
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

/**
 * The address of a picture page's picture, `width` device pixels wide (100 to 4000); flow pages have none. It changes
 * when the page is found to lie on its side, for the browser keeps what it has drawn.
 */
export const pictureUrl = (caseId: CaseId, { id, turned }: Pick<PageRow, 'id' | 'turned'>, width: number): string => {
  const pixels = String(Math.round(Math.min(4000, Math.max(100, width))));
  return `${isDesktop ? 'page://' : '/page/'}${caseId}/${id}?width=${pixels}&turned=${String(turned)}`;
};
