import { lockVault } from '../data/lock.ts';
import { openOverlay, openVerify } from './app-view.ts';
import { focusNextPane } from './panes.ts';
import type { Action } from './registry.ts';

const GROUP = 'Application';

export const LOCK: Action = {
  id: 'app.lock',
  label: 'Lock',
  menu: 'file',
  group: GROUP,
  keywords: 'close leave password',
  keys: ['Mod+L'],
  perform: () => void lockVault(),
};

/** What can be done from everywhere. */
export const APP_ACTIONS: readonly Action[] = [
  {
    id: 'app.palette',
    label: 'Find a command',
    menu: 'help',
    group: GROUP,
    keys: ['Mod+K'],
    isHidden: true,
    perform: () => openOverlay('palette'),
  },
  {
    id: 'app.settings',
    label: 'Settings',
    menu: 'file',
    group: GROUP,
    keywords: 'preferences reviewer credentials guideline theme',
    keys: ['Mod+,'],
    perform: () => openOverlay('settings'),
  },
  {
    id: 'app.verify',
    label: 'Verify the vault',
    menu: 'file',
    group: GROUP,
    keywords: 'check integrity damaged audit chain hashes',
    perform: () => openVerify(null),
  },
  {
    id: 'app.shortcuts',
    label: 'Keyboard shortcuts',
    menu: 'help',
    group: GROUP,
    keywords: 'keys help',
    keys: ['?', 'F1'],
    perform: () => openOverlay('shortcuts'),
  },
  {
    id: 'app.about',
    label: 'About IMR Desk',
    menu: 'help',
    group: GROUP,
    keywords: 'version licences',
    perform: () => openOverlay('about'),
  },
  {
    id: 'app.nextPane',
    label: 'Next pane',
    group: GROUP,
    keys: ['F6'],
    isHidden: true,
    perform: () => focusNextPane(1),
  },
  {
    id: 'app.previousPane',
    label: 'Previous pane',
    group: GROUP,
    keys: ['Shift+F6'],
    isHidden: true,
    perform: () => focusNextPane(-1),
  },
  LOCK,
];

/**
 * Those of {@link APP_ACTIONS} that a menu offers: not the ones that only a key makes sense of, nor Lock, which has a
 * button.
 */
export const isForMenu = (action: Action): boolean =>
  action !== LOCK && (action.isHidden !== true || action.id === 'app.palette');
