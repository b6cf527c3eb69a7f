import { useEffect, useEffectEvent, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useRows } from '../../ui/use-rows.ts';
import { LedgerCells } from './ledger-row.tsx';
import type { LedgerActions } from './ledger-row.tsx';
import type { LedgerRow } from './ledger-rows.ts';

const COLUMNS = ['File', 'State', 'Format', 'Pages', 'Size', 'SHA-256', 'Original'] as const;
const ROW_HEIGHT = 34;
const idOf = (row: LedgerRow): string => `ledger-${row.key.replace(' ', '-')}`;

const STEPS: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at) => at + 1,
  ArrowUp: (at) => at - 1,
  PageDown: (at) => at + 10,
  PageUp: (at) => at - 10,
  Home: () => 0,
  End: (_, count) => count - 1,
};

const Head = () => (
  <div role="row" className="ledger-row ledger-head" aria-rowindex={1}>
    {COLUMNS.map((name) => (
      <span key={name} role="columnheader" className={name === 'Pages' || name === 'Size' ? 'number' : ''}>
        {name === 'Original' ? <span className="visually-hidden">{name}</span> : name}
      </span>
    ))}
  </div>
);

const press = (row: LedgerRow | undefined): void => {
  if (row) document.getElementById(idOf(row))?.querySelector<HTMLElement>('.link-button')?.click();
};

type Props = { readonly rows: readonly LedgerRow[]; readonly actions: LedgerActions };

/**
 * The files, and the pages of the opened one. Arrows go through the rows and open and close them, Enter opens the
 * record, Tab reaches what can be done with the row.
 */
export const LedgerTable = ({ rows: all, actions }: Props) => {
  const [currentKey, setCurrent] = useState<string | null>(null);
  const at = Math.max(
    0,
    all.findIndex(({ key }) => key === currentKey),
  );
  const current = all[at];
  const { rows, scroller } = useRows({
    count: all.length,
    heightOf: () => ROW_HEIGHT,
    keyOf: (index) => all[index]?.key ?? index,
  });
  const follow = useEffectEvent(() => {
    if (currentKey !== null) rows.scrollToIndex(at, { align: 'auto' });
  });
  useEffect(() => follow(), [currentKey]);

  const fold = (isOpening: boolean): void => {
    if (!current) return;
    if (current.kind === 'page') setCurrent(`file ${String(current.file.id)}`);
    else if (current.file.record !== null && current.isOpen !== isOpening) actions.toggle(current.file);
  };
  const strike = (event: KeyboardEvent): void => {
    const step = event.altKey || event.ctrlKey || event.metaKey ? undefined : STEPS[event.key];
    const isOnRow = event.target === scroller.current;
    if (step) setCurrent(all[Math.min(Math.max(step(at, all.length), 0), all.length - 1)]?.key ?? null);
    else if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') fold(event.key === 'ArrowRight');
    else if (event.key === 'Enter' && isOnRow) press(current);
    else return;
    event.preventDefault();
    scroller.current?.focus();
  };
  return (
    <div
      className="ledger"
      ref={scroller}
      role="treegrid"
      aria-label="Files"
      aria-rowcount={all.length + 1}
      tabIndex={0}
      onKeyDown={strike}
      data-scroll
      aria-activedescendant={current ? idOf(current) : undefined}
    >
      <Head />
      <div role="rowgroup" style={{ position: 'relative', height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, key, start }) => {
          const row = all[index];
          return row ? (
            <div
              key={key}
              ref={rows.measureElement}
              data-index={index}
              id={idOf(row)}
              role="row"
              className={`ledger-row ${row.kind}`}
              aria-rowindex={index + 2}
              aria-level={row.depth + 1}
              aria-selected={index === at}
              {...(row.kind === 'file' && row.file.record !== null ? { 'aria-expanded': row.isOpen } : {})}
              style={{ transform: `translateY(${String(start)}px)` }}
              onMouseDown={() => setCurrent(row.key)}
            >
              <LedgerCells row={row} isCurrent={index === at} actions={actions} />
            </div>
          ) : null;
        })}
      </div>
    </div>
  );
};
