import { Checkbox as AriaCheckbox } from 'react-aria-components';
import { Icon } from './icon.tsx';

export type CheckboxProps = {
  readonly label: string;
  readonly note?: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  readonly isDisabled?: boolean;
};

/** Yes or no. */
export const Checkbox = ({ label, note, isOn, onChange, isDisabled = false }: CheckboxProps) => (
  <AriaCheckbox className="checkbox" isSelected={isOn} onChange={onChange} isDisabled={isDisabled}>
    <span className="box">
      <Icon name="check" size={12} />
    </span>
    <span>
      {label}
      {note ? <span className="field-note">{note}</span> : null}
    </span>
  </AriaCheckbox>
);
