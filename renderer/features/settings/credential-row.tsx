import { DayDate, daysBetween, usDate } from '../../../shared/partial-date.ts';
import type { Credential } from '../../../shared/settings.ts';
import type { Reply } from '../../../shared/reply.ts';
import type { MadeFrom, WriteEdit } from '../../data/edit-keeper.ts';
import { IconButton } from '../../ui/button.tsx';
import { EditChoice } from '../../ui/edit-field.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Pill } from '../../ui/pill.tsx';
import { useToday } from '../../ui/use-today.ts';
import { SettingField } from './setting-field.tsx';

const SOON_DAYS = 60;

const Expiry = ({ expires }: { readonly expires: string }) => {
  const today = useToday();
  if (expires === '') return <Pill>no expiry given</Pill>;
  const left = daysBetween(today, expires);
  if (left < 0) return <Pill tone="block">expired</Pill>;
  return left <= SOON_DAYS ? <Pill tone="warn">{left} days left</Pill> : <Pill tone="safe">current</Pill>;
};

export type CredentialRowProps = {
  readonly number: number;
  readonly credential: Credential;
  readonly placeholder: string;
  /** Changes the given parts of it. */
  readonly change: (part: Partial<Pick<Credential, 'name' | 'expires'>>, from: MadeFrom) => Promise<Reply<unknown>>;
  readonly onRemove: () => void;
};

/** One licence or specialty, as the letter prints it, until when. */
export const CredentialRow = ({ number, credential, placeholder, change, onRemove }: CredentialRowProps) => {
  const what = credential.kind === 'license' ? 'State' : 'Specialty';
  const writeExpiry: WriteEdit<string> = (expires, from) => {
    const day = DayDate.safeParse(expires);
    return change({ expires: day.success ? day.data : '' }, from);
  };
  return (
    <div className="credential">
      <SettingField
        label={`${what} ${String(number)}`}
        isLabelHidden
        saved={credential.name}
        placeholder={placeholder}
        write={(name, from) => change({ name }, from)}
      />
      <EditChoice value={credential.expires} write={writeExpiry} inWords={usDate}>
        {({ value, choose }) => (
          <DateField label={`${what} ${String(number)} expires`} isLabelHidden value={value} onChange={choose} />
        )}
      </EditChoice>
      <Expiry expires={credential.expires} />
      <IconButton
        icon="trash"
        label={`Remove ${credential.name || `${what.toLowerCase()} ${String(number)}`}`}
        onPress={onRemove}
      />
    </div>
  );
};
