import { editionName } from '../../../shared/guideline.ts';
import type { GuidelineDifference, GuidelineRow } from '../../../shared/guideline.ts';
import { usDate } from '../../../shared/partial-date.ts';
import { useCommand } from '../../data/hooks.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { showToast } from '../../ui/toast-queue.ts';

const PARTS: Readonly<Record<keyof GuidelineRow, string>> = {
  id: 'id',
  chapter: 'chapter',
  otherNames: 'other names',
  chapter2014: 'its name in forms that cite no year',
  year: 'year',
  edition: 'edition',
  publisher: 'publisher',
  regulation: '8 CCR section',
  status: 'whether it was adopted',
  effectiveFrom: 'in force from',
  effectiveTo: 'until',
  unknownFrom: 'not known from',
  requestsFrom: 'requests from',
  requestsTo: 'requests before',
  certainty: 'certainty',
  note: 'note',
  source: 'source',
  sections: 'sections',
  sectionOptional: 'whether a section is asked for',
};
const partName = (part: string): string => (part in PARTS ? PARTS[part as keyof GuidelineRow] : part);

const inWords = (row: GuidelineRow): string =>
  `${editionName(row)}, ${row.effectiveFrom === null ? 'without a day of effect' : `from ${usDate(row.effectiveFrom)}`}`;

const Rows = ({ title, rows }: { readonly title: string; readonly rows: readonly string[] }) =>
  rows.length === 0 ? null : (
    <section className="stack-tight">
      <h3 className="overline">
        {title} ({rows.length})
      </h3>
      <ul className="plain-list">
        {rows.map((row) => (
          <li key={row}>{row}</li>
        ))}
      </ul>
    </section>
  );

type Props = {
  readonly file: string;
  readonly difference: GuidelineDifference;
  readonly completeTo: string;
  readonly onClose: () => void;
};

/** What a table from a file would change, before it is taken. */
export const GuidelineDifferenceDialog = ({ file, difference, completeTo, onClose }: Props) => {
  const { run, isRunning } = useCommand('guideline.take');
  const { table, added, removed, changed, messages } = difference;
  const isSame = added.length + removed.length + changed.length === 0 && table.completeTo === completeTo;
  const take = async (): Promise<void> => {
    if (!(await run({ table })).ok) return;
    showToast({ tone: 'safe', text: `The guideline table now holds what ${file} says.` });
    onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={`What ${file} would change`}
      footer={
        <>
          <Button onPress={onClose}>{isSame ? 'Close' : 'Leave the table as it is'}</Button>
          {isSame ? null : (
            <Button variant="primary" isPending={isRunning} onPress={() => void take()}>
              Take it
            </Button>
          )}
        </>
      }
    >
      <div className="stack">
        {isSame ? <p>It says what the table says already.</p> : null}
        {messages.map((message) => (
          <p key={message}>{message}</p>
        ))}
        {table.completeTo === completeTo ? null : (
          <p>
            The table would be complete to {usDate(table.completeTo)} instead of {usDate(completeTo)}.
          </p>
        )}
        <Rows title="Added" rows={added.map(inWords)} />
        <Rows
          title="Changed"
          rows={changed.map(({ after, what }) => `${inWords(after)}: ${what.map(partName).join(', ')}`)}
        />
        <Rows title="Removed" rows={removed.map(inWords)} />
      </div>
    </Dialog>
  );
};
