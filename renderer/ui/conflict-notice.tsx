import type { Conflict } from '../data/use-edit.ts';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';

type Props<T> = {
  readonly conflict: Conflict<T> | null;
  /** A value as people read it. */
  readonly inWords: (value: T) => string;
};

/** The same was changed here and elsewhere: what stands there now, and the choice between the two. */
export const ConflictNotice = <T,>({ conflict, inWords }: Props<T>) =>
  conflict === null ? null : (
    <Notice
      tone="warn"
      title="This was changed elsewhere meanwhile."
      isLive
      actions={
        <>
          <Button onPress={conflict.keepMine}>Keep mine</Button>
          <Button onPress={conflict.takeTheirs}>Take the other</Button>
        </>
      }
    >
      Here it says “{inWords(conflict.mine)}”; there it says “{inWords(conflict.theirs)}”.
    </Notice>
  );
