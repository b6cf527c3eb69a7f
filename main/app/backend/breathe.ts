/** Lets other work run: calls are answered and pictures drawn between two slices of something long. */
export const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
