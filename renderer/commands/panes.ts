import { showPane } from '../data/workspace-state.ts';
import type { PaneName } from '../data/workspace-state.ts';

const REGIONS = '[data-pane], .toasts';

/** Gives the focus to a region; one that a narrow window hides is shown first. */
const focusRegion = (region: HTMLElement | undefined): void => {
  const hidden = region?.closest<HTMLElement>('[data-shows]')?.dataset['shows'];
  if (hidden === undefined) return region?.focus();
  showPane(hidden as PaneName);
  requestAnimationFrame(() => region?.focus());
};

/** Gives the focus to the next region of the screen (or the one before), and around. */
export const focusNextPane = (step: 1 | -1): void => {
  const regions = [...document.querySelectorAll<HTMLElement>(REGIONS)];
  const at = regions.findIndex((region) => region.contains(document.activeElement));
  const next = at < 0 ? (step > 0 ? 0 : regions.length - 1) : (at + step + regions.length) % regions.length;
  focusRegion(regions[next]);
};

/** Gives the focus to a pane, or to what in it stands for it. */
export const focusPane = (id: string): void => {
  const pane = document.querySelector<HTMLElement>(`[data-pane="${id}"]`);
  focusRegion(pane?.querySelector<HTMLElement>('[role=listbox]') ?? pane ?? undefined);
};
