import type { MenuAction } from '../../shared/host-methods.ts';
import { bridge, isDesktop } from '../data/bridge.ts';
import { allActions, followActions, isEnabled, type Action } from './registry.ts';

/** Milliseconds in which changes are gathered: screens draw themselves often. */
const GATHER = 150;

const entryOf = (action: Action): MenuAction[] => {
  const { id, label, menu, keys } = action;
  if (menu === undefined) return [];
  return [{ id, label, menu, ...(keys?.[0] !== undefined && { keys: keys[0] }), isEnabled: isEnabled(action) }];
};

/** Does what was chosen in a menu, if it is still on offer. */
export const performAction = (wanted: string): void => {
  const action = allActions().find(({ id }) => id === wanted);
  if (action !== undefined && isEnabled(action)) action.perform();
};

/** Keeps the menus of the window in step with the actions on offer, for as long as the page lives. */
export const followMenus = (): void => {
  if (!isDesktop) return;
  let shown = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  const show = (): void => {
    timer = undefined;
    const actions = allActions().flatMap(entryOf);
    const now = JSON.stringify(actions);
    if (now === shown) return;
    shown = now;
    void bridge.call('host.showMenus', { actions });
  };
  followActions(() => (timer ??= setTimeout(show, GATHER)));
};
