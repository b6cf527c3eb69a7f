/** 0 to 1, whole percent; all but done is never shown as done, nor a beginning as nothing. */
export const percentOf = (done: number, total: number): number => {
  if (total === 0 || done === 0) return 0;
  return done >= total ? 100 : Math.min(99, Math.max(1, Math.round((done / total) * 100)));
};

const RADIUS = 5.5;
const LENGTH = 2 * Math.PI * RADIUS;

/** How much of something is read, as a ring of 14 pixels; `label` says it in words: `2 of 4 pages read`. */
export const ProgressRing = ({ percent, label }: { readonly percent: number; readonly label: string }) => (
  <svg className="ring" width={14} height={14} viewBox="0 0 14 14" role="img" aria-label={label}>
    <circle className="ring-track" cx={7} cy={7} r={RADIUS} />
    <circle
      className="ring-value"
      cx={7}
      cy={7}
      r={RADIUS}
      strokeDasharray={`${(LENGTH * percent) / 100} ${LENGTH}`}
      transform="rotate(-90 7 7)"
    />
  </svg>
);

/** The same as a bar, with its number beside it. */
export const ProgressBar = ({ percent, label }: { readonly percent: number; readonly label: string }) => (
  <span className="bar-row" role="img" aria-label={label}>
    <span className="bar">
      <span className="bar-value" style={{ width: `${percent}%` }} />
    </span>
    <span className="bar-number">{percent} %</span>
  </span>
);

/** How far something that runs is: a thin line across its place. */
export const ThinBar = ({ percent, label }: { readonly percent: number; readonly label: string }) => (
  <div
    className="thin-bar"
    role="progressbar"
    aria-label={label}
    aria-valuenow={percent}
    aria-valuemin={0}
    aria-valuemax={100}
  >
    <span style={{ width: `${String(percent)}%` }} />
  </div>
);
