import { canBeReadAgain } from '../../../shared/reason.ts';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { IntakeRow, IntakeState } from '../../../shared/record.ts';
import { notesOnPage, sourceInWords } from '../../data/page-words.ts';
import { openPage, showLedger } from '../../data/workspace-state.ts';
import { Icon } from '../../ui/icon.tsx';
import { Pill } from '../../ui/pill.tsx';
import type { Tone } from '../../ui/pill.tsx';
import type { LedgerRow } from './ledger-rows.ts';

const TONES: Readonly<Record<IntakeState, Tone>> = {
  imported: 'safe',
  duplicate: 'neutral',
  failed: 'block',
  skipped: 'warn',
  waiting: 'warn',
  kept: 'warn',
};
const NAMES: Readonly<Record<IntakeState, string>> = {
  imported: 'imported',
  duplicate: 'already here',
  failed: 'failed',
  skipped: 'skipped',
  waiting: 'waiting',
  kept: 'waiting',
};

/** A size as people read it; an empty file shows as one. */
const sizeInWords = (bytes: number): string =>
  bytes >= 1_048_576
    ? `${(bytes / 1_048_576).toFixed(1)} MB`
    : bytes === 0
      ? '0 bytes'
      : `${String(Math.max(1, Math.round(bytes / 1024)))} KB`;

/** What can be done with a file of the ledger. */
export type LedgerActions = {
  readonly toggle: (file: IntakeRow) => void;
  readonly saveOriginal: (file: IntakeRow) => void;
  readonly givePassword: (file: IntakeRow) => void;
  readonly tryAgain: (file: IntakeRow) => void;
};

type RowButtonProps = {
  readonly label: string;
  readonly isInTabOrder: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
  readonly className?: string;
};

/**
 * A plain button: there are several in each of thousands of rows, and only those of the row in hand are reached with
 * Tab.
 */
const RowButton = ({ label, isInTabOrder, onPress, children, className = 'row-button' }: RowButtonProps) => (
  <button
    type="button"
    className={className}
    aria-label={label}
    title={label}
    tabIndex={isInTabOrder ? 0 : -1}
    onClick={onPress}
  >
    {children}
  </button>
);

/** The beginning of a hash; the whole of it when it is pressed. */
const Hash = ({
  of,
  hash,
  isInTabOrder,
}: {
  readonly of: string;
  readonly hash: string | null;
  readonly isInTabOrder: boolean;
}) => {
  const [isWhole, setWhole] = useState(false);
  if (hash === null || hash === '') return null;
  return (
    <button
      type="button"
      className="hash"
      aria-expanded={isWhole}
      aria-label={`${isWhole ? hash : hash.slice(0, 8)}, SHA-256 of ${of}`}
      tabIndex={isInTabOrder ? 0 : -1}
      onClick={() => setWhole(!isWhole)}
    >
      {isWhole ? hash : `${hash.slice(0, 8)}…`}
    </button>
  );
};

const goTo = (record: NonNullable<IntakeRow['record']>, page: number): void => {
  showLedger(false);
  openPage(record, page);
};

const Cell = ({ className, children }: { readonly className: string; readonly children?: ReactNode }) => (
  <span role="gridcell" className={className}>
    {children}
  </span>
);

/** What only counts or says that nothing had to be done is no warning. */
const isPlain = ({ state, reasons }: IntakeRow, at: number): boolean =>
  state === 'duplicate' || (state === 'imported' && reasons[at]?.code === 'files-inside');

type FileProps = {
  readonly row: Extract<LedgerRow, { kind: 'file' }>;
  readonly isCurrent: boolean;
  readonly actions: LedgerActions;
};

