import { create } from 'zustand';
import type { Turn } from '../../../shared/page.ts';
import type { Side } from '../../data/workspace-state.ts';
import { clampZoom, stepZoom, turnRight, type Fit } from '../../data/page-layout.ts';

/** How one reader shows its pages. While there is a `fit`, zoom follows the size of the pane. */
export type ReaderView = { readonly zoom: number; readonly fit: Fit | null; readonly turn: Turn };

const fresh: ReaderView = { zoom: 1, fit: 'width', turn: 0 };
const store = create<Readonly<Record<Side, ReaderView>>>(() => ({ left: fresh, right: fresh }));

export const useReaderView = (side: Side): ReaderView => store((views) => views[side]);

const change = (side: Side, by: (view: ReaderView) => Partial<ReaderView>): void =>
  store.setState((views) => ({ ...views, [side]: { ...views[side], ...by(views[side]) } }));

export const zoomBy = (side: Side, direction: 1 | -1): void =>
  change(side, ({ zoom }) => ({ zoom: clampZoom(stepZoom(zoom, direction)), fit: null }));
export const zoomTo = (side: Side, zoom: number): void => change(side, () => ({ zoom: clampZoom(zoom), fit: null }));
export const fitTo = (side: Side, fit: Fit): void => change(side, () => ({ fit }));
/** Called by the reader itself when its size or its pages change. */
export const noteFit = (side: Side, zoom: number): void => change(side, (view) => (view.fit === null ? {} : { zoom }));
export const turnPages = (side: Side): void => change(side, ({ turn }) => ({ turn: turnRight(turn) }));

/** Of the view, so much stays to be seen after a step on: the line that one was at. */
const STEP = 0.9;

/** Scrolls a reader on by a screen, or back; false: it stood at its end. */
export const scrollReader = (side: Side, direction: 1 | -1): boolean => {
  const pages = document.querySelector(`[data-side="${side}"] [data-scroll]`);
  if (pages === null) return false;
  const before = pages.scrollTop;
  pages.scrollTop += direction * STEP * pages.clientHeight;
  return Math.abs(pages.scrollTop - before) > 1;
};
