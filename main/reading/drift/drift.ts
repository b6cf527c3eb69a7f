/** What of a sentence its sources do not bear out. */
export type DriftKind = 'date' | 'number' | 'side' | 'level' | 'drug' | 'strength' | 'negation' | 'opposite';

/** Words of a sentence that its sources do not bear out, and why. */
export type Drift = {
  readonly kind: DriftKind;
  readonly start: number;
  readonly end: number;
  readonly reason: string;
};
