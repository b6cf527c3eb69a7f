import { ariaKeys } from '../commands/keys.ts';

export type KeyButtonProps = {
  readonly keys: string;
  readonly label: string;
  readonly onPress: () => void;
  readonly isInTabOrder?: boolean;
};

/**
 * A button that shows only its key; its name is its title. For actions that repeat in every row of a long list: plain
 * elements, of which there may be thousands.
 */
export const KeyButton = ({ keys, label, onPress, isInTabOrder = true }: KeyButtonProps) => (
  <button
    type="button"
    className="key-button"
    aria-label={label}
    title={label}
    aria-keyshortcuts={ariaKeys(keys)}
    tabIndex={isInTabOrder ? 0 : -1}
    onClick={(event) => {
      event.stopPropagation();
      onPress();
    }}
  >
    {keys}
  </button>
);
