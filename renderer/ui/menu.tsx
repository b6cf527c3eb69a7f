import type { ReactNode } from 'react';
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover, Separator } from 'react-aria-components';
import { isEnabled } from '../commands/registry.ts';
import type { Action } from '../commands/registry.ts';
import { KeyHint } from './key-hint.tsx';

export type MenuEntry = Action | 'line';

export type MenuProps = {
  /** The menu's accessible name. */
  readonly label: string;
  /** A `Button` or `IconButton` without `onPress`. */
  readonly trigger: ReactNode;
  readonly entries: readonly MenuEntry[];
};

const Entry = ({ action }: { readonly action: Action }) => (
  <MenuItem
    className="menu-item"
    id={action.id}
    textValue={action.label}
    isDisabled={!isEnabled(action)}
    onAction={action.perform}
  >
    <span className="spread">{action.label}</span>
    {action.keys?.[0] ? <KeyHint keys={action.keys[0]} /> : null}
  </MenuItem>
);

/** A menu of actions behind a button. */
export const Menu = ({ label, trigger, entries }: MenuProps) => (
  <MenuTrigger>
    {trigger}
    <Popover className="popover" placement="bottom end" offset={4}>
      <AriaMenu className="menu" aria-label={label}>
        {entries.map((entry, index) =>
          entry === 'line' ? (
            <Separator key={`line ${String(index)}`} className="menu-line" />
          ) : (
            <Entry key={entry.id} action={entry} />
          ),
        )}
      </AriaMenu>
    </Popover>
  </MenuTrigger>
);
