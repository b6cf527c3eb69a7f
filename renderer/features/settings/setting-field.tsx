import { useCallback } from 'react';
import { useDraft } from '../../data/drafts.ts';
import { TextField } from '../../ui/text-field.tsx';
import type { TextFieldProps } from '../../ui/text-field.tsx';

export type ChangeSettings<S> = (part: Partial<S>) => Promise<boolean>;

type SettingFieldProps = Pick<TextFieldProps, 'label' | 'description' | 'placeholder' | 'isLabelHidden'> & {
  readonly saved: string;
  readonly write: (text: string) => Promise<boolean>;
};

/** A text setting that keeps itself while one types. */
export const SettingField = ({ saved, write, ...rest }: SettingFieldProps) => {
  const keep = useCallback((text: string) => write(text.trim()), [write]);
  const { text, change, flush } = useDraft(saved, keep);
  return <TextField value={text} onChange={change} onBlur={flush} {...rest} />;
};
