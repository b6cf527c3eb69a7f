import type { ReactNode } from 'react';
import { APP_ACTIONS, LOCK, isForMenu } from '../commands/app-actions.ts';
import { useAppView } from '../commands/app-view.ts';
import { bridge } from '../data/bridge.ts';
import { useOtherJob } from '../data/jobs.ts';
import type { Job } from '../data/jobs.ts';
import { Button, IconButton } from './button.tsx';
import { Menu } from './menu.tsx';
import { percentOf } from './progress.tsx';

export type TopBarProps = {
  /** The screen's heading. */
  readonly title: string;
  /** Beside it, quieter. */
  readonly meta?: string;
  /** Goes back to the list; with it the brand mark becomes a button. */
  readonly onBack?: () => void;
  /** In the middle: the search field. */
  readonly centre?: ReactNode;
  /** Pills and the screen's one primary button. */
  readonly right?: ReactNode;
};

const OTHER = APP_ACTIONS.filter(isForMenu);

const RunningJob = ({ job }: { readonly job: Job }) => (
  <span className="job" role="status">
    <span className="ellipsis">
      {job.title}
      {job.total > 0 ? `, ${String(percentOf(job.done, job.total))} %` : ''}
    </span>
    <Button variant="quiet" label={`Cancel: ${job.title}`} onPress={() => bridge.cancel(job.callId)}>
      Cancel
    </Button>
  </span>
);

/** The line above every screen: where one is, what runs, and the way out. */
export const TopBar = ({ title, meta, onBack, centre, right }: TopBarProps) => {
  const job = useOtherJob(useAppView((view) => view.caseId));
  return (
    <header className="top-bar">
      <div className="top-bar-side">
        {onBack ? (
          <IconButton icon="left" label="All cases" onPress={onBack} />
        ) : (
          <span className="brand" aria-hidden="true">
            i
          </span>
        )}
        <h1 className="strong ellipsis">{title}</h1>
        {meta ? <span className="quiet ellipsis">{meta}</span> : null}
      </div>
      <div className="top-bar-centre">{centre}</div>
      <div className="top-bar-side end">
        {job ? <RunningJob job={job} /> : null}
        {right}
        <Button variant="quiet" onPress={LOCK.perform}>
          {LOCK.label}
        </Button>
        <Menu label="Application" trigger={<IconButton icon="more" label="More" />} entries={OTHER} />
      </div>
    </header>
  );
};
