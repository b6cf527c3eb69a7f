import { z } from 'zod';
import { FileToken } from './ids.ts';
import { done, host } from './method.ts';

/** An action of the page as a menu of the system shows it. */
export const MenuAction = z.strictObject({
  id: z.string().max(60),
  label: z.string().max(120),
  menu: z.enum(['file', 'edit', 'view', 'help']),
  /** As the page's actions name keys (`Mod+K`); shown beside the label, and struck in the page itself. */
  keys: z.string().max(40).optional(),
  isEnabled: z.boolean(),
});
export type MenuAction = z.infer<typeof MenuAction>;

/** What the host answers by itself, without the backend: dialogs, menus, and where a written file went. */
export const hostMethods = {
  /** Where to write a file: a save dialog in Electron, a download over loopback. Null: the user closed the dialog. */
  'host.chooseTarget': host(
    z.strictObject({ suggestedName: z.string() }),
    z.strictObject({ file: FileToken.nullable() }),
  ),
  /**
   * After an export: shows the written file in its folder (Electron) or gives the address it can be fetched from once.
   */
  'host.revealTarget': host(z.strictObject({ file: FileToken }), z.strictObject({ url: z.string().nullable() })),
  /** Begins to drag a written file out of the window; does nothing where the host has no hand in dragging. */
  'host.dragTarget': host(z.strictObject({ file: FileToken }), done),
  /** The actions that the menus of the window are to offer; does nothing where the host has no menus. */
  'host.showMenus': host(z.strictObject({ actions: z.array(MenuAction).max(100) }), done),
} as const;
