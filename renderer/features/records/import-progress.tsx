import type { Job } from '../../data/jobs.ts';
import { Button } from '../../ui/button.tsx';
import { percentOf, ThinBar } from '../../ui/progress.tsx';

/** What a job says of itself, taken apart: `2 of 14 files`, the file in hand, and how fast it goes. */
const partsOf = (note: string): { readonly files: string; readonly inHand: string; readonly pace: string } => {
  const [files = '', ...rest] = note.split(' · ');
  const isPace = (part: string): boolean => /(a second|left)$/.test(part);
  return { files, inHand: rest.filter((part) => !isPace(part)).join(' · '), pace: rest.filter(isPace).join(' · ') };
};

type Props = { readonly job: Job; readonly onPause: () => void; readonly onStop: () => void };

/** How far an import is, with the way to hold it and to give up the rest; what was imported until then stays. */
export const ImportProgress = ({ job, onPause, onStop }: Props) => {
  const percent = percentOf(job.done, job.total);
  const { files, inHand, pace } = partsOf(job.note);
  return (
    <div className="intake-line" role="group" aria-label="Import">
      <div className="row">
        <span className="spread ellipsis" role="status">{job.title}</span>
        <Button variant="quiet" label="Pause the import" onPress={onPause}>Pause</Button>
        <Button variant="quiet" label="Stop the import" onPress={onStop}>Stop</Button>
      </div>
      <ThinBar percent={percent} label={job.title} />
      <p className="small quiet ellipsis">{[files === '' ? 'Looking at the files' : files, pace].filter((part) => part !== '').join(' · ')}</p>
      {inHand === '' ? null : <p className="small quiet ellipsis">{inHand}</p>}
    </div>
  );
};
