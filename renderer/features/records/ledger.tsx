import { useMemo, useState } from 'react';
import type { CaseId } from '../../../shared/ids.ts';
import type { IntakeRow } from '../../../shared/record.ts';
import { useJob, useQueryOf } from '../../data/hooks.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { GivePassword } from './give-password.tsx';
import { ledgerRows } from './ledger-rows.ts';
import type { LedgerFilter } from './ledger-rows.ts';
import { LedgerSums } from './ledger-sums.tsx';
import { LedgerTable } from './ledger-table.tsx';
import { useSaveOriginal } from './use-save-original.ts';

const NO_FILES: readonly IntakeRow[] = [];

/** The pages of the file that is opened. */
const usePagesOf = (caseId: CaseId, file: IntakeRow | undefined) => {
  const record = file?.record ?? null;
  const { data } = useQueryOf('page.list', record === null ? { caseId } : { caseId, recordId: record }, {
    isEnabled: record !== null,
  });
  return record === null ? undefined : data;
};

const LedgerBody = ({ caseId }: { readonly caseId: CaseId }) => {
  const { data: ledger, error } = useQueryOf('intake.list', { caseId });
  const [filter, setFilter] = useState<LedgerFilter>({ state: null, words: '' });
  const [opened, setOpened] = useState<number | null>(null);
  const files = ledger?.files ?? NO_FILES;
  const pages = usePagesOf(
    caseId,
    files.find(({ id }) => id === opened),
  );
  const rows = useMemo(() => ledgerRows(files, filter, opened, pages ?? []), [files, filter, opened, pages]);
  const [locked, setLocked] = useState<IntakeRow | null>(null);
  const { save } = useSaveOriginal(caseId);
  const { start: retry } = useJob('intake.retry');
  if (error)
    return (
      <Notice tone="block" title="The files cannot be listed.">
        {error.message}
      </Notice>
    );
  if (!ledger) return null;
  if (files.length === 0)
    return (
      <EmptyState icon="drop" title="No file was given yet">
        Every file that is given to this case is listed here, with what became of it.
      </EmptyState>
    );
  const actions = {
    toggle: ({ id }: IntakeRow) => setOpened(id === opened ? null : id),
    saveOriginal: ({ id, name }: IntakeRow) => void save({ line: id }, name),
    givePassword: setLocked,
    tryAgain: ({ id, name }: IntakeRow) => void retry({ caseId, id }, `Reading ${name}`),
  };
  return (
    <>
      <div className="ledger-top">
        <LedgerSums totals={ledger.totals} state={filter.state} onState={(state) => setFilter({ ...filter, state })} />
        <TextField
          label="Find a file"
          isLabelHidden
          type="search"
          placeholder="Find a file"
          value={filter.words}
          onChange={(words) => setFilter({ ...filter, words })}
          className="ledger-find"
        />
      </div>
      {rows.length === 0 ? (
        <EmptyState icon="search" title="No file is called that">
          Files are found by any part of their name.
        </EmptyState>
      ) : (
        <LedgerTable rows={rows} actions={actions} />
      )}
      <GivePassword caseId={caseId} file={locked} onClose={() => setLocked(null)} />
    </>
  );
};

type Props = { readonly caseId: CaseId; readonly isOpen: boolean; readonly onClose: () => void };

/** What became of every file that was ever given: the numbers add up, and each file that was not taken says why. */
export const Ledger = ({ caseId, isOpen, onClose }: Props) => (
  <Dialog isOpen={isOpen} onClose={onClose} title="What became of the files" size="full">
    {isOpen ? <LedgerBody caseId={caseId} /> : null}
  </Dialog>
);
