import { bridge } from './bridge.ts';

/** What a start waits for at most, in milliseconds, before it goes on with what everything begins with. */
const MOST_WAIT = 500;

const memory = new Map<string, string>();

/** Reads how the page was left. To be done before it is drawn. */
export const recallView = async (): Promise<void> => {
  const late = new Promise<null>((resolve) => setTimeout(resolve, MOST_WAIT, null));
  const reply = await Promise.race([bridge.call('view.show', {}), late]);
  if (reply?.ok === true) for (const [name, value] of Object.entries(reply.value)) memory.set(name, value);
};

/** What was kept under this name on this computer; null where nothing was. */
export const remembered = (name: string): string | null => memory.get(name) ?? null;

/** Keeps a choice that is no word of a record, for the next start too. */
export const remember = (name: string, value: string): void => {
  if (memory.get(name) === value) return;
  memory.set(name, value);
  void bridge.call('view.keep', { name, value });
};
