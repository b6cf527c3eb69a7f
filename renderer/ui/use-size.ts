import { useCallback, useState } from 'react';

export type ElementSize = { readonly width: number; readonly height: number };

/** The inner size of an element, followed; zero until it is drawn. Give the first value to its `ref`. */
export const useSize = (): readonly [
  ref: (element: HTMLElement | null) => (() => void) | undefined,
  size: ElementSize,
] => {
  const [size, setSize] = useState<ElementSize>({ width: 0, height: 0 });
  const ref = useCallback((element: HTMLElement | null) => {
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => setSize({ width: element.clientWidth, height: element.clientHeight }));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, size];
};
