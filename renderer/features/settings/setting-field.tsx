import type { Settings } from '../../../shared/settings.ts';
import type { MadeFrom, WriteEdit } from '../../data/edit-keeper.ts';
import type { Reply } from '../../../shared/reply.ts';
import { EditField } from '../../ui/edit-field.tsx';
import type { TextFieldProps } from '../../ui/text-field.tsx';

/** Changes the given settings; the others stay. Credentials are changed one by one. */
export type ChangeSettings = (part: Partial<Omit<Settings, 'credentials'>>, from?: MadeFrom) => Promise<Reply<unknown>>;

type SettingFieldProps = Pick<TextFieldProps, 'label' | 'description' | 'placeholder' | 'isLabelHidden'> & {
  readonly saved: string;
  readonly write: WriteEdit<string>;
};

const isSame = (a: string, b: string): boolean => a.trim() === b.trim();

/** A text setting that saves itself while one types, without blanks at its ends. */
export const SettingField = ({ saved, write, ...field }: SettingFieldProps) => (
  <EditField {...field} value={saved} write={(text, from) => write(text.trim(), from)} isSame={isSame} />
);
