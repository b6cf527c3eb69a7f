import { create } from 'zustand';
import type { PageContent } from '../../../shared/page.ts';
import type { TextSpan } from '../../../shared/span.ts';
import type { Side } from '../../data/workspace-state.ts';
import type { WordRange } from './dom-offsets.ts';
import { trimRange } from './text-moves.ts';

/** Words selected on a page of one of the readers. */
export type Selected = {
  readonly side: Side;
  readonly page: PageContent;
  readonly range: WordRange;
  /** Where the selection stands, as shares of the shown page's width and height. */
  readonly at: { readonly left: number; readonly top: number; readonly bottom: number };
};

const store = create<{ readonly selected: Selected | null; readonly isDragging: boolean }>(() => ({
  selected: null,
  isDragging: false,
}));

export const noteDragging = (isDragging: boolean): void => store.setState({ isDragging });

/**
 * Where the actions for the selected words belong on this page, or null where nothing is selected or it is still being
 * drawn.
 */
export const useBarPlace = (side: Side, page: PageContent): Selected['at'] | null =>
  store(({ selected, isDragging }) =>
    !isDragging && selected?.side === side && selected.page.id === page.id && spanOf(selected) !== null
      ? selected.at
      : null,
  );

/** The range of the selection on this page in this reader, or null. */
export const useRangeOn = (side: Side, page: PageContent | undefined): WordRange | null =>
  store(({ selected }) =>
    selected !== null && selected.side === side && selected.page.id === page?.id ? selected.range : null,
  );

const sameRange = (a: WordRange, b: WordRange): boolean => a.anchor === b.anchor && a.focus === b.focus;

/** Where the caret stands on this page, while nothing is selected; else null. */
export const useCaretPlace = (side: Side, page: PageContent): Selected['at'] | null =>
  store(({ selected }) =>
    selected?.side === side && selected.page.id === page.id && selected.range.anchor === selected.range.focus
      ? selected.at
      : null,
  );

export const noteSelected = (selected: Selected | null): void =>
  store.setState(({ selected: old }) =>
    selected === old ||
    (selected &&
      old &&
      selected.page === old.page &&
      selected.side === old.side &&
      sameRange(selected.range, old.range))
      ? {}
      : { selected },
  );

/** Forgets the selection if it was on this page. */
export const forgetSelected = (side: Side, page: PageContent): void =>
  store.setState(({ selected }) => (selected?.side === side && selected.page.id === page.id ? { selected: null } : {}));

/**
 * The citation that the selected words would make, blanks at the ends left off; null where nothing but blanks is
 * selected.
 */
const spanOf = ({ page, range: { anchor, focus } }: Selected): TextSpan | null => {
  const [start, end] = trimRange(page.text, Math.min(anchor, focus), Math.max(anchor, focus));
  return start === end
    ? null
    : { record: page.record, page: page.number, start, end, quote: page.text.slice(start, end) };
};

const selectedSpan = (selected: Selected | null): TextSpan | null => (selected === null ? null : spanOf(selected));

/** The citation that the present selection would make, followed. */
export const useSelectedSpan = (): TextSpan | null => {
  const selected = store((state) => state.selected);
  return selectedSpan(selected);
};
export const selectedSpanNow = (): TextSpan | null => selectedSpan(store.getState().selected);

/** Takes the selection away, in the document too. */
export const clearSelected = (): void => {
  document.getSelection()?.removeAllRanges();
  store.setState({ selected: null });
};
