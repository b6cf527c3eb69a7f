/** Ends a switch over a closed union: a new kind that nobody handles fails the type check, and this at run time. */
export const assertNever = (value: never): never => {
  throw new Error(`unhandled kind: ${JSON.stringify(value)}`);
};
