import { DayDate, daysBetween } from '../../../shared/partial-date.ts';
import type { Credential } from '../../../shared/settings.ts';
import { IconButton } from '../../ui/button.tsx';
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
  readonly onChange: (next: Credential) => Promise<boolean>;
  readonly onRemove: () => void;
};

/** One licence or specialty, as the letter prints it, until when. */
export const CredentialRow = ({ number, credential, placeholder, onChange, onRemove }: CredentialRowProps) => {
  const what = credential.kind === 'license' ? 'State' : 'Specialty';
  const setExpiry = (expires: string): void => {
    const day = DayDate.safeParse(expires);
    void onChange({ ...credential, expires: day.success ? day.data : '' });
  };
  return (
    <div className="credential">
      <SettingField
        label={`${what} ${String(number)}`}
        isLabelHidden
        saved={credential.name}
        placeholder={placeholder}
        write={(name) => onChange({ ...credential, name })}
      />
      <DateField
        label={`${what} ${String(number)} expires`}
        isLabelHidden
        value={credential.expires}
        onChange={setExpiry}
      />
      <Expiry expires={credential.expires} />
      <IconButton
        icon="trash"
        label={`Remove ${credential.name || `${what.toLowerCase()} ${String(number)}`}`}
        onPress={onRemove}
      />
    </div>
  );
};
