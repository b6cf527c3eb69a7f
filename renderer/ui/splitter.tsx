import { Fragment, useState } from 'react';
import type { ReactNode } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import type { Layout } from 'react-resizable-panels';
import { remember, remembered } from '../data/view-memory.ts';

type SplitterPanel = {
  readonly id: string;
  /** Of the handle before it, for screen readers: `Width of the reader`. */
  readonly label: string;
  /** Pixels, or `'30%'`. */
  readonly defaultSize?: number | string;
  readonly minSize?: number | string;
  /** Leaves its room to the others. */
  readonly isHidden?: boolean;
  readonly content: ReactNode;
};

export type SplitterProps = {
  /** The sizes are kept under this name on this computer. */
  readonly id: string;
  readonly orientation?: 'horizontal' | 'vertical';
  readonly panels: readonly SplitterPanel[];
};

const nameOf = (id: string): string => `splitter.${id}`;

const parseLayout = (text: string | null): unknown => {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
};

const savedLayout = (id: string, panels: readonly SplitterPanel[]): Layout | undefined => {
  const saved: unknown = parseLayout(remembered(nameOf(id)));
  if (typeof saved !== 'object' || saved === null) return undefined;
  const layout = Object.fromEntries(Object.entries(saved).filter(([, size]) => typeof size === 'number'));
  return panels.every((panel) => Object.hasOwn(layout, panel.id)) ? layout : undefined;
};

/** Panes side by side (or one above the other) with handles between them, moved by mouse or arrow keys. */
export const Splitter = ({ id, orientation = 'horizontal', panels }: SplitterProps) => {
  const shown = panels.filter(({ isHidden }) => isHidden !== true);
  const [layout] = useState(() => savedLayout(id, shown));
  return (
    <Group
      className="splitter"
      orientation={orientation}
      {...(layout ? { defaultLayout: layout } : {})}
      onLayoutChanged={(next) => {
        // Sizes that come of a panel being away are not what was chosen.
        if (shown.length === panels.length) remember(nameOf(id), JSON.stringify(next));
      }}
    >
      {shown.map((panel, index) => (
        <Fragment key={panel.id}>
          {index > 0 ? <Separator className={`handle ${orientation}`} aria-label={panel.label} /> : null}
          <Panel
            id={panel.id}
            className="splitter-panel"
            minSize={panel.minSize ?? '10%'}
            {...(panel.defaultSize === undefined ? {} : { defaultSize: panel.defaultSize })}
          >
            {panel.content}
          </Panel>
        </Fragment>
      ))}
    </Group>
  );
};
