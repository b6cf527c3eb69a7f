import { useState } from 'react';
import type { GuidelineRow } from '../../../shared/guideline.ts';
import type { Action } from '../../commands/registry.ts';
import { useCommand, useQueryOf } from '../../data/hooks.ts';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Menu } from '../../ui/menu.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { GuidelineDifferenceDialog } from './guideline-difference.tsx';
import { GuidelineForm } from './guideline-form.tsx';
import { BLANK_ROW, nextEdition } from './guideline-rows.ts';
import { GuidelineTable } from './guideline-table.tsx';
import { useGuidelineFiles } from './use-guideline-files.ts';

const GROUP = 'Guideline table';
const NO_ROWS: readonly GuidelineRow[] = [];

const AskReset = ({ onClose }: { readonly onClose: () => void }) => {
  const { run, isRunning } = useCommand('guideline.reset');
  const reset = async (): Promise<void> => {
    if ((await run({})).ok) onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      role="alertdialog"
      title="Back to the table as shipped?"
      footer={
        <>
          <Button onPress={onClose}>Keep mine</Button>
          <Button variant="danger" isPending={isRunning} onPress={() => void reset()}>
            Take the shipped table
          </Button>
        </>
      }
    >
      <p>Every edition that was added, changed or removed here is given up. Export the table first to keep it.</p>
    </Dialog>
  );
};

/** The guideline table: seen, searched, edited edition by edition, from and to files. */
export const GuidelineSettings = () => {
  const { data: table } = useQueryOf('guideline.table', {});
  const { run: setComplete } = useCommand('guideline.setComplete');
  const rows = table?.rows ?? NO_ROWS;
  const [words, setWords] = useState('');
  const [editing, setEditing] = useState<GuidelineRow | null>(null);
  const [isResetting, setResetting] = useState(false);
  const files = useGuidelineFiles();
  if (editing !== null)
    return (
      <GuidelineForm
        key={editing.id}
        row={editing}
        onClose={() => setEditing(null)}
        onNext={(row) => setEditing(nextEdition(row))}
      />
    );
  const entry = (id: string, label: string, perform: () => void): Action => ({ id, label, group: GROUP, perform });
  return (
    <div className="stack settings-section">
      <div className="row">
        <TextField
          label="Find a chapter"
          isLabelHidden
          type="search"
          value={words}
          onChange={setWords}
          placeholder="Find a chapter"
          className="spread"
        />
        <Menu
          label="The table and files"
          trigger={
            <Button variant="quiet" icon="down" isPending={files.isRunning}>
              Import and export
            </Button>
          }
          entries={[
            entry('add', 'Import, adding to the table …', () => void files.compare('add')),
            entry('replace', 'Import in place of the table …', () => void files.compare('replace')),
            'line',
            entry('csv', 'Export as CSV …', () => void files.give('csv')),
            entry('json', 'Export as JSON …', () => void files.give('json')),
            'line',
            entry('reset', 'Back to the table as shipped …', () => setResetting(true)),
          ]}
        />
        <Button icon="plus" onPress={() => setEditing(BLANK_ROW)}>
          Add an edition
        </Button>
      </div>
      {table === undefined ? null : (
        <div className="row">
          <DateField
            label="The table is complete to"
            value={table.completeTo}
            onChange={(completeTo) => {
              if (completeTo !== '' && completeTo !== table.completeTo) void setComplete({ completeTo });
            }}
          />
          <p className="small quiet spread">
            After this day no edition is judged: the checks say that they do not know. Rows from memory and proposals
            are shown and never judged by.
          </p>
        </div>
      )}
      <GuidelineTable rows={rows} words={words} onEdit={setEditing} />
      {files.compared === null || table === undefined ? null : (
        <GuidelineDifferenceDialog {...files.compared} completeTo={table.completeTo} onClose={files.forget} />
      )}
      {isResetting ? <AskReset onClose={() => setResetting(false)} /> : null}
    </div>
  );
};
