import type { Credential, Settings } from '../../../shared/settings.ts';
import { useCommand } from '../../data/hooks.ts';
import { Button } from '../../ui/button.tsx';
import { CredentialRow } from './credential-row.tsx';
import { SettingField } from './setting-field.tsx';
import type { ChangeSettings } from './setting-field.tsx';

export type SectionProps = { readonly settings: Settings; readonly change: ChangeSettings };

type ListProps = {
  readonly settings: Settings;
  readonly kind: Credential['kind'];
  readonly title: string;
  readonly add: string;
  readonly placeholder: string;
  readonly empty: string;
};

const CredentialList = ({ settings, kind, title, add, placeholder, empty }: ListProps) => {
  const { run: addOne } = useCommand('credential.add');
  const { run: edit } = useCommand('credential.edit');
  const { run: remove } = useCommand('credential.remove');
  const rows = settings.credentials.filter((credential) => credential.kind === kind);
  return (
    <section className="stack">
      <h3 className="overline">{title}</h3>
      {rows.length === 0 ? <p className="quiet">{empty}</p> : null}
      {rows.map((credential, at) => (
        <CredentialRow
          key={credential.id}
          number={at + 1}
          credential={credential}
          placeholder={placeholder}
          change={(change, from) => edit({ id: credential.id, change }, from)}
          onRemove={() => void remove({ id: credential.id })}
        />
      ))}
      <div>
        <Button icon="plus" onPress={() => void addOne({ kind })}>
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
      write={(reviewerName, from) => change({ reviewerName }, from)}
      description="Never printed. It is kept to prove that no letter and no file holds it."
    />
    <CredentialList
      settings={settings}
      kind="license"
      title="State licenses"
      add="Add a license"
      placeholder="California"
      empty="A letter needs at least one state."
    />
    <CredentialList
      settings={settings}
      kind="certification"
      title="Specialties and certifications"
      add="Add a specialty"
      placeholder="Occupational Medicine"
      empty="A letter needs at least one specialty."
    />
  </div>
);
