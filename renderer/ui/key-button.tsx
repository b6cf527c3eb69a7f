import { Button as AriaButton, Tooltip, TooltipTrigger } from 'react-aria-components';
import { ariaKeys } from '../commands/keys.ts';

export type KeyButtonProps = { readonly keys: string; readonly label: string; readonly onPress: () => void; readonly isInTabOrder?: boolean };

/** A button that shows only its key; the name is its tooltip. For actions that repeat in every row of a list. */
export const KeyButton = ({ keys, label, onPress, isInTabOrder = true }: KeyButtonProps) => (
  <TooltipTrigger delay={500} closeDelay={0}>
    <AriaButton className="key-button" aria-label={label} aria-keyshortcuts={ariaKeys(keys)} onPress={onPress} excludeFromTabOrder={!isInTabOrder}>{keys}</AriaButton>
    <Tooltip className="tooltip" offset={6}>{label}</Tooltip>
  </TooltipTrigger>
);
