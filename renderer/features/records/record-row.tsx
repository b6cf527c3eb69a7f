import { memo } from 'react';
import type { DocumentRow } from '../../../shared/document.ts';
import { usShortDate } from '../../../shared/partial-date.ts';
import { RECORD_KIND_NAMES } from '../../../shared/record.ts';
import { problemsOf } from '../../data/record-groups.ts';
import { openPage } from '../../data/workspace-state.ts';
import { KeyButton } from '../../ui/key-button.tsx';
import { Pill } from '../../ui/pill.tsx';
import { percentOf, ProgressRing } from '../../ui/progress.tsx';
import type { RecordActions } from './use-record-actions.ts';

const titleOf = ({ title, kind }: DocumentRow): string => (title === '' ? RECORD_KIND_NAMES[kind] : title);

/** Date and provider; without either, the file. */
const secondLine = (record: DocumentRow): string => {
  const parts = [record.date === null ? '' : usShortDate(record.date), record.provider].filter((part) => part !== '');
  return parts.length > 0 ? parts.join(' · ') : titleOf(record) === record.fileName ? 'no date found' : record.fileName;
};

const pagesOf = ({ first, last }: DocumentRow): string =>
  first === last ? `page ${String(first)}` : `pages ${String(first)} to ${String(last)}`;

/** The kind where the title does not say it, and the pages where the file holds other records too. */
const thirdLine = (record: DocumentRow, isPart: boolean): string => {
  const kind = RECORD_KIND_NAMES[record.kind];
  const isSaid = record.kind === 'other' || titleOf(record).toLowerCase().includes(kind.toLowerCase());
  return [isSaid ? '' : kind, isPart ? pagesOf(record) : ''].filter((part) => part !== '').join(' · ');
};

type RowProps = {
  readonly record: DocumentRow;
  readonly isCurrent: boolean;
  readonly isTabStop: boolean;
  /** It is not the only record of its file: which pages are its own is said. */
  readonly isPart: boolean;
  readonly actions: RecordActions;
};

/** Why a proposal is made, and whether it is to be looked at before it is accepted. */
const Reason = ({ record }: { readonly record: DocumentRow }) => (
  <span className="record-reason">
    {record.isSure ? null : (
      <>
        <Pill tone="warn">unsure</Pill>{' '}
      </>
    )}
    {record.patient === 'other' && record.state === 'proposed' ? (
      <>
        <Pill tone="block">remove?</Pill>{' '}
      </>
    ) : null}
    {record.reason}
  </span>
);

const Keys = ({ record, actions }: Pick<RowProps, 'record' | 'actions'>) => {
  const isOther = record.patient === 'other' && record.state === 'proposed';
  return (
    <span className="record-keys">
      {record.state === 'proposed' ? (
        <KeyButton
          keys="A"
          label={isOther ? 'Agree to remove' : 'Accept'}
          onPress={() => actions.accept(record)}
          isInTabOrder={false}
        />
      ) : null}
      {record.state === 'removed' || isOther ? (
        <KeyButton keys="B" label="Keep in the case" onPress={() => actions.keep(record)} isInTabOrder={false} />
      ) : null}
      {record.state !== 'removed' && record.first > 1 ? (
        <KeyButton keys="M" label="Join to the one before" onPress={() => actions.join(record)} isInTabOrder={false} />
      ) : null}
      {record.state === 'removed' ? null : (
        <KeyButton keys="X" label="Remove" onPress={() => actions.remove(record)} isInTabOrder={false} />
      )}
    </span>
  );
};

/**
 * What decides whether to open a record: title, kind, date and source, pages, how much of it is read, what is wrong with
 * it; of a proposal also why it is made, and the keys that decide it.
 */
export const RecordRow = memo(({ record, isCurrent, isTabStop, isPart, actions }: RowProps) => {
  const problems = problemsOf(record);
  const third = thirdLine(record, isPart);
  return (
    <>
      <button
        type="button"
        className={`record-row ${record.state}`}
        aria-current={isCurrent ? 'page' : undefined}
        tabIndex={isTabStop ? 0 : -1}
        data-record={record.id}
        title={record.fileName}
        onClick={() => openPage(record.file, record.first)}
      >
        <span className="record-words">
          <span className="record-title ellipsis">{titleOf(record)}</span>
          <span className="record-second ellipsis">{secondLine(record)}</span>
          {third === '' ? null : <span className="record-second ellipsis">{third}</span>}
          {record.pagesNeedingOcr > 0 ? (
            <span className="record-second">
              {record.pagesNeedingOcr} {record.pagesNeedingOcr === 1 ? 'page' : 'pages'} to recognise
            </span>
          ) : null}
          {problems.length > 0 ? <span className="record-problem">{problems.join(' · ')}</span> : null}
          {record.state === 'confirmed' ? null : <Reason record={record} />}
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
      <Keys record={record} actions={actions} />
    </>
  );
});
RecordRow.displayName = 'RecordRow';
