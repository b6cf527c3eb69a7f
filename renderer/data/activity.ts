import { bridge } from './bridge.ts';

const SIGNS = ['pointermove', 'pointerdown', 'keydown', 'wheel'] as const;
/** Milliseconds between two words to the backend, which counts in minutes. */
const APART = 15_000;

/** Tells the backend that somebody is at work, for as long as the page lives: it locks the vault when nobody is. */
export const reportActivity = (): void => {
  let next = 0;
  const note = (): void => {
    const now = Date.now();
    // A clock that was set back must not keep the page silent.
    if (now < next && next - now <= APART) return;
    next = now + APART;
    void bridge.call('vault.touch', {});
  };
  for (const sign of SIGNS) window.addEventListener(sign, note, { capture: true, passive: true });
};
