import { closeOverlay, useAppView } from '../../commands/app-view.ts';
import { isSingleKey, keyParts } from '../../commands/keys.ts';
import { useAllActions } from '../../commands/registry.ts';
import type { Action } from '../../commands/registry.ts';
import { useQueryOf } from '../../data/hooks.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import { byGroup } from './by-group.ts';
import './palette.css';

const Keys = ({ action }: { readonly action: Action }) => (
  <span className="row">
    <span className="visually-hidden">{(action.keys ?? []).map((keys) => keyParts(keys).join(' ')).join(' or ')}</span>
    {(action.keys ?? []).map((keys) => (
      <KeyHint key={keys} keys={keys} />
    ))}
  </span>
);

const Sheet = () => {
  const { data: settings } = useQueryOf('settings.show', {});
  const withKeys = useAllActions().filter((action) => (action.keys ?? []).length > 0);
  const hasSingle = withKeys.some(({ keys }) => keys?.some(isSingleKey));
  return (
    <>
      <div className="sheet">
        {byGroup(withKeys).map(([group, actions]) => (
          <section key={group} className="sheet-group">
            <h3 className="overline">{group}</h3>
            <dl>
              {actions.map((action) => (
                <div key={action.id} className="sheet-row">
                  <dt>{action.label}</dt>
                  <dd>
                    <Keys action={action} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      {hasSingle ? (
        <p className="small quiet">
          Single keys count in the pane that has the focus
          {settings?.singleKeys === false ? '; they are switched off in the settings' : ''}. F6 goes from pane to pane.
        </p>
      ) : null}
    </>
  );
};

/** Every key that counts on the present screen (`?`). */
export const ShortcutSheet = () => {
  const isOpen = useAppView((view) => view.overlay === 'shortcuts');
  return (
    <Dialog isOpen={isOpen} onClose={closeOverlay} title="Keyboard shortcuts" size="medium">
      <Sheet />
    </Dialog>
  );
};
