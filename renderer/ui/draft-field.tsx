import { useDraft } from '../data/drafts.ts';
import { TextField } from './text-field.tsx';
import type { TextFieldProps } from './text-field.tsx';

type Props = Omit<TextFieldProps, 'value' | 'onChange' | 'onBlur'> & {
  readonly value: string;
  readonly write: (text: string) => Promise<boolean>;
};

/** A field that saves itself while one types. */
export const DraftField = ({ value, write, ...field }: Props) => {
  const { text, change, flush } = useDraft(value, write);
  return <TextField {...field} value={text} onChange={change} onBlur={flush} />;
};
