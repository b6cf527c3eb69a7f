import { useCallback, useEffect, useRef } from 'react';

/**
 * Gives a function that acts at once, or, while the mouse or a finger is down, when it is let go: what is being pressed
 * must not move away before that, or the press is lost.
 */
export const useWhenLetGo = (): ((act: () => void) => void) => {
  const isDown = useRef(false);
  const waiting = useRef<(() => void) | null>(null);
  useEffect(() => {
    const down = (): void => {
      isDown.current = true;
    };
    const up = (): void => {
      isDown.current = false;
      // After the click that letting go makes.
      if (waiting.current) setTimeout(waiting.current);
      waiting.current = null;
    };
    window.addEventListener('pointerdown', down, { capture: true });
    window.addEventListener('pointerup', up, { capture: true });
    window.addEventListener('pointercancel', up, { capture: true });
    return () => {
      window.removeEventListener('pointerdown', down, { capture: true });
      window.removeEventListener('pointerup', up, { capture: true });
      window.removeEventListener('pointercancel', up, { capture: true });
    };
  }, []);
  return useCallback((act) => {
    if (isDown.current) waiting.current = act;
    else act();
  }, []);
};
