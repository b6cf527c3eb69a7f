import type { ReactNode } from 'react';
import { showPane, useWorkspace } from './data/workspace-state.ts';
import type { PaneName } from './data/workspace-state.ts';
import { SegmentedChoice } from './ui/segmented-choice.tsx';

type Props = {
  readonly panes: readonly { readonly id: PaneName; readonly label: string; readonly content: ReactNode }[];
};

/** The panes one at a time, for a narrow window; what opens a page or a tab brings its pane into view. */
export const NarrowWorkspace = ({ panes }: Props) => {
  const shown = useWorkspace((state) => state.pane);
  return (
    <div className="narrow-workspace">
      <SegmentedChoice label="Pane" value={shown} options={panes} onChange={showPane} />
      {panes.map(({ id, content }) => (
        <div key={id} className="narrow-pane" hidden={id !== shown} data-shows={id}>
          {content}
        </div>
      ))}
    </div>
  );
};
