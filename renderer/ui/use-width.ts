import { useCallback, useState } from 'react';

/** The inner width of an element, followed; 0 until it is drawn. Give the first value to its `ref`. */
export const useWidth = (): readonly [
  ref: (element: HTMLElement | null) => (() => void) | undefined,
  width: number,
] => {
  const [width, setWidth] = useState(0);
  const ref = useCallback((element: HTMLElement | null) => {
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, width];
};
