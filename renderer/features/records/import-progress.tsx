import type { Job } from '../../data/jobs.ts';
import { Button } from '../../ui/button.tsx';
import { percentOf } from '../../ui/progress.tsx';

/** How far an import is, with the way to stop it; what was imported until then stays. */
export const ImportProgress = ({ job, onCancel }: { readonly job: Job; readonly onCancel: () => void }) => {
  const percent = percentOf(job.done, job.total);
  return (
    <div className="import-progress">
      <div className="row">
        <span className="spread ellipsis" role="status">{job.title}</span>
        <Button variant="quiet" onPress={onCancel}>Cancel</Button>
      </div>
      <div className="import-bar" role="progressbar" aria-label={job.title} aria-valuenow={percent} aria-valuemin={0} aria-valuemax={100}>
        <span style={{ width: `${String(percent)}%` }} />
      </div>
      <p className="small quiet ellipsis">{job.total > 0 ? `${String(job.done)} of ${String(job.total)}` : 'Looking at the files'}{job.note === '' ? '' : ` · ${job.note}`}</p>
    </div>
  );
};
