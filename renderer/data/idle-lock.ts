import { useEffect, useRef, useState } from 'react';
import { hasJobs } from './jobs.ts';
import { lockVault } from './lock.ts';

const SIGNS = ['pointermove', 'pointerdown', 'keydown', 'wheel'] as const;
const LOOK_MS = 5000;

/**
 * Locks after `minutes` without mouse or keyboard (null: not known yet). Looked at by the clock and not by one long
 * timer, so that it also locks on waking from sleep. A running import is finished first: it needs the open vault. The
 * time before the minutes were known counts.
 */
export const useIdleLock = (minutes: number | null): void => {
  const [begun] = useState(Date.now);
  const last = useRef(begun);
  useEffect(() => {
    if (minutes === null) return undefined;
    const isIdle = (): boolean => Date.now() - last.current >= minutes * 60_000 && !hasJobs();
    const look = (): void => {
      if (isIdle()) void lockVault();
    };
    const note = (): void => {
      look();
      last.current = Date.now();
    };
    const timer = setInterval(look, LOOK_MS);
    for (const sign of SIGNS) window.addEventListener(sign, note, { capture: true, passive: true });
    return () => {
      clearInterval(timer);
      for (const sign of SIGNS) window.removeEventListener(sign, note, { capture: true });
    };
  }, [minutes]);
};
