import type { ReactNode } from 'react';
import './unlock.css';

/** The middle of an otherwise empty window: before the vault is open there is nothing else to see. */
export const UnlockFrame = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <main className="centred">
    <div className="unlock">
      <span className="brand large" aria-hidden="true">
        i
      </span>
      <h1 className="unlock-title">{title}</h1>
      {children}
    </div>
  </main>
);
