import type { Output } from '../../../shared/contract.ts';
import type { CaseId } from '../../../shared/ids.ts';
import { useActions } from '../../commands/registry.ts';
import { useCommand, useQueryOf } from '../../data/hooks.ts';
import { Button } from '../../ui/button.tsx';
import { percentOf, ThinBar } from '../../ui/progress.tsx';

type Status = Output<'ocr.status'>;

const pagesInWords = (count: number): string => `${count.toLocaleString('en-US')} ${count === 1 ? 'page' : 'pages'}`;

const leftInWords = (pages: number, aMinute: number): string => {
  const minutes = Math.ceil(pages / aMinute);
  return minutes <= 1 ? 'under a minute left' : `about ${minutes.toLocaleString('en-US')} min left`;
};

const paceInWords = ({ waiting, pagesAMinute }: Status): string =>
  pagesAMinute === null ? `${pagesInWords(waiting)} left` : [`${pagesInWords(waiting)} left`, `${String(Math.max(1, Math.round(pagesAMinute)))} a minute`, leftInWords(waiting, Math.max(pagesAMinute, 0.1))].join(' · ');

/** How far the recognition of words is, as long as pages wait for it; reading goes on meanwhile. */
export const RecognitionProgress = ({ caseId }: { readonly caseId: CaseId }) => {
  const { data: status } = useQueryOf('ocr.status', { caseId });
  const { run: pause } = useCommand('ocr.pause');
  const { run: resume } = useCommand('ocr.resume');
  const isRunning = status?.state === 'running';
  const waiting = status?.waiting ?? 0;
  const step = (): void => void (isRunning ? pause({ caseId }) : resume({ caseId }));
  useActions([{ id: 'records.recognition', label: isRunning ? 'Pause the recognition of words' : 'Go on with the recognition of words', group: 'Records', keywords: 'OCR scan', isEnabled: waiting > 0, perform: step }]);
  if (!status || waiting === 0) return null;
  return (
    <div className="intake-line" role="group" aria-label="Recognition of words">
      <div className="row">
        <span className="spread ellipsis" role="status">{isRunning ? 'Recognising words' : status.state === 'paused' ? 'Recognition is paused' : 'Recognition has not begun'}</span>
        <Button variant="quiet" label={isRunning ? 'Pause the recognition' : 'Go on with the recognition'} onPress={step}>{isRunning ? 'Pause' : 'Go on'}</Button>
      </div>
      <ThinBar percent={percentOf(status.recognised, status.recognised + waiting)} label="Words recognised" />
      <p className="small quiet ellipsis">{isRunning ? paceInWords(status) : `${pagesInWords(waiting)} ${waiting === 1 ? 'waits' : 'wait'}`}</p>
    </div>
  );
};
