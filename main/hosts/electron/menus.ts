import type { MenuItemConstructorOptions } from 'electron';
import type { MenuAction } from '../../../shared/host-methods.ts';

type Item = MenuItemConstructorOptions;
export type MenuSetting = {
  readonly isMac: boolean;
  readonly allowsDevTools: boolean;
  /** Does an action of the page, by its id. */
  readonly choose: (id: string) => void;
  /** Installs an update from a file. */
  readonly bringUpdate: () => void;
};

/** Keys that a menu can show; they are struck in the page, which knows where they count. */
const acceleratorOf = (keys: string | undefined): string | undefined =>
  keys !== undefined && /^(Mod\+|F\d)/.test(keys) ? keys.replace('Mod', 'CmdOrCtrl') : undefined;

const itemOf = ({ id, label, keys, isEnabled }: MenuAction, { choose }: MenuSetting): Item => {
  const accelerator = acceleratorOf(keys);
  return {
    label,
    enabled: isEnabled,
    ...(accelerator !== undefined && { accelerator, registerAccelerator: false }),
    click: () => choose(id),
  };
};

/** Parts of a menu with lines between them; empty parts leave none. */
const inParts = (...parts: readonly (readonly Item[])[]): Item[] =>
  parts
    .filter((part) => part.length > 0)
    .flatMap((part, at) => (at === 0 ? [...part] : [{ type: 'separator' as const }, ...part]));

/**
 * The menus of the window: the page's own actions, and what an operating system expects of one. Neither reload nor, when
 * packaged, developer tools.
 */
export const menuTemplate = (actions: readonly MenuAction[], setting: MenuSetting): Item[] => {
  const of = (menu: MenuAction['menu']): Item[] =>
    actions.filter((action) => action.menu === menu).map((action) => itemOf(action, setting));
  const canUndo = actions.some(({ id, isEnabled }) => id === 'case.undo' && isEnabled);
  // While one is typing, undo is the field's own.
  const undoing: Item[] = canUndo ? [] : [{ role: 'undo' }, { role: 'redo' }];
  const editing: Item[] = [{ role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' }];
  const zooming: Item[] = [
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { role: 'togglefullscreen' },
  ];
  const edit = actions.filter(({ id }) => canUndo || !/^case\.(un|re)do$/.test(id));
  return [
    ...(setting.isMac ? [{ role: 'appMenu' as const }] : []),
    { label: 'File', submenu: inParts(of('file'), [setting.isMac ? { role: 'close' } : { role: 'quit' }]) },
    {
      label: 'Edit',
      submenu: inParts(
        undoing,
        edit.filter(({ menu }) => menu === 'edit').map((action) => itemOf(action, setting)),
        editing,
      ),
    },
    {
      label: 'View',
      submenu: inParts(of('view'), zooming, setting.allowsDevTools ? [{ role: 'toggleDevTools' }] : []),
    },
    { role: 'windowMenu' },
    {
      role: 'help',
      submenu: inParts(of('help'), [{ label: 'Install an update from a file …', click: setting.bringUpdate }]),
    },
  ];
};
