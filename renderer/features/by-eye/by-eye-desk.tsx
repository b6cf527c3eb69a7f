import { useState } from 'react';
import type { CaseId } from '../../../shared/ids.ts';
import { useActions } from '../../commands/registry.ts';
import { useQueryOf } from '../../data/hooks.ts';
import { ReadRevision } from '../../data/read-revision.ts';
import { useSourceLabel } from '../../data/source-label.ts';
import { closeByEye } from '../../data/workspace-state.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Splitter } from '../../ui/splitter.tsx';
import { EyeList } from './eye-list.tsx';
import { EyePicture } from './eye-picture.tsx';
import { EyeWords } from './eye-words.tsx';
import type { Pointed } from './eye-words.tsx';
import { useEyeQueue } from './use-eye-queue.ts';
import type { EyeRow } from './eye-queue.ts';
import type { EyeQueue } from './use-eye-queue.ts';
import './by-eye.css';

const GROUP = 'Read by eye';

/** What stands there when no page is in hand. */
const AllClear = ({ queue: { all, left } }: { readonly queue: EyeQueue }) => {
  if (!all) return <section className="pane eye-desk" aria-label="Read by eye, page" />;
  return (
    <section className="pane eye-desk all-clear" data-pane="by-eye" aria-label="Read by eye, page" tabIndex={-1}>
      <EmptyState
        icon="check"
        title={all.length === 0 ? 'Every page can be read' : 'Every page is settled'}
        actions={
          <Button variant="primary" keys="Escape" onPress={closeByEye}>
            Back to the case
          </Button>
        }
      >
        {all.length === 0
          ? 'No page of this case has words that are uncertain or missing.'
          : `You have settled ${all.length === 1 ? 'the one page whose words were' : `all ${String(all.length)} pages whose words were`} uncertain or missing. Choose one in the list to look at it again.`}
        {left > 0 ? ` ${String(left)} more came meanwhile.` : ''}
      </EmptyState>
    </section>
  );
};

type PageProps = { readonly caseId: CaseId; readonly row: EyeRow; readonly queue: EyeQueue };

/** The picture of the page in hand and, beside it, its words. */
const PageInHand = ({ caseId, row, queue }: PageProps) => {
  const { data: page, error, revision } = useQueryOf('page.show', { caseId, pageId: row.page.id });
  const sourceLabel = useSourceLabel(caseId);
  const [caret, setCaret] = useState<number | null>(null);
  const [pointed, setPointed] = useState<Pointed | null>(null);
  if (error)
    return (
      <EmptyState icon="blocked" title="The page cannot be shown">
        {error.message}
      </EmptyState>
    );
  if (!page) return <section className="pane eye-desk" aria-label="Read by eye, page" />;
  const name = sourceLabel({ record: page.record, page: page.number });
  return (
    <Splitter
      id="by-eye-page"
      panels={[
        {
          id: 'picture',
          label: 'Picture',
          minSize: 320,
          content: (
            <EyePicture
              caseId={caseId}
              page={page}
              name={name}
              caret={caret}
              onPoint={(offset) => setPointed({ offset })}
            />
          ),
        },
        {
          id: 'words',
          label: 'Width of the words',
          defaultSize: '42%',
          minSize: 280,
          content: (
            <ReadRevision value={revision}>
              <EyeWords
                caseId={caseId}
                row={row}
                page={page}
                pointed={pointed}
                onCaret={setCaret}
                onSettled={(settledAt) => void queue.goOn(settledAt)}
              />
            </ReadRevision>
          ),
        },
      ]}
    />
  );
};

/** The pages whose words are uncertain or missing, one after the other, until none is left. */
export const ByEyeDesk = ({ caseId }: { readonly caseId: CaseId }) => {
  const queue = useEyeQueue(caseId);
  const { current, step } = queue;
  useActions([
    {
      id: 'eye.next',
      label: 'Next page to read by eye',
      group: GROUP,
      keys: ['Alt+ArrowDown'],
      isEnabled: current !== null,
      perform: () => step(1),
    },
    {
      id: 'eye.previous',
      label: 'Previous page to read by eye',
      group: GROUP,
      keys: ['Alt+ArrowUp'],
      isEnabled: current !== null,
      perform: () => step(-1),
    },
    { id: 'eye.close', label: 'Back to the case', group: GROUP, keys: ['Escape'], perform: closeByEye },
  ]);
  return (
    <Splitter
      id="by-eye"
      panels={[
        {
          id: 'queue',
          label: 'Queue',
          defaultSize: 264,
          minSize: 200,
          content: <EyeList caseId={caseId} queue={queue} />,
        },
        {
          id: 'page',
          label: 'Width of the queue',
          minSize: 600,
          content: current ? (
            <PageInHand key={current.page.id} caseId={caseId} row={current} queue={queue} />
          ) : (
            <AllClear queue={queue} />
          ),
        },
      ]}
    />
  );
};
