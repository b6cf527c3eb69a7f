import { useLayoutEffect } from 'react';
import { isControlKey, isSingleKey, keyOf } from './keys.ts';
import { allActions, isEnabled } from './registry.ts';
import type { Action } from './registry.ts';

/** Where a key was struck. */
export type KeyPlace = {
  /** The pane that has the focus. */
  readonly pane: string | null;
  readonly isTyping: boolean;
  /** Within a dialog, menu or list that floats above the screen. */
  readonly isFloating: boolean;
};

/** What a key means at a place: an action, nothing, or two actions that both claim it. */
export type KeyMeaning =
  | { readonly kind: 'none' }
  | { readonly kind: 'one'; readonly action: Action }
  | { readonly kind: 'clash'; readonly actions: readonly Action[] };

/** Finds the action of a key. A key that two enabled actions claim does nothing. */
export const meaningOf = (
  key: string,
  place: KeyPlace,
  actions: readonly Action[],
  singleKeys: boolean,
): KeyMeaning => {
  if (place.isFloating || (isSingleKey(key) && (place.isTyping || !singleKeys))) return { kind: 'none' };
  if (place.isTyping && isControlKey(key)) return { kind: 'none' };
  const claims = actions.filter(
    (action) =>
      action.keys?.includes(key) === true &&
      isEnabled(action) &&
      (action.pane === undefined || action.pane === place.pane),
  );
  const [first] = claims;
  if (first === undefined) return { kind: 'none' };
  return claims.length === 1 ? { kind: 'one', action: first } : { kind: 'clash', actions: claims };
};

const TYPING =
  'input:not([type=radio]):not([type=checkbox]):not([type=button]), textarea, select, [contenteditable=true]';
/** A list within a pane is part of the screen. */
const FLOATING = '[role=dialog], [role=alertdialog], [role=menu], [role=listbox]:not([data-pane] [role=listbox])';

const paneOf = (element: Element | null): string | null =>
  element?.closest<HTMLElement>('[data-pane]')?.dataset['pane'] ?? null;

/** The pane that was last clicked or had the focus. */
let lastPane: string | null = null;

const rememberPane = ({ target }: Event): void => {
  lastPane = (target instanceof Element ? paneOf(target) : null) ?? lastPane;
};

/** Nothing has the focus once what had it is gone; keys then go on in the pane where one was. */
const paneFor = (element: Element | null): string | null => {
  if (element !== null && element !== document.body && element !== document.documentElement) return paneOf(element);
  return document.querySelector(`[data-pane="${CSS.escape(lastPane ?? '')}"]`) === null ? null : lastPane;
};

const placeOf = (element: Element | null): KeyPlace => ({
  pane: paneFor(element),
  isTyping:
    element?.matches(TYPING) === true || (element?.closest('[contenteditable=true]') !== null && element !== null),
  isFloating: element?.closest(FLOATING) !== null && element !== null,
});

const strike = (event: KeyboardEvent, singleKeys: boolean): void => {
  const meaning = meaningOf(
    keyOf(event),
    placeOf(event.target instanceof Element ? event.target : null),
    allActions(),
    singleKeys,
  );
  if (meaning.kind === 'none') return;
  if (meaning.kind === 'clash') {
    console.warn(
      `The key ${keyOf(event)} is claimed by ${meaning.actions.map(({ id }) => id).join(' and ')}; it does nothing.`,
    );
    return;
  }
  event.preventDefault();
  event.stopPropagation();
  meaning.action.perform();
};

/**
 * Listens to the keyboard for every action. Keys that a control may want (Enter, arrows) are taken only if it left
 * them. It listens before the screen is painted, so that no key of someone who starts at once is lost.
 */
export const useKeyboard = (singleKeys: boolean): void => {
  useLayoutEffect(() => {
    const before = (event: KeyboardEvent): void => {
      if (!isControlKey(keyOf(event)) && !event.isComposing) strike(event, singleKeys);
    };
    const after = (event: KeyboardEvent): void => {
      if (isControlKey(keyOf(event)) && !event.defaultPrevented && !event.isComposing) strike(event, singleKeys);
    };
    window.addEventListener('focusin', rememberPane);
    window.addEventListener('pointerdown', rememberPane, { capture: true });
    window.addEventListener('keydown', before, { capture: true });
    window.addEventListener('keydown', after);
    return () => {
      window.removeEventListener('focusin', rememberPane);
      window.removeEventListener('pointerdown', rememberPane, { capture: true });
      window.removeEventListener('keydown', before, { capture: true });
      window.removeEventListener('keydown', after);
    };
  }, [singleKeys]);
};
