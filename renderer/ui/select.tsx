import {
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select as AriaSelect,
  SelectValue,
  Text,
} from 'react-aria-components';
import { Icon } from './icon.tsx';

export type Option<Id extends string> = { readonly id: Id; readonly label: string; readonly note?: string };

export type SelectProps<Id extends string> = {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly value: Id | null;
  readonly options: readonly Option<Id>[];
  readonly onChange: (id: Id) => void;
  readonly placeholder?: string;
  readonly isDisabled?: boolean;
};

/** One of a list. */
export const Select = <Id extends string>({
  label,
  isLabelHidden = false,
  value,
  options,
  onChange,
  placeholder = 'Choose',
  isDisabled = false,
}: SelectProps<Id>) => (
  <AriaSelect
    className="field"
    value={value}
    onChange={(key) => key !== null && onChange(key as Id)}
    placeholder={placeholder}
    isDisabled={isDisabled}
    aria-label={label}
  >
    {isLabelHidden ? null : <Label className="field-label">{label}</Label>}
    <Button className="input select-button">
      <SelectValue className="ellipsis spread" />
      <Icon name="down" size={14} />
    </Button>
    <Popover className="popover select-popover" offset={4}>
      <ListBox className="menu" aria-label={label}>
        {options.map((option) => (
          <ListBoxItem key={option.id} id={option.id} textValue={option.label} className="menu-item">
            <span className="spread">
              <Text slot="label">{option.label}</Text>
              {option.note ? (
                <Text slot="description" className="menu-note">
                  {option.note}
                </Text>
              ) : null}
            </span>
            <span className="menu-check">
              <Icon name="check" size={14} />
            </span>
          </ListBoxItem>
        ))}
      </ListBox>
    </Popover>
  </AriaSelect>
);
