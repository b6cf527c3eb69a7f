import { memo, useCallback, useDeferredValue, useMemo, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import type { CaseId } from '../../../shared/ids.ts';
import { usShortDate } from '../../../shared/partial-date.ts';
import { useQueryOf } from '../../data/hooks.ts';
import { fetchVisit, useVisits } from '../../data/visits.ts';
import { openSpan, openVisit, pointAtVisit, useWorkspace } from '../../data/workspace-state.ts';
import { useSize } from '../../ui/use-size.ts';
import { stripView } from './strip-view.ts';
import type { Dot } from './strip-view.ts';

const LANE_HEIGHT = 18;
/** A row of labels above the lanes. */
const LABEL_HEIGHT = 15;
const topOf = (rows: number): number => LABEL_HEIGHT * Math.max(rows, 1) + 3;
const share = (at: number): string => `${String(at * 100)}%`;
const laneY = (top: number, lanes: readonly string[], lane: string): number =>
  top + lanes.indexOf(lane) * LANE_HEIGHT + LANE_HEIGHT / 2;

type DotProps = {
  readonly dot: Dot;
  readonly y: number;
  readonly isPointedAt: boolean;
  readonly isTabStop: boolean;
  readonly onOpen: (dot: Dot) => Promise<void>;
};

const DotButton = memo(({ dot, y, isPointedAt, isTabStop, onOpen }: DotProps) => (
  <li className="strip-place" style={{ left: share(dot.at), top: y }}>
    <button
      type="button"
      className={`strip-dot ${dot.shape} ${dot.isProposed ? 'proposed' : ''} ${dot.ids.length > 1 ? 'many' : ''} ${isPointedAt ? 'pointed' : ''}`}
      aria-label={dot.name}
      title={dot.name}
      tabIndex={isTabStop ? 0 : -1}
      onMouseEnter={() => pointAtVisit(dot.ids[0] ?? null)}
      onFocus={() => pointAtVisit(dot.ids[0] ?? null)}
      onClick={() => void onOpen(dot)}
    />
  </li>
));
DotButton.displayName = 'DotButton';

/** The whole case in time, below the panes: pointing at a dot lights its visit and its words; a click opens them. */
export const TimeStrip = ({ caseId }: { readonly caseId: CaseId }) => {
  const list = useRef<HTMLUListElement>(null);
  // Thousands of dots are laid out when there is time for it, and not before a key is seen done.
  const visits = useDeferredValue(useVisits(caseId).visits);
  const { data: overview } = useQueryOf('case.show', { caseId });
  const visit = useWorkspace((state) => state.visit);
  const [field, { width }] = useSize();
  const view = useMemo(
    () =>
      stripView(
        visits ?? [],
        overview?.facts.header ?? { dateOfInjury: '', urDenialDate: '', applicationReceived: '' },
        width || undefined,
      ),
    [visits, overview, width],
  );
  const pointed = view.dots.find(({ ids }) => visit !== null && ids.includes(visit));
  const top = topOf(Math.max(0, ...view.markers.map(({ row }) => row + 1)));
  const height = top + view.lanes.length * LANE_HEIGHT;

  const open = useCallback(
    async ({ ids: [id] }: Dot): Promise<void> => {
      if (id === undefined) return;
      openVisit(id);
      const shown = await fetchVisit(caseId, id).catch(() => undefined);
      const source = shown?.facts.flatMap(({ sources }) => sources)[0];
      if (source) openSpan(source);
    },
    [caseId],
  );
  const strike = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const dots = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = dots.findIndex((dot) => dot === document.activeElement);
    if (step === 0 || at < 0) return;
    event.preventDefault();
    dots[Math.min(Math.max(at + step, 0), dots.length - 1)]?.focus();
  };

  return (
    <section className="strip" data-pane="strip" aria-label="Time strip" tabIndex={-1}>
      <div className="strip-names" aria-hidden="true" style={{ paddingTop: top }}>
        {view.lanes.map((lane) => (
          <span key={lane} style={{ height: LANE_HEIGHT }}>
            {lane}
          </span>
        ))}
      </div>
      <div className="strip-field" ref={field} style={{ minHeight: height + 18 }}>
        {view.dots.length === 0 ? (
          <p className="strip-empty small quiet">The visits of the timeline appear here in the order of time.</p>
        ) : null}
        <div aria-hidden="true">
          {view.lanes.map((lane) => (
            <span key={lane} className="strip-line" style={{ top: laneY(top, view.lanes, lane) }} />
          ))}
          {view.gaps.map((gap) => (
            <span
              key={gap.from}
              className="strip-gap"
              style={{ left: share(gap.from), width: share(gap.to - gap.from), top, height: height - top }}
            >
              <span>{gap.label}</span>
            </span>
          ))}
          {view.bars.map((bar) => (
            <span
              key={`${bar.lane} ${String(bar.from)}`}
              className="strip-bar"
              style={{ left: share(bar.from), width: share(bar.to - bar.from), top: laneY(top, view.lanes, bar.lane) }}
            />
          ))}
          {view.markers.map((marker) => (
            <span
              key={marker.label}
              className={`strip-marker ${marker.tone} ${marker.side}`}
              style={{ left: share(marker.at), height }}
            >
              <span className="strip-marker-name" style={{ top: marker.row * LABEL_HEIGHT + 1 }}>
                {marker.label}
              </span>
            </span>
          ))}
          {pointed ? (
            <span className="strip-now" style={{ left: share(pointed.at), top: height }}>
              {usShortDate(pointed.date)}
            </span>
          ) : null}
          {view.ticks
            .filter(({ at }) => pointed === undefined || Math.abs(at - pointed.at) > 0.05)
            .map((tick) => (
              <span key={tick.label} className="strip-tick" style={{ left: share(tick.at), top: height }}>
                {tick.label}
              </span>
            ))}
        </div>
        <ul ref={list} aria-label="Visits in time" onKeyDown={strike} onMouseLeave={() => pointAtVisit(null)}>
          {view.dots.map((dot, index) => (
            <DotButton
              key={`${dot.lane} ${dot.date}`}
              dot={dot}
              y={laneY(top, view.lanes, dot.lane)}
              isPointedAt={dot === pointed}
              isTabStop={pointed ? dot === pointed : index === 0}
              onOpen={open}
            />
          ))}
        </ul>
      </div>
    </section>
  );
};
