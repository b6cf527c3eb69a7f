import type { ReactNode } from 'react';

export type PaneProps = {
  /** Actions whose `pane` is this id get their keys while the focus is in here. */
  readonly id: string;
  /** The region's accessible name. */
  readonly label: string;
  /** 40 pixels high; see `PaneHeader`. */
  readonly header?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string;
};

/** A region of the screen that can have the focus: a click anywhere in it, or F6, gives it. Its body scrolls. */
export const Pane = ({ id, label, header, children, className = '' }: PaneProps) => (
  <section className={`pane ${className}`} data-pane={id} aria-label={label} tabIndex={-1}>
    {header}
    <div className="pane-body" data-scroll>
      {children}
    </div>
  </section>
);

/** The 40-pixel line above a pane. */
export const PaneHeader = ({ children }: { readonly children: ReactNode }) => (
  <header className="pane-header">{children}</header>
);
