import type { ReactNode } from 'react';

export type Tone = 'neutral' | 'accent' | 'warn' | 'block' | 'safe';

/** A word or two about a state. The words say it; the colour only repeats it. */
export const Pill = ({ tone = 'neutral', children }: { readonly tone?: Tone; readonly children: ReactNode }) => (
  <span className={`pill ${tone}`}>{children}</span>
);
