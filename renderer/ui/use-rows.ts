import { useVirtualizer } from '@tanstack/react-virtual';
import type { Virtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import type { RefObject } from 'react';

export type Rows = Virtualizer<HTMLDivElement, Element>;
type Options = {
  readonly count: number;
  readonly heightOf: (index: number) => number;
  readonly keyOf: (index: number) => string | number;
};

/** The rows of a long list that are in view, and the element that scrolls them; the others do not exist. */
export const useRows = ({
  count,
  heightOf,
  keyOf,
}: Options): { readonly rows: Rows; readonly scroller: RefObject<HTMLDivElement | null> } => {
  const scroller = useRef<HTMLDivElement>(null);
  // Nothing of it is handed to a memoized component, and the page is built without the React compiler.
  // eslint-disable-next-line react-hooks/incompatible-library
  const rows = useVirtualizer<HTMLDivElement, Element>({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: heightOf,
    getItemKey: keyOf,
    overscan: 8,
  });
  return { rows, scroller };
};
