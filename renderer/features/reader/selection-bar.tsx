import { Toolbar } from 'react-aria-components';
import type { PageContent } from '../../../shared/page.ts';
import type { Action } from '../../commands/registry.ts';
import type { Side } from '../../data/workspace-state.ts';
import { ActionButton, Button } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { useBarPlace } from './selection-state.ts';

/** Actions for further items wait in a menu; with two items both stand on the bar. */
const inMenu = (actions: readonly Action[]): readonly Action[] =>
  actions.some(({ id }) => id === 'words.cite.3') ? actions.filter(({ id }) => /^words\.cite\.[2-9]$/.test(id)) : [];

type Props = { readonly side: Side; readonly page: PageContent; readonly actions: readonly Action[] };

/** What can be done with the selected words, just under them. */
export const SelectionBar = ({ side, page, actions }: Props) => {
  const place = useBarPlace(side, page);
  if (place === null) return null;
  const more = inMenu(actions);
  // At the left edge it hangs to the right, at the right edge to the left: it never leaves the page.
  const share = Math.min(Math.max(place.left, 0), 1) * 100;
  return (
    <div
      className="selection-bar"
      style={{
        left: `${String(share)}%`,
        transform: `translateX(${String(-share)}%)`,
        top: `${String(place.bottom * 100)}%`,
      }}
      onMouseDown={(event) => event.preventDefault()}
    >
      <Toolbar className="selection-tools" aria-label="Selected words">
        {actions
          .filter((action) => !more.includes(action))
          .map((action, index) => (
            <ActionButton key={action.id} action={action} variant={index === 0 ? 'primary' : 'quiet'} />
          ))}
        {more.length > 0 ? (
          <Menu label="Cite in another item" trigger={<Button variant="quiet">Other item</Button>} entries={more} />
        ) : null}
      </Toolbar>
    </div>
  );
};
