import { useLayoutEffect, useState } from 'react';
import { create } from 'zustand';
import type { MenuAction } from '../../shared/host-methods.ts';

/**
 * One thing a person can want. The same object serves toolbar, menu, command palette, shortcut sheet and keyboard, so
 * that they cannot differ.
 */
export type Action = {
  /** `timeline.accept`. */
  readonly id: string;
  /** In the imperative: `Accept entry`. */
  readonly label: string;
  /** Heading in the palette and on the shortcut sheet: `Timeline`. */
  readonly group: string;
  /** Other words to find it by. */
  readonly keywords?: string;
  /** See keys.ts; the first one is shown. */
  readonly keys?: readonly string[];
  /** Its keys count only while the focus is within `<Pane id=...>`; single keys should always name one. */
  readonly pane?: string;
  /** Left out: can be done. */
  readonly isEnabled?: boolean;
  /** The menu of the window that offers it too. */
  readonly menu?: MenuAction['menu'];
  /** Kept from the palette: it only makes sense with something under the finger. */
  readonly isHidden?: boolean;
  readonly perform: () => void;
};

type Registry = { readonly byOwner: ReadonlyMap<object, readonly Action[]> };
const registry = create<Registry>(() => ({ byOwner: new Map() }));

const flatten = ({ byOwner }: Registry): Action[] => [...byOwner.values()].flat();

/** Every action that is on offer now. */
export const allActions = (): readonly Action[] => flatten(registry.getState());

/** Calls `listener` whenever the actions on offer may have changed. */
export const followActions = (listener: () => void): void => void registry.subscribe(listener);

/** The same, followed; for the palette and the shortcut sheet only: it changes whenever a screen draws itself. */
export const useAllActions = (): readonly Action[] => flatten(registry());

export const isEnabled = (action: Action): boolean => action.isEnabled !== false;

/**
 * Puts actions on offer while the component is there, from the moment it is seen. They may be made anew at each drawing.
 */
export const useActions = (actions: readonly Action[]): void => {
  const [owner] = useState(() => ({}));
  useLayoutEffect(
    () => registry.setState(({ byOwner }) => ({ byOwner: new Map(byOwner).set(owner, actions) })),
    [owner, actions],
  );
  useLayoutEffect(
    () => () =>
      registry.setState(({ byOwner }) => ({ byOwner: new Map([...byOwner].filter(([other]) => other !== owner)) })),
    [owner],
  );
};
