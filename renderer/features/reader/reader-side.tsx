import { useEffect } from 'react';
import type { CaseId } from '../../../shared/ids.ts';
import type { Action } from '../../commands/registry.ts';
import { useQueryOf } from '../../data/hooks.ts';
import { recordName, useRecordAt } from '../../data/source-label.ts';
import { placeOf, takeSide, useWorkspace } from '../../data/workspace-state.ts';
import type { Side } from '../../data/workspace-state.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LETTER_HEIGHT, LETTER_WIDTH, zoomToFit } from '../../data/page-layout.ts';
import { PageScroll } from './page-scroll.tsx';
import { noteFit, useReaderView } from './reader-view.ts';
import { useSize } from '../../ui/use-size.ts';

type Props = {
  readonly caseId: CaseId;
  readonly side: Side;
  readonly actions: readonly Action[];
  readonly isSplit: boolean;
};

/** One record in the reader. With two beside each other, the one last used takes the pages that are opened. */
export const ReaderSide = ({ caseId, side, actions, isSplit }: Props) => {
  const place = useWorkspace((state) => placeOf(state.trails[side]));
  const isInUse = useWorkspace((state) => state.side === side);
  const shown = useWorkspace((state) => state.shown[side]);
  const recordAt = useRecordAt(caseId);
  const { data: pages, error } = useQueryOf(
    'page.list',
    place === null ? { caseId } : { caseId, recordId: place.record },
    { isEnabled: place !== null },
  );
  const { zoom, fit, turn } = useReaderView(side);
  const [ref, room] = useSize();
  const record = place === null ? undefined : recordAt({ record: place.record, page: shown });

  useEffect(() => {
    if (fit !== null && room.width > 0 && pages)
      noteFit(
        side,
        zoomToFit(
          pages.map((page) => (page.kind === 'flow' ? { width: LETTER_WIDTH, height: LETTER_HEIGHT } : page)),
          room,
          turn,
          fit,
        ),
      );
  }, [fit, room, pages, turn, side]);

  return (
    <div
      ref={ref}
      data-side={side}
      className={`reader-side ${isSplit && isInUse ? 'in-use' : ''}`}
      onFocusCapture={() => takeSide(side)}
      onMouseDownCapture={() => takeSide(side)}
    >
      {isSplit ? <p className="reader-side-name ellipsis">{record ? recordName(record) : 'No record'}</p> : null}
      {place === null ? (
        <EmptyState icon="file" title="Choose a record">
          Its pages appear here. Pages that you look at are marked as read.
        </EmptyState>
      ) : null}
      {error ? (
        <EmptyState icon="blocked" title="The record cannot be shown">
          {error.message}
        </EmptyState>
      ) : null}
      {place !== null && pages && room.width > 0 ? (
        <PageScroll
          key={place.record}
          caseId={caseId}
          side={side}
          pages={pages}
          place={place}
          zoom={zoom}
          turn={turn}
          actions={actions}
        />
      ) : null}
    </div>
  );
};
