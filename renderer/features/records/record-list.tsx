import { useRef } from 'react';
import type { KeyboardEvent } from 'react';
import type { RecordId } from '../../../shared/ids.ts';
import { usShortDate } from '../../../shared/partial-date.ts';
import { RECORD_KIND_NAMES } from '../../../shared/record.ts';
import type { RecordRow } from '../../../shared/record.ts';
import { problemsOf } from '../../data/record-groups.ts';
import type { RecordGroup } from '../../data/record-groups.ts';
import { openPage, placeOf, useWorkspace } from '../../data/workspace-state.ts';
import { percentOf, ProgressRing } from '../../ui/progress.tsx';

const titleOf = ({ title, kind }: RecordRow): string => (title === '' ? RECORD_KIND_NAMES[kind] : title);

/** Date and provider; without either, the file. */
const secondLine = (record: RecordRow): string => {
  const parts = [record.date === null ? '' : usShortDate(record.date), record.provider].filter((part) => part !== '');
  return parts.length > 0 ? parts.join(' · ') : titleOf(record) === record.fileName ? 'no date found' : record.fileName;
};

type RowProps = { readonly record: RecordRow; readonly isCurrent: boolean; readonly isTabStop: boolean };

/**
 * What decides whether to open a record: title, date and source, pages, how much of it is read, what is wrong with it.
 */
const Row = ({ record, isCurrent, isTabStop }: RowProps) => {
  const problems = problemsOf(record);
  return (
    <button
      type="button"
      className="record-row"
      aria-current={isCurrent ? 'page' : undefined}
      tabIndex={isTabStop ? 0 : -1}
      data-record={record.id}
      title={record.fileName}
      onClick={() => openPage(record.id, 1)}
    >
      <span className="record-words">
        <span className="record-title ellipsis">{titleOf(record)}</span>
        <span className="record-second ellipsis">{secondLine(record)}</span>
        {record.pagesNeedingOcr > 0 ? (
          <span className="record-second">
            {record.pagesNeedingOcr} {record.pagesNeedingOcr === 1 ? 'page' : 'pages'} to recognise
          </span>
        ) : null}
        {problems.length > 0 ? <span className="record-problem">{problems.join(' · ')}</span> : null}
      </span>
      <span className="record-counts">
        <ProgressRing
          percent={percentOf(record.pagesRead, record.pages)}
          label={`${String(record.pagesRead)} of ${String(record.pages)} pages read`}
        />
        <span className="record-pages" aria-label={`${String(record.pages)} pages`} role="img">
          {record.pages}
        </span>
      </span>
    </button>
  );
};

const STEPS: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => Math.min(at + 1, count - 1),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** Every record under its heading; arrows go through them, Enter opens. */
export const RecordList = ({ groups }: { readonly groups: readonly RecordGroup[] }) => {
  const list = useRef<HTMLDivElement>(null);
  const current = useWorkspace((state) => placeOf(state.trails[state.side])?.record ?? null);
  const ids: readonly RecordId[] = groups.flatMap((group) => group.records.map(({ id }) => id));
  const stop = current !== null && ids.includes(current) ? current : ids[0];

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
          <ul>
            {group.records.map((record) => (
              <li key={record.id}>
                <Row record={record} isCurrent={record.id === current} isTabStop={record.id === stop} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
};
