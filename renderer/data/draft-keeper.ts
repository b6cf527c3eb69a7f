/** A draft is on its way at most this long after a key, however long one types without a pause. */
export const WRITE_AFTER_MS = 700;

/** Puts the text into the vault and says whether it stands there. */
export type WriteDraft = (text: string) => Promise<boolean>;
/** `isOpen`: there is text that is not written; `hasFailed`: the last try was refused. */
export type KeeperState = { readonly isOpen: boolean; readonly hasFailed: boolean };

export type DraftKeeper = {
  readonly note: (text: string) => void;
  /** Writes now what is not written yet; resolves when it is written or refused. */
  readonly flush: () => Promise<void>;
  readonly isOpen: () => boolean;
  /** Who writes from now on, and who hears of a text that was written and is still the newest. */
  readonly use: (write: WriteDraft, onWritten: (text: string) => void) => void;
};

/**
 * Holds one draft's newest text until it is written. Writes never overlap, so that an older one cannot win; a refused
 * text is kept and tried again with the next key or flush. What is due by the clock waits for `whenLetGo`.
 */
export const makeDraftKeeper = (
  onState: (state: KeeperState) => void,
  whenLetGo: (act: () => void) => void = (act) => act(),
): DraftKeeper => {
  let pending: string | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let write: WriteDraft = () => Promise.resolve(false);
  let onWritten: (text: string) => void = () => undefined;
  let last: Promise<void> = Promise.resolve();

  const writePending = async (): Promise<void> => {
    if (pending === null) return;
    const text = pending;
    pending = null;
    const isWritten = await write(text);
    if (!isWritten) pending ??= text;
    onState({ isOpen: pending !== null, hasFailed: !isWritten });
    if (isWritten && pending === null) onWritten(text);
  };
  const flush = (): Promise<void> => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    last = last.then(writePending);
    return last;
  };
  return {
    note: (text) => {
      pending = text;
      onState({ isOpen: true, hasFailed: false });
      timer ??= setTimeout(() => whenLetGo(() => void flush()), WRITE_AFTER_MS);
    },
    flush,
    isOpen: () => pending !== null,
    use: (nextWrite, nextOnWritten) => {
      write = nextWrite;
      onWritten = nextOnWritten;
    },
  };
};
