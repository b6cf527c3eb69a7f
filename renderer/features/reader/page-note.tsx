import { eyeReason } from '../../../shared/page.ts';
import type { PageRow } from '../../../shared/page.ts';
import { notesOnPage, sourceInWords } from '../../data/page-words.ts';
import { openByEye } from '../../data/workspace-state.ts';

/**
 * Under a page: which it is, where its words came from and how sure they are, and the way to read it by eye where they
 * are not.
 */
export const PageNote = ({ row, count }: { readonly row: PageRow; readonly count: number }) => {
  const words = [
    `${String(row.number)} of ${String(count)}`,
    row.isRead ? 'read' : 'not read yet',
    sourceInWords(row),
    ...notesOnPage(row),
  ].join(' · ');
  return (
    <p className="page-note">
      <span className="ellipsis" title={words}>
        {words}
      </span>
      {eyeReason(row) === null ? null : (
        <button type="button" className="link-button" aria-keyshortcuts="F8" onClick={() => openByEye(row.id)}>
          Read by eye
        </button>
      )}
    </p>
  );
};
