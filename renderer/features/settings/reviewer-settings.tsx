import type { Credential, Settings } from '../../../shared/settings.ts';
import { Button } from '../../ui/button.tsx';
import { CredentialRow } from './credential-row.tsx';
import { SettingField } from './setting-field.tsx';
import type { ChangeSettings } from './setting-field.tsx';

export type SectionProps = { readonly settings: Settings; readonly change: ChangeSettings<Settings> };

type ListProps = SectionProps & {
  readonly kind: Credential['kind'];
  readonly title: string;
  readonly add: string;
  readonly placeholder: string;
  readonly empty: string;
};

const CredentialList = ({ settings, change, kind, title, add, placeholder, empty }: ListProps) => {
  const all = settings.credentials;
  const replace = (index: number, next: Credential | null): Promise<boolean> =>
    change({ credentials: all.flatMap((one, at) => (at === index ? (next === null ? [] : [next]) : [one])) });
  const rows = all
    .map((credential, index) => ({ credential, index }))
    .filter(({ credential }) => credential.kind === kind);
  return (
    <section className="stack">
      <h3 className="overline">{title}</h3>
      {rows.length === 0 ? <p className="quiet">{empty}</p> : null}
      {rows.map(({ credential, index }, at) => (
        <CredentialRow
          key={index}
          number={at + 1}
          credential={credential}
          placeholder={placeholder}
          onChange={(next) => replace(index, next)}
          onRemove={() => void replace(index, null)}
        />
      ))}
      <div>
        <Button icon="plus" onPress={() => void change({ credentials: [...all, { kind, name: '', expires: '' }] })}>
          {add}
        </Button>
      </div>
    </section>
  );
};

/** Who decides: a name that no letter may hold, and the credentials that a letter prints. */
export const ReviewerSettings = ({ settings, change }: SectionProps) => (
  <div className="stack settings-section">
    <SettingField
      label="Your name"
      saved={settings.reviewerName}
      write={(reviewerName) => change({ reviewerName })}
      description="Never printed. It is kept to prove that no letter and no file holds it."
    />
    <CredentialList
      settings={settings}
      change={change}
      kind="license"
      title="State licenses"
      add="Add a license"
      placeholder="California"
      empty="A letter needs at least one state."
    />
    <CredentialList
      settings={settings}
      change={change}
      kind="certification"
      title="Specialties and certifications"
      add="Add a specialty"
      placeholder="Occupational Medicine"
      empty="A letter needs at least one specialty."
    />
  </div>
);
