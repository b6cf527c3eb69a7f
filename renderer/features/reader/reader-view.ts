import { create } from 'zustand';
import type { Turn } from '../../../shared/page.ts';
import type { Side } from '../../data/workspace-state.ts';
import { clampZoom, stepZoom, turnRight } from '../../data/page-layout.ts';

/** How one reader shows its pages. While `isFitted`, zoom follows the pane's width. */
export type ReaderView = { readonly zoom: number; readonly isFitted: boolean; readonly turn: Turn };

const fresh: ReaderView = { zoom: 1, isFitted: true, turn: 0 };
const store = create<Readonly<Record<Side, ReaderView>>>(() => ({ left: fresh, right: fresh }));

export const useReaderView = (side: Side): ReaderView => store((views) => views[side]);

const change = (side: Side, by: (view: ReaderView) => Partial<ReaderView>): void =>
  store.setState((views) => ({ ...views, [side]: { ...views[side], ...by(views[side]) } }));

export const zoomBy = (side: Side, direction: 1 | -1): void =>
  change(side, ({ zoom }) => ({ zoom: clampZoom(stepZoom(zoom, direction)), isFitted: false }));
export const zoomTo = (side: Side, zoom: number): void =>
  change(side, () => ({ zoom: clampZoom(zoom), isFitted: false }));
export const fitWidth = (side: Side): void => change(side, () => ({ isFitted: true }));
/** Called by the reader itself when its width or its pages change. */
export const noteFit = (side: Side, zoom: number): void => change(side, (view) => (view.isFitted ? { zoom } : {}));
export const turnPages = (side: Side): void => change(side, ({ turn }) => ({ turn: turnRight(turn) }));
