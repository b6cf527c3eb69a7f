import type { ReactNode } from 'react';
import { FieldError, Input, Label, Text, TextArea, TextField as AriaTextField } from 'react-aria-components';

export type TextFieldProps = {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
  /** Before Enter sends the form. */
  readonly onEnter?: () => void;
  /** Under the field; what is expected. */
  readonly description?: ReactNode;
  /** Under the field, in place of the description: what is wrong and what to do. */
  readonly error?: string | null;
  /** More than one: a text area of that many lines. */
  readonly rows?: number;
  readonly type?: 'text' | 'password' | 'search';
  readonly placeholder?: string;
  readonly autoFocus?: boolean;
  readonly autoComplete?: string;
  readonly isDisabled?: boolean;
  readonly isRequired?: boolean;
  readonly className?: string;
};

/** A field for words, with its label above and its error below. */
export const TextField = ({
  label,
  isLabelHidden = false,
  value,
  onChange,
  onBlur,
  onEnter,
  description,
  error = null,
  rows = 1,
  type = 'text',
  placeholder = '',
  autoFocus = false,
  autoComplete = 'off',
  isDisabled = false,
  isRequired = false,
  className = '',
}: TextFieldProps) => (
  <AriaTextField
    className={`field ${className}`}
    value={value}
    onChange={onChange}
    type={type}
    isInvalid={error !== null}
    isDisabled={isDisabled}
    isRequired={isRequired}
    validationBehavior="aria"
    autoFocus={autoFocus}
    autoComplete={autoComplete}
    spellCheck={rows > 1 ? 'true' : 'false'}
    {...(onBlur ? { onBlur } : {})}
    {...(onEnter
      ? {
          onKeyDown: (event) => {
            if (event.key === 'Enter') onEnter();
            event.continuePropagation();
          },
        }
      : {})}
    {...(isLabelHidden ? { 'aria-label': label } : {})}
  >
    {isLabelHidden ? null : <Label className="field-label">{label}</Label>}
    {rows > 1 ? (
      <TextArea className="input area" rows={rows} placeholder={placeholder} />
    ) : (
      <Input className="input" placeholder={placeholder} />
    )}
    {error === null && description ? (
      <Text slot="description" className="field-note">
        {description}
      </Text>
    ) : null}
    <FieldError className="field-error">{error}</FieldError>
  </AriaTextField>
);