const FileCells = ({ row: { file, depth, isOpen, isLocked }, isCurrent, actions }: FileProps) => {
  const { record, pages, pagesFailed } = file;
  return (
    <>
      <span role="gridcell" className="ledger-file" style={{ paddingLeft: depth * 20 }}>
        {record === null ? (
          <span className="row-button" />
        ) : (
          <RowButton
            label={`${isOpen ? 'Hide' : 'Show'} the pages of ${file.name}`}
            isInTabOrder={isCurrent}
            onPress={() => actions.toggle(file)}
          >
            <Icon name={isOpen ? 'down' : 'right'} size={14} />
          </RowButton>
        )}
        <span className="ledger-words">
          {record === null ? (
            <span className="ledger-name">{file.name}</span>
          ) : (
            <RowButton
              className="link-button ledger-name"
              label={`Open ${file.name}`}
              isInTabOrder={isCurrent}
              onPress={() => goTo(record, 1)}
            >
              {file.name}
            </RowButton>
          )}
          {file.messages.map((message, at) => (
            <span key={message} className={`small ${isPlain(file, at) ? 'quiet' : 'ledger-message'}`}>
              {message}
            </span>
          ))}
          {isLocked ? (
            <RowButton
              className="link-button small"
              label={`Give the password… of ${file.name}`}
              isInTabOrder={isCurrent}
              onPress={() => actions.givePassword(file)}
            >
              Give the password…
            </RowButton>
          ) : null}
        </span>
      </span>
      <Cell className="ledger-state">
        <Pill tone={TONES[file.state]}>{NAMES[file.state]}</Pill>
      </Cell>
      <Cell className="ledger-cell">{file.kind === 'unknown' ? '' : file.kind.toUpperCase()}</Cell>
      <Cell className="ledger-cell number">
        {pages === 0 ? '' : pages.toLocaleString('en-US')}
        {pagesFailed > 0 ? <span className="ledger-message"> {pagesFailed} unreadable</span> : null}
      </Cell>
      <Cell className="ledger-cell number">{sizeInWords(file.size)}</Cell>
      <Cell className="ledger-cell">
        <Hash of={file.name} hash={file.sha256} isInTabOrder={isCurrent} />
      </Cell>
      <Cell className="ledger-actions">
        {canBeReadAgain(file.state, file.reasons) && file.sha256 !== null && !isLocked ? (
          <RowButton label={`Read ${file.name} again`} isInTabOrder={isCurrent} onPress={() => actions.tryAgain(file)}>
            <Icon name="rotate" size={14} />
          </RowButton>
        ) : null}
        {file.sha256 === null ? null : (
          <RowButton
            label={`Save the original of ${file.name}`}
            isInTabOrder={isCurrent}
            onPress={() => actions.saveOriginal(file)}
          >
            <Icon name="download" size={14} />
          </RowButton>
        )}
      </Cell>
    </>
  );
};

const inches = (points: number): string => (points / 72).toFixed(1).replace(/\.0$/, '');

const PageCells = ({
  row: { page, depth },
  isCurrent,
}: {
  readonly row: Extract<LedgerRow, { kind: 'page' }>;
  readonly isCurrent: boolean;
}) => (
  <>
    <span role="gridcell" className="ledger-file" style={{ paddingLeft: depth * 20 + 26 }}>
      <span className="ledger-words">
        <RowButton
          className="link-button ledger-name"
          label={`Open page ${String(page.number)}`}
          isInTabOrder={isCurrent}
          onPress={() => goTo(page.record, page.number)}
        >
          Page {page.number}
        </RowButton>
        {notesOnPage(page).map((note) => (
          <span key={note} className="small quiet">
            {note}
          </span>
        ))}
      </span>
    </span>
    <span role="gridcell" className="ledger-cell ledger-source" aria-colspan={3}>
      {sourceInWords(page)}
    </span>
    <Cell className="ledger-cell number">
      {page.kind === 'flow' ? '' : `${inches(page.width)} × ${inches(page.height)} in`}
    </Cell>
    <Cell className="ledger-cell">
      <Hash of={`page ${String(page.number)}`} hash={page.hash} isInTabOrder={isCurrent} />
    </Cell>
    <Cell className="ledger-actions" />
  </>
);

/** What stands in a row of the ledger. */
export const LedgerCells = ({
  row,
  isCurrent,
  actions,
}: {
  readonly row: LedgerRow;
  readonly isCurrent: boolean;
  readonly actions: LedgerActions;
}) =>
  row.kind === 'file' ? (
    <FileCells row={row} isCurrent={isCurrent} actions={actions} />
  ) : (
    <PageCells row={row} isCurrent={isCurrent} />
  );
