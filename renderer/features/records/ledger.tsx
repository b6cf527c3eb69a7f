import type { FileResult } from '../../../shared/record.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Pill } from '../../ui/pill.tsx';
import type { Tone } from '../../ui/pill.tsx';

const TONES: Readonly<Record<FileResult['status'], Tone>> = { imported: 'safe', duplicate: 'neutral', failed: 'block', skipped: 'warn' };

const countOf = (files: readonly FileResult[], status: FileResult['status']): number => files.filter((file) => file.status === status).length;

const sizeInWords = (bytes: number): string => (bytes >= 1_048_576 ? `${(bytes / 1_048_576).toFixed(1)} MB` : `${String(Math.max(1, Math.round(bytes / 1024)))} KB`);

const Line = ({ file }: { readonly file: FileResult }) => (
  <li className="ledger-line">
    <Pill tone={TONES[file.status]}>{file.status}</Pill>
    <span className="spread">
      <span className="ledger-name">{file.name}</span>
      <span className="small quiet">{[file.kind.toUpperCase(), sizeInWords(file.size), ...(file.pages > 0 ? [`${String(file.pages)} pages`] : [])].join(' · ')}</span>
      {file.messages.map((message) => <span key={message} className="small ledger-message">{message}</span>)}
    </span>
  </li>
);

type Props = { readonly files: readonly FileResult[]; readonly isOpen: boolean; readonly onClose: () => void };

/** What became of every file that was given: the numbers add up, and each file that was not taken says why. */
export const Ledger = ({ files, isOpen, onClose }: Props) => (
  <Dialog isOpen={isOpen} onClose={onClose} title="What became of the files" size="medium">
    <Facts facts={[
      { name: 'Files given', value: files.length },
      { name: 'Imported', value: `${String(countOf(files, 'imported'))}, ${String(files.reduce((sum, file) => sum + (file.status === 'imported' ? file.pages : 0), 0))} pages` },
      { name: 'Already here', value: countOf(files, 'duplicate') },
      { name: 'Failed', value: countOf(files, 'failed'), tone: countOf(files, 'failed') > 0 ? 'block' : undefined },
      { name: 'Skipped', value: countOf(files, 'skipped'), tone: countOf(files, 'skipped') > 0 ? 'warn' : undefined },
    ]} />
    <ul className="ledger-lines" aria-label="Files">{files.map((file, index) => <Line key={`${file.name} ${String(index)}`} file={file} />)}</ul>
  </Dialog>
);
