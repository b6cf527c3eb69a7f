import { useSyncExternalStore } from 'react';

/** Below this width the panes of the workspace do not stand beside each other; a window at 200 % is that narrow. */
const NARROW = '(width < 900px)';

const follow = (changed: () => void): (() => void) => {
  const query = matchMedia(NARROW);
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
};

/** Whether the window is too narrow for panes beside each other. */
export const useIsNarrow = (): boolean => useSyncExternalStore(follow, () => matchMedia(NARROW).matches);
