import type { ReactNode } from 'react';
import { Button as AriaButton, Tooltip, TooltipTrigger } from 'react-aria-components';
import { ariaKeys } from '../commands/keys.ts';
import { isEnabled } from '../commands/registry.ts';
import type { Action } from '../commands/registry.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icon.tsx';
import { KeyHint } from './key-hint.tsx';

/** `primary`: the one thing to do next, at most one a screen. `quiet`: no border. `danger`: cannot be undone. */
export type ButtonVariant = 'primary' | 'plain' | 'quiet' | 'danger';

export type ButtonProps = {
  readonly children: ReactNode;
  readonly onPress?: () => void;
  readonly variant?: ButtonVariant;
  readonly icon?: IconName;
  /** Shown as a hint; the action's key, not a listener. */
  readonly keys?: string | undefined;
  readonly isDisabled?: boolean;
  readonly isPending?: boolean;
  readonly type?: 'button' | 'submit';
  readonly autoFocus?: boolean;
  /** Where the visible words alone do not say enough. */
  readonly label?: string;
};

/** A button with words on it. */
export const Button = ({
  children,
  onPress,
  variant = 'plain',
  icon,
  keys,
  label,
  isDisabled = false,
  isPending = false,
  type = 'button',
  autoFocus = false,
}: ButtonProps) => (
  <AriaButton
    className={`button ${variant}`}
    type={type}
    isDisabled={isDisabled}
    isPending={isPending}
    autoFocus={autoFocus}
    {...(onPress ? { onPress } : {})}
    {...(label ? { 'aria-label': label } : {})}
    {...(keys ? { 'aria-keyshortcuts': ariaKeys(keys) } : {})}
  >
    {icon ? <Icon name={icon} /> : null}
    {children}
    {keys ? <KeyHint keys={keys} /> : null}
  </AriaButton>
);

export type IconButtonProps = {
  readonly icon: IconName;
  /** The accessible name, also the tooltip. */
  readonly label: string;
  readonly onPress?: () => void;
  readonly keys?: string | undefined;
  readonly isDisabled?: boolean;
  /** A switch that is on. */
  readonly isOn?: boolean;
};

/** A button with a picture only; its name shows as a tooltip. Works as the trigger of a `Menu` too. */
export const IconButton = ({ icon, label, onPress, keys, isDisabled = false, isOn }: IconButtonProps) => (
  <TooltipTrigger delay={500} closeDelay={0}>
    <AriaButton
      className="icon-button"
      aria-label={label}
      isDisabled={isDisabled}
      {...(onPress ? { onPress } : {})}
      {...(isOn === undefined ? {} : { 'aria-pressed': isOn })}
      {...(keys ? { 'aria-keyshortcuts': ariaKeys(keys) } : {})}
    >
      <Icon name={icon} />
    </AriaButton>
    <Tooltip className="tooltip" offset={6}>
      {label}
      {keys ? <KeyHint keys={keys} /> : null}
    </Tooltip>
  </TooltipTrigger>
);

type ActionLook = { readonly action: Action; readonly icon?: IconName };

/** An action on a toolbar: name, key and state come from the action. */
export const ActionButton = ({
  action,
  variant = 'plain',
  icon,
}: ActionLook & { readonly variant?: ButtonVariant }) => (
  <Button
    variant={variant}
    onPress={action.perform}
    isDisabled={!isEnabled(action)}
    keys={action.keys?.[0]}
    {...(icon ? { icon } : {})}
  >
    {action.label}
  </Button>
);

/** An action as a picture; its label is the name and the tooltip. */
export const ActionIcon = ({ action, icon }: ActionLook & { readonly icon: IconName }) => (
  <IconButton
    icon={icon}
    label={action.label}
    onPress={action.perform}
    isDisabled={!isEnabled(action)}
    keys={action.keys?.[0]}
  />
);
