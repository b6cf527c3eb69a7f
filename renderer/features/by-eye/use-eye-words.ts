import { useRef } from 'react';
import type { CaseId } from '../../../shared/ids.ts';
import type { PageContent } from '../../../shared/page.ts';
import type { Reply } from '../../../shared/reply.ts';
import type { WriteEdit } from '../../data/edit-keeper.ts';
import { useCommand } from '../../data/hooks.ts';
import { useReadRevision } from '../../data/read-revision.ts';
import { flushEdits, useEdit } from '../../data/use-edit.ts';
import type { Edit } from '../../data/use-edit.ts';
import { isSameWording } from './carry-offset.ts';

export type EyeWords = {
  readonly edit: Edit<string>;
  /** Words of the reviewer's own stand in place of those that were recognised. */
  readonly isTyped: boolean;
  /** Writes what was typed; where nothing was, states that the words stand as they are. */
  readonly settle: () => Promise<void>;
  /** Takes the typed words away and states that the recognised ones stand. */
  readonly restore: () => Promise<void>;
};

/** The words of one page in hand. What is typed saves itself while one types. */
export const useEyeWords = (caseId: CaseId, page: PageContent, onSettled: (revision: number) => void): EyeWords => {
  const { run: type } = useCommand('page.type');
  const { run: confirm } = useCommand('page.confirm');
  const revision = useReadRevision();
  const lastTyped = useRef<Reply<unknown> | null>(null);
  const write: WriteEdit<string> = async (text, from) => {
    const reply = await type({ caseId, pageId: page.id, text }, from);
    lastTyped.current = reply;
    return reply;
  };
  const edit = useEdit(page.text, write, isSameWording);
  const isTyped = page.eye === 'typed' || !isSameWording(edit.value, page.text);
  const accept = () => confirm({ caseId, pageIds: [page.id] });
  const goOnAfter = (reply: Reply<unknown> | null): void => {
    // The words of another may have been taken since the last ones of one's own were refused.
    if (reply === null || isSameWording(edit.value, page.text)) onSettled(revision);
    else if (reply.ok) onSettled(reply.revision ?? revision);
  };
  return {
    edit,
    isTyped,
    settle: async () => {
      if (isTyped) {
        await flushEdits();
        goOnAfter(lastTyped.current);
      } else goOnAfter(page.eye === 'confirmed' ? null : await accept());
    },
    restore: async () => {
      await flushEdits();
      await accept();
    },
  };
};
