/**
 * What to say when a vault was made: the recovery key is shown this once. Goes to standard error, beside the answer.
 */
export const recoveryLines = (recoveryKey: string | null): string[] =>
  recoveryKey === null ? [] : [`A vault was made. Its recovery key, shown this once: ${recoveryKey}`];
