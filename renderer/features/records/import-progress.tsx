import type { Job } from '../../data/jobs.ts';
import { Button } from '../../ui/button.tsx';
import { percentOf, ThinBar } from '../../ui/progress.tsx';

/** What a job says of itself, taken apart: `2 of 14 files`, the time left, and the pace with the file in hand. */
const partsOf = (note: string): { readonly files: string; readonly left: string; readonly now: string } => {
  const [files = '', ...rest] = note.split(' · ');
  const isLeft = (part: string): boolean => part.endsWith(' left');
  const isPace = (part: string): boolean => part.endsWith(' a second');
  return {
    files: files === '' ? 'Looking at the files' : files,
    left: rest.find(isLeft) ?? '',
    now: [...rest.filter(isPace), ...rest.filter((part) => !isPace(part) && !isLeft(part))].join(' · '),
  };
};

type Props = { readonly job: Job; readonly onPause: () => void; readonly onStop: () => void };

/** How far an import is, with the way to hold it and to give up the rest; what was imported until then stays. */
export const ImportProgress = ({ job, onPause, onStop }: Props) => {
  const percent = percentOf(job.done, job.total);
  const { files, left, now } = partsOf(job.note);
  return (
    <div className="intake-line" role="group" aria-label="Import">
      <div className="row">
        <span className="spread ellipsis" role="status">
          {job.title}
        </span>
        <Button variant="quiet" label="Pause the import" onPress={onPause}>
          Pause
        </Button>
        <Button variant="quiet" label="Stop the import" onPress={onStop}>
          Stop
        </Button>
      </div>
      <ThinBar percent={percent} label={job.title} />
      <p className="row small quiet">
        <span className="spread ellipsis">{files}</span>
        <span className="whole">{left}</span>
      </p>
      {now === '' ? null : <p className="small quiet ellipsis">{now}</p>}
    </div>
  );
};
