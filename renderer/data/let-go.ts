/** A pointer that is down for longer drags something, and wants to see what it does. */
const PRESS_MS = 1000;

let held: ReturnType<typeof setTimeout> | null = null;
let waiting: (() => void)[] = [];

const letGo = (): void => {
  if (held !== null) clearTimeout(held);
  held = null;
  const acts = waiting;
  waiting = [];
  for (const act of acts) act();
};

const press = (): void => {
  if (held !== null) clearTimeout(held);
  held = setTimeout(letGo, PRESS_MS);
};

/** Follows the mouse, the pen and the finger for as long as the page lives. */
export const followPresses = (): void => {
  window.addEventListener('pointerdown', press, { capture: true });
  for (const end of ['pointerup', 'pointercancel'] as const) window.addEventListener(end, letGo, { capture: true });
  // The window's own: what is let go outside it is not heard of.
  window.addEventListener('blur', letGo);
};

/**
 * Acts at once, or, while the pointer is down, when it is let go, before the click that this makes is heard: what is
 * being pressed must not move away meanwhile, or the press is lost.
 */
export const whenLetGo = (act: () => void): void => {
  if (held === null) act();
  else waiting.push(act);
};
