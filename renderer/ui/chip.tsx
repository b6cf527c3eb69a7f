import type { ReactNode } from 'react';
import { ToggleButton } from 'react-aria-components';

export type ChipProps = {
  readonly children: ReactNode;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  readonly label?: string;
};

/** A filter that is on or off; its words say what it lets through. */
export const Chip = ({ children, isOn, onChange, label }: ChipProps) => (
  <ToggleButton className="chip" isSelected={isOn} onChange={onChange} {...(label ? { 'aria-label': label } : {})}>
    {children}
  </ToggleButton>
);
