import type { Output } from '../../../shared/contract.ts';
import type { CaseId } from '../../../shared/ids.ts';
import { useActions } from '../../commands/registry.ts';
import { useCommand, useQueryOf } from '../../data/hooks.ts';
import { useImportOf } from '../../data/jobs.ts';
import { Button } from '../../ui/button.tsx';
import { percentOf, ThinBar } from '../../ui/progress.tsx';

type Status = Output<'ocr.status'>;

const pagesInWords = (count: number): string => `${count.toLocaleString('en-US')} ${count === 1 ? 'page' : 'pages'}`;

const leftInWords = (pages: number, aMinute: number): string => {
  const minutes = Math.ceil(pages / aMinute);
  return minutes <= 1 ? 'under a minute left' : `about ${minutes.toLocaleString('en-US')} min left`;
};

const TITLES: Readonly<Record<Status['state'], string>> = {
  running: 'Recognising words',
  paused: 'Recognition is paused',
  idle: 'Pages to recognise',
};

/** How many pages are left, and how long that takes once the pace is known. */
const Pace = ({ status: { waiting, pagesAMinute, state } }: { readonly status: Status }) => {
  const pace = state === 'running' ? pagesAMinute : null;
  return (
    <p className="row small quiet">
      <span className="spread ellipsis">
        {pagesInWords(waiting)} {state === 'running' ? 'left' : waiting === 1 ? 'waits' : 'wait'}
        {pace === null ? '' : ` · ${String(Math.max(1, Math.round(pace)))} a minute`}
      </span>
      {pace === null ? null : <span className="whole">{leftInWords(waiting, Math.max(pace, 0.1))}</span>}
    </p>
  );
};

/** How far the recognition of words is, as long as pages wait for it; reading goes on meanwhile. */
export const RecognitionProgress = ({ caseId }: { readonly caseId: CaseId }) => {
  const { data: status } = useQueryOf('ocr.status', { caseId });
  const { run: pause } = useCommand('ocr.pause');
  const { run: resume } = useCommand('ocr.resume');
  const isImporting = useImportOf(caseId) !== null;
  const isRunning = status?.state === 'running';
  const waiting = status?.waiting ?? 0;
  const step = (): void => void (isRunning ? pause({ caseId }) : resume({ caseId }));
  useActions([
    {
      id: 'records.recognition',
      label: isRunning ? 'Pause the recognition of words' : 'Go on with the recognition of words',
      group: 'Records',
      keywords: 'OCR scan',
      isEnabled: waiting > 0,
      perform: step,
    },
  ]);
  if (!status || waiting === 0) return null;
  return (
    <div className="intake-line" role="group" aria-label="Recognition of words">
      <div className="row">
        <span className="spread ellipsis" role="status">
          {TITLES[status.state]}
        </span>
        {status.state === 'idle' && isImporting ? null : (
          <Button
            variant="quiet"
            label={isRunning ? 'Pause the recognition' : 'Go on with the recognition'}
            onPress={step}
          >
            {isRunning ? 'Pause' : 'Go on'}
          </Button>
        )}
      </div>
      <ThinBar percent={percentOf(status.recognised, status.recognised + waiting)} label="Words recognised" />
      <Pace status={status} />
    </div>
  );
};
