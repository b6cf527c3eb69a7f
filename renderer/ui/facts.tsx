import type { ReactNode } from 'react';

export type Fact = {
  readonly name: string;
  readonly value: ReactNode;
  readonly tone?: 'block' | 'warn' | 'safe' | undefined;
};

/** Names and values in hairlined rows: the side panel's state of a case, the letter's counts. */
export const Facts = ({ facts }: { readonly facts: readonly Fact[] }) => (
  <dl className="facts">
    {facts.map(({ name, value, tone }) => (
      <div key={name} className="fact">
        <dt>{name}</dt>
        <dd className={tone ?? ''}>{value}</dd>
      </div>
    ))}
  </dl>
);
