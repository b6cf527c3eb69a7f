import { keyParts } from '../commands/keys.ts';

/**
 * A key where the mouse goes: `<KeyHint keys="Mod+K" />`. Screen readers get it from `aria-keyshortcuts` of the control
 * instead.
 */
export const KeyHint = ({ keys }: { readonly keys: string }) => (
  <kbd className="key-hint" aria-hidden="true">
    {keyParts(keys).join(' ')}
  </kbd>
);
