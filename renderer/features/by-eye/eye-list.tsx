import { useEffect, useEffectEvent } from 'react';
import type { KeyboardEvent } from 'react';
import type { CaseId } from '../../../shared/ids.ts';
import { useSourceLabel } from '../../data/source-label.ts';
import { closeByEye } from '../../data/workspace-state.ts';
import { IconButton } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PaneHeader } from '../../ui/pane.tsx';
import { useRows } from '../../ui/use-rows.ts';
import { isOpen, reasonInWords, stateInWords } from './eye-queue.ts';
import type { EyeRow } from './eye-queue.ts';
import type { EyeQueue } from './use-eye-queue.ts';

const ROW_HEIGHT = 46;
const idOf = (row: EyeRow): string => `eye-page-${row.page.id}`;

type RowProps = { readonly row: EyeRow; readonly name: string; readonly isCurrent: boolean };

/** What decides whether to look at it: which page, why it is here, whether it is settled. */
const RowFace = ({ row, name, isCurrent }: RowProps) => (
  <>
    <span className="eye-row-words">
      <span className={`ellipsis ${isCurrent ? 'strong' : ''}`}>{name}</span>
      <span className="visually-hidden">, </span>
      <span className="record-second ellipsis">{reasonInWords(row)}</span>
    </span>
    <span className="visually-hidden">, {isOpen(row) ? stateInWords(row) : ''}</span>
    {isOpen(row) ? null : (
      <span className="eye-settled">
        <Icon name={row.page.eye === 'typed' ? 'edit' : 'check'} size={14} />
        {stateInWords(row)}
      </span>
    )}
  </>
);

const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 10,
  PageUp: -10,
  Home: -Infinity,
  End: Infinity,
};

type ListProps = { readonly queue: EyeQueue; readonly nameOf: (row: EyeRow) => string };

/** The pages of the queue; arrows go through them. Of a long queue only those in view exist. */
const Rows = ({ queue: { shown, current, choose, step }, nameOf }: ListProps) => {
  const { rows, scroller } = useRows({
    count: shown.length,
    heightOf: () => ROW_HEIGHT,
    keyOf: (index) => shown[index]?.page.id ?? index,
  });
  const at = shown.findIndex((row) => row === current);
  const follow = useEffectEvent(() => {
    if (at >= 0) rows.scrollToIndex(at, { align: 'auto' });
  });
  useEffect(() => follow(), [at]);
  useEffect(() => scroller.current?.focus(), [scroller]);

  const strike = (event: KeyboardEvent): void => {
    const by = event.altKey || event.ctrlKey || event.metaKey ? undefined : STEPS[event.key];
    if (by === undefined) return;
    event.preventDefault();
    step(Number.isFinite(by) ? by : Math.sign(by) * shown.length);
  };
  return (
    <div
      className="pane-body eye-rows"
      ref={scroller}
      role="listbox"
      aria-label="Pages to read by eye"
      tabIndex={0}
      onKeyDown={strike}
      data-scroll
      aria-activedescendant={current ? idOf(current) : undefined}
    >
      <div role="presentation" style={{ position: 'relative', height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start }) => {
          const row = shown[index];
          return row ? (
            <div
              key={row.page.id}
              id={idOf(row)}
              className="eye-row"
              role="option"
              aria-selected={row === current}
              aria-setsize={shown.length}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${String(start)}px)` }}
              onClick={() => choose(row.page.id)}
            >
              <RowFace row={row} name={nameOf(row)} isCurrent={row === current} />
            </div>
          ) : null;
        })}
      </div>
    </div>
  );
};

/** The queue with how far one is in it. */
export const EyeList = ({ caseId, queue }: { readonly caseId: CaseId; readonly queue: EyeQueue }) => {
  const sourceLabel = useSourceLabel(caseId);
  const { all = [], shown, left, current, filter, setFilter } = queue;
  const at = shown.findIndex((row) => row === current);
  return (
    <section className="pane" data-pane="by-eye" aria-label="Read by eye" tabIndex={-1}>
      <PaneHeader>
        <IconButton icon="left" label="Back to the case" keys="Escape" onPress={closeByEye} />
        <h2 className="strong">Read by eye</h2>
        <span className="spread" />
        <span className="small quiet" role="status">
          {at >= 0 ? `${String(at + 1)} of ${String(shown.length)}` : ''}
        </span>
      </PaneHeader>
      <div className="eye-filters" role="group" aria-label="What the list shows">
        <Chip isOn={filter.open} onChange={(open) => setFilter({ ...filter, open })}>
          {left} to do
        </Chip>
        <Chip isOn={filter.settled} onChange={(settled) => setFilter({ ...filter, settled })}>
          {all.length - left} settled
        </Chip>
      </div>
      <Rows
        queue={queue}
        nameOf={({ page, title }) =>
          title === '' ? sourceLabel({ record: page.record, page: page.number }) : `${title}, p. ${String(page.number)}`
        }
      />
    </section>
  );
};
