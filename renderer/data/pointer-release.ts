/** A pointer that is down for longer drags something, and wants to see what it does. */
const PRESS_MS = 1000;

let held: ReturnType<typeof setTimeout> | null = null;
let waiting: (() => void)[] = [];

const release = (): void => {
  if (held !== null) clearTimeout(held);
  held = null;
  const acts = waiting;
  waiting = [];
  for (const act of acts) act();
};

const press = (): void => {
  if (held !== null) clearTimeout(held);
  held = setTimeout(release, PRESS_MS);
};

/** Follows the mouse, the pen and the finger for as long as the page lives. */
export const followPresses = (): void => {
  window.addEventListener('pointerdown', press, { capture: true });
  for (const end of ['pointerup', 'pointercancel'] as const) window.addEventListener(end, release, { capture: true });
  // The window's own: a release outside it is not reported.
  window.addEventListener('blur', release);
};

/**
 * Acts at once, or, while the pointer is down, when it is released, before the click that follows: what is
 * being pressed must not move away meanwhile, or the press is lost.
 */
export const whenReleased = (act: () => void): void => {
  if (held === null) act();
  else waiting.push(act);
};
