/**
 * Keys as actions name them: `Mod+K` (Ctrl, on a Mac Cmd), `Mod+Shift+Z`, `Alt+ArrowLeft`, `A`, `?`, `Enter`, `F1`.
 * A key typed with Shift is named by what it types (`?`), never `Shift+/`.
 */
type Stroke = {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
};

const isMac = (): boolean => /Mac|iPhone|iPad/.test(navigator.platform);

const nameOfKey = (key: string): string => (key === ' ' ? 'Space' : key.length === 1 ? key.toUpperCase() : key);

/** The name of the key that was struck, in the spelling of actions. */
export const keyOf = ({ key, ctrlKey, metaKey, altKey, shiftKey }: Stroke): string => {
  const isTyped = key.length === 1 && !/[a-z]/i.test(key) && key !== ' ';
  const held = [ctrlKey || metaKey ? 'Mod' : '', altKey ? 'Alt' : '', shiftKey && !isTyped ? 'Shift' : ''].filter(
    (name) => name !== '',
  );
  return [...held, nameOfKey(key)].join('+');
};

/** True for a key that types a character: such keys belong to the focused pane and can be switched off (WCAG 2.1.4). */
export const isSingleKey = (key: string): boolean => [...key].length === 1;

/** True for keys that a focused control may want for itself; it is asked first. */
export const isControlKey = (key: string): boolean =>
  /^(Enter|(Shift\+)?Space|Escape|Tab|Delete|Backspace|Home|End|Page(Up|Down)|Arrow\w+)$/.test(key);

const SHOWN: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
  Delete: 'Del',
  PageUp: 'Page Up',
  PageDown: 'Page Down',
};

/** The parts of a key as keyboards label them: `Mod+K` gives `Ctrl`, `K`. */
export const keyParts = (keys: string): string[] =>
  keys.split(/\+(?=.)/).map((part) => (part === 'Mod' ? (isMac() ? '⌘' : 'Ctrl') : (SHOWN[part] ?? part)));

/** The key as `aria-keyshortcuts` wants it: `Control+K`. */
export const ariaKeys = (keys: string): string => keys.replace('Mod', isMac() ? 'Meta' : 'Control');
