import type { CaseId } from '../../../shared/ids.ts';
import type { IntakeRow, IntakeState, IntakeTotals } from '../../../shared/record.ts';
import { useQueryOf } from '../../data/hooks.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Facts } from '../../ui/facts.tsx';
import type { Fact } from '../../ui/facts.tsx';
import { Pill } from '../../ui/pill.tsx';
import type { Tone } from '../../ui/pill.tsx';

const TONES: Readonly<Record<IntakeState, Tone>> = { imported: 'safe', duplicate: 'neutral', failed: 'block', skipped: 'warn', waiting: 'warn', kept: 'warn' };
const NAMES: Readonly<Record<IntakeState, string>> = { imported: 'imported', duplicate: 'already here', failed: 'failed', skipped: 'skipped', waiting: 'waiting', kept: 'waiting' };
/** What needs a look comes first. */
const ORDER: readonly IntakeState[] = ['failed', 'skipped', 'waiting', 'kept', 'duplicate', 'imported'];

const sizeInWords = (bytes: number): string => (bytes >= 1_048_576 ? `${(bytes / 1_048_576).toFixed(1)} MB` : `${String(Math.max(1, Math.round(bytes / 1024)))} KB`);

const pagesInWords = ({ pages, pagesFailed }: IntakeRow): string[] =>
  pages === 0 ? [] : [`${String(pages)} ${pages === 1 ? 'page' : 'pages'}${pagesFailed > 0 ? `, ${String(pagesFailed)} of them unreadable` : ''}`];

const Line = ({ file }: { readonly file: IntakeRow }) => (
  <li className="ledger-line">
    <Pill tone={TONES[file.state]}>{NAMES[file.state]}</Pill>
    <span className="spread">
      <span className="ledger-name">{file.name}</span>
      <span className="small quiet">{[file.kind.toUpperCase(), sizeInWords(file.size), ...pagesInWords(file)].join(' · ')}</span>
      {file.messages.map((message) => <span key={message} className="small ledger-message">{message}</span>)}
    </span>
  </li>
);

const factsOf = (totals: IntakeTotals): Fact[] => [
  { name: 'Files given', value: totals.given },
  { name: 'Imported', value: totals.imported },
  { name: 'Already here', value: totals.duplicate },
  { name: 'Failed', value: totals.failed, tone: totals.failed > 0 ? 'block' : undefined },
  { name: 'Skipped', value: totals.skipped, tone: totals.skipped > 0 ? 'warn' : undefined },
  ...(totals.waiting > 0 ? [{ name: 'Waiting', value: totals.waiting, tone: 'warn' as const }] : []),
  { name: 'Pages that the files have', value: totals.pagesPromised.toLocaleString('en-US') },
  { name: 'Pages here', value: totals.pagesStored.toLocaleString('en-US') },
  { name: 'Pages that could not be read', value: totals.pagesFailed, tone: totals.pagesFailed > 0 ? 'block' : undefined },
];

const Lines = ({ caseId }: { readonly caseId: CaseId }) => {
  const { data: ledger, error } = useQueryOf('intake.list', { caseId });
  if (error) return <p>{error.message}</p>;
  if (!ledger) return null;
  const files = [...ledger.files].sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || a.id - b.id);
  return (
    <>
      <Facts facts={factsOf(ledger.totals)} />
      <ul className="ledger-lines" aria-label="Files">{files.map((file) => <Line key={file.id} file={file} />)}</ul>
    </>
  );
};

type Props = { readonly caseId: CaseId; readonly isOpen: boolean; readonly onClose: () => void };

/** What became of every file that was ever given: the numbers add up, and each file that was not taken says why. */
export const Ledger = ({ caseId, isOpen, onClose }: Props) => (
  <Dialog isOpen={isOpen} onClose={onClose} title="What became of the files" size="medium">{isOpen ? <Lines caseId={caseId} /> : null}</Dialog>
);
