const REGIONS = '[data-pane], .toasts';

/** Gives the focus to the next region of the screen (or the one before), and around. */
export const focusNextPane = (step: 1 | -1): void => {
  const regions = [...document.querySelectorAll<HTMLElement>(REGIONS)];
  const at = regions.findIndex((region) => region.contains(document.activeElement));
  const next = at < 0 ? (step > 0 ? 0 : regions.length - 1) : (at + step + regions.length) % regions.length;
  regions[next]?.focus();
};

/** Gives the focus to a pane, or to what in it stands for it. */
export const focusPane = (id: string): void => {
  const pane = document.querySelector<HTMLElement>(`[data-pane="${id}"]`);
  (pane?.querySelector<HTMLElement>('[role=listbox]') ?? pane)?.focus();
};
