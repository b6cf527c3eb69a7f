import { useState } from 'react';
import { usDate } from '../../shared/partial-date.ts';
import { localToday, parseTypedDate, parseTypedDay } from './parse-date.ts';
import { TextField } from './text-field.tsx';

export type DateFieldProps = {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  /** `YYYY-MM-DD`, or empty; with `isPartial` also `YYYY-MM` and `YYYY`. */
  readonly value: string;
  /** Called with a whole date, or with an empty string, once it is typed in full or the field is left. */
  readonly onChange: (value: string) => void;
  readonly isPartial?: boolean;
  readonly description?: string;
  readonly error?: string | null;
  readonly autoFocus?: boolean;
};

const EXAMPLE = 'Write a date like 06/24/2014.';
const isTypedInFull = (text: string): boolean => /\d{4}$/.test(text.trim()) && text.trim().length >= 8;

/** A date as one types it: `6/10/14`, `061014`, `June 10, 2014`; it is put in order when the field is left. */
export const DateField = ({
  label,
  isLabelHidden = false,
  value,
  onChange,
  isPartial = false,
  description = '',
  error = null,
  autoFocus = false,
}: DateFieldProps) => {
  const [state, setState] = useState({ text: usDate(value), value, isWrong: false });
  if (state.value !== value) setState({ text: usDate(value), value, isWrong: false });

  const read = (text: string): string | null =>
    text.trim() === '' ? '' : isPartial ? parseTypedDate(text, localToday()) : parseTypedDay(text, localToday());
  const settle = (text: string, isDone: boolean): void => {
    const date = read(text);
    setState({
      text: isDone && date !== null ? usDate(date) : text,
      value: date ?? value,
      isWrong: isDone && date === null,
    });
    if (date !== null && date !== value) onChange(date);
  };
  const type = (text: string): void =>
    isTypedInFull(text) || text === '' ? settle(text, false) : setState({ ...state, text, isWrong: false });

  return (
    <TextField
      label={label}
      isLabelHidden={isLabelHidden}
      value={state.text}
      onChange={type}
      onBlur={() => settle(state.text, true)}
      onEnter={() => settle(state.text, true)}
      placeholder="MM/DD/YYYY"
      description={description}
      error={state.isWrong ? EXAMPLE : error}
      autoFocus={autoFocus}
      className="date-field"
    />
  );
};
