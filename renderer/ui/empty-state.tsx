import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import type { IconName } from './icon.tsx';

export type EmptyStateProps = {
  readonly icon?: IconName;
  readonly title: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
};

/** What stands where there is nothing yet: what will be here and how it comes. */
export const EmptyState = ({ icon, title, children, actions }: EmptyStateProps) => (
  <div className="empty">
    {icon ? <Icon name={icon} size={24} /> : null}
    <p className="lead">{title}</p>
    {children ? <div className="empty-text">{children}</div> : null}
    {actions ? <div className="row">{actions}</div> : null}
  </div>
);
