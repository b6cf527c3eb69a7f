import {
  Autocomplete,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  TextField,
  useFilter,
} from 'react-aria-components';
import { closeOverlay, openCase, useAppView } from '../../commands/app-view.ts';
import { isEnabled, useAllActions } from '../../commands/registry.ts';
import type { Action } from '../../commands/registry.ts';
import { useQueryOf } from '../../data/hooks.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import { byGroup } from './by-group.ts';
import './palette.css';

/** Going to a case is a command like any other. */
const useCaseActions = (): readonly Action[] => {
  const { data: cases } = useQueryOf('case.list', {});
  return (cases ?? []).map((row) => ({
    id: `go.${row.id}`,
    label: `Open ${row.caseNumber || 'case without number'}`,
    group: 'Go to',
    keywords: row.subject,
    perform: () => openCase(row.id),
  }));
};

const Commands = ({ actions }: { readonly actions: readonly Action[] }) => (
  <ListBox
    className="menu palette-list"
    aria-label="Commands"
    selectionMode="none"
    renderEmptyState={() => <p className="palette-empty">No command has this in its name.</p>}
  >
    {byGroup(actions).map(([group, members]) => (
      <ListBoxSection key={group} className="palette-group">
        <Header className="overline palette-heading">{group}</Header>
        {members.map((action) => (
          <ListBoxItem
            key={action.id}
            id={action.id}
            className="menu-item"
            textValue={`${action.label} ${action.keywords ?? ''}`}
            onAction={() => {
              closeOverlay();
              action.perform();
            }}
          >
            <span className="spread">{action.label}</span>
            {action.keys?.[0] ? <KeyHint keys={action.keys[0]} /> : null}
          </ListBoxItem>
        ))}
      </ListBoxSection>
    ))}
  </ListBox>
);

const Finder = () => {
  const { contains } = useFilter({ sensitivity: 'base' });
  const actions = [
    ...useAllActions().filter((action) => isEnabled(action) && action.isHidden !== true),
    ...useCaseActions(),
  ];
  const hasWords = (text: string, typed: string): boolean => typed.split(/\s+/).every((word) => contains(text, word));
  return (
    <Autocomplete filter={hasWords}>
      <TextField className="field" aria-label="Find a command" autoFocus>
        <Input
          className="input palette-input"
          role="combobox"
          aria-expanded
          aria-haspopup="listbox"
          placeholder="What do you want to do?"
        />
      </TextField>
      <Commands actions={actions} />
    </Autocomplete>
  );
};

/** Every command by name (Ctrl K). */
export const Palette = () => {
  const isOpen = useAppView((view) => view.overlay === 'palette');
  return (
    <Dialog isOpen={isOpen} onClose={closeOverlay} title="Commands" size="medium">
      <Finder />
    </Dialog>
  );
};
