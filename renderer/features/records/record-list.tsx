import { useEffect, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import type { DocumentRow } from '../../../shared/document.ts';
import type { DocumentId } from '../../../shared/ids.ts';
import type { RecordGroup } from '../../data/record-groups.ts';
import { placeOf, useWorkspace } from '../../data/workspace-state.ts';
import { Button } from '../../ui/button.tsx';
import { RecordRow } from './record-row.tsx';
import type { RecordActions } from './use-record-actions.ts';

const STEPS: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => Math.min(at + 1, count - 1),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** The record of which the page shown is one. */
const useCurrent = (records: readonly DocumentRow[]): DocumentId | null => {
  const place = useWorkspace((state) => placeOf(state.trails[state.side]));
  const page = useWorkspace((state) => state.shown[state.side]);
  return records.find(({ file, first, last }) => file === place?.record && page >= first && page <= last)?.id ?? null;
};

type Props = { readonly groups: readonly RecordGroup[]; readonly actions: RecordActions };

/** Every record under its heading; arrows go through them, Enter opens. */
export const RecordList = ({ groups, actions }: Props) => {
  const list = useRef<HTMLDivElement>(null);
  const records = groups.flatMap((group) => group.records);
  const current = useCurrent(records);
  const filesWithParts = new Set(records.filter(({ first }) => first > 1).map(({ file }) => file));
  const stop = current ?? records[0]?.id;

  // A row that was moved to another heading is drawn anew: the focus goes after it.
  useEffect(() => actions.settleFocus(), [groups, actions]);

  const strike = (event: KeyboardEvent): void => {
    const rows = [...(list.current?.querySelectorAll<HTMLButtonElement>('[data-record]') ?? [])];
    const at = rows.findIndex((row) => row === document.activeElement);
    const move = STEPS[event.key];
    if (!move || at < 0) return;
    event.preventDefault();
    rows[move(at, rows.length)]?.focus();
  };

  return (
    <div className="record-list" ref={list} onKeyDown={strike}>
      {groups.map((group) => (
        <div role="group" key={group.name} aria-label={group.name}>
          <h3 className="record-group">{group.name}</h3>
          {group.state === 'proposed' ? (
            <div className="record-accept">
              <Button variant="quiet" keys="Shift+A" onPress={() => actions.acceptAll(group.records[0]?.file)}>
                Accept all {group.records.filter(({ patient }) => patient === 'worker').length}
              </Button>
            </div>
          ) : null}
          <ul>
            {group.records.map((record) => (
              <li key={record.id}>
                <RecordRow
                  record={record}
                  isCurrent={record.id === current}
                  isTabStop={record.id === stop}
                  isPart={filesWithParts.has(record.file)}
                  actions={actions}
                />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
};
