import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import type { IconName } from './icon.tsx';

type NoticeTone = 'info' | 'warn' | 'block' | 'safe';
const ICONS: Readonly<Record<NoticeTone, IconName>> = {
  info: 'info',
  warn: 'warning',
  block: 'blocked',
  safe: 'check',
};

export type NoticeProps = {
  readonly tone: NoticeTone;
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  /** Buttons: what to do about it. */
  readonly actions?: ReactNode;
  /** Of the check that says it. */
  readonly number?: number;
  /** Spoken at once when it appears. */
  readonly isLive?: boolean;
};

/** A finding or a message where it belongs: what, why, what to do. */
export const Notice = ({ tone, title, children, actions, number, isLive = false }: NoticeProps) => (
  <div className={`notice ${tone}`} role={isLive ? (tone === 'block' ? 'alert' : 'status') : undefined}>
    <Icon name={ICONS[tone]} />
    {number === undefined ? null : <span className="visually-hidden">Check {number}:</span>}
    <div className="spread">
      {title ? <p className="strong">{title}</p> : null}
      {children}
      {actions ? <div className="row notice-actions">{actions}</div> : null}
    </div>
  </div>
);
