import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';

export type SegmentedChoiceProps<Id extends string> = {
  readonly label: string;
  readonly value: Id;
  readonly options: readonly { readonly id: Id; readonly label: string }[];
  readonly onChange: (id: Id) => void;
};

/** One of a few views of the same thing, side by side in one control. */
export const SegmentedChoice = <Id extends string>({ label, value, options, onChange }: SegmentedChoiceProps<Id>) => (
  <ToggleButtonGroup
    className="segmented"
    aria-label={label}
    selectionMode="single"
    disallowEmptySelection
    selectedKeys={[value]}
    onSelectionChange={(keys) => {
      const chosen = options.find(({ id }) => keys.has(id));
      if (chosen) onChange(chosen.id);
    }}
  >
    {options.map((option) => (
      <ToggleButton key={option.id} id={option.id} className="segment">
        {option.label}
      </ToggleButton>
    ))}
  </ToggleButtonGroup>
);
