import type { CaseId } from '../../../shared/ids.ts';
import type { RecordRow } from '../../../shared/record.ts';
import type { Action } from '../../commands/registry.ts';
import { useCommand, useQueryOf } from '../../data/hooks.ts';
import { inListOrder } from '../../data/record-groups.ts';
import {
  goBack,
  goForward,
  openDetails,
  openPage,
  placeOf,
  showCitations,
  splitReader,
  useWorkspace,
} from '../../data/workspace-state.ts';
import { fitWidth, turnPages, useReaderView, zoomBy, zoomTo } from './reader-view.ts';

const GROUP = 'Reader';

/** What the reader in use shows now. */
export type ReaderNow = {
  readonly record: RecordRow | undefined;
  readonly page: number;
  readonly zoom: number;
  readonly isFitted: boolean;
  readonly isPageRead: boolean;
};

type Names =
  | 'back'
  | 'forward'
  | 'nextPage'
  | 'previousPage'
  | 'nextRecord'
  | 'previousRecord'
  | 'zoomIn'
  | 'zoomOut'
  | 'fullSize'
  | 'fit'
  | 'rotate'
  | 'split'
  | 'citations'
  | 'markRead'
  | 'markRecordRead'
  | 'details';

/** Everything that can be done with the reader, by name; one list for toolbar, palette and keys. */
export const useReaderActions = (
  caseId: CaseId,
): { readonly now: ReaderNow; readonly actions: Readonly<Record<Names, Action>> } => {
  const side = useWorkspace((state) => state.side);
  const trail = useWorkspace((state) => state.trails[state.side]);
  const page = useWorkspace((state) => state.shown[state.side]);
  const isSplit = useWorkspace((state) => state.isSplit);
  const isCited = useWorkspace((state) => state.showsCitations);
  const view = useReaderView(side);
  const place = placeOf(trail);
  const { data: records = [] } = useQueryOf('record.list', { caseId });
  const { data: pages = [] } = useQueryOf(
    'page.list',
    place === null ? { caseId } : { caseId, recordId: place.record },
    { isEnabled: place !== null },
  );
  const { run: mark } = useCommand('page.markRead');

  const ordered = inListOrder(records);
  const at = ordered.findIndex(({ id }) => id === place?.record);
  const record = ordered[at];
  const row = pages[page - 1];
  const isPageRead = row?.isRead ?? false;
  const openRecord = (other: RecordRow | undefined) => (): void => {
    if (other) openPage(other.id, 1);
  };
  const action = (
    id: string,
    label: string,
    keys: readonly string[],
    perform: () => void,
    isEnabled = record !== undefined,
  ): Action => ({
    id: `reader.${id}`,
    label,
    group: GROUP,
    keys,
    isEnabled,
    perform,
    ...(keys.some((key) => key.startsWith('Alt')) ? {} : { pane: 'reader' }),
  });
  const turnTo = (by: number): void => {
    if (record) openPage(record.id, Math.min(Math.max(page + by, 1), record.pages));
  };
  const markPages = (isRead: boolean, which: typeof pages): void =>
    void mark({ caseId, pageIds: which.map(({ id }) => id), isRead });

  return {
    now: { record, page, zoom: view.zoom, isFitted: view.isFitted, isPageRead },
    actions: {
      back: action('back', 'Back', ['Alt+ArrowLeft'], goBack, trail.at > 0),
      forward: action('forward', 'Forward', ['Alt+ArrowRight'], goForward, trail.at < trail.places.length - 1),
      nextPage: action('next-page', 'Next page', ['J'], () => turnTo(1), record !== undefined && page < record.pages),
      previousPage: action('previous-page', 'Previous page', ['K'], () => turnTo(-1), page > 1),
      nextRecord: action(
        'next-record',
        'Next record',
        [']', 'N'],
        openRecord(ordered[at + 1]),
        ordered[at + 1] !== undefined,
      ),
      previousRecord: action('previous-record', 'Previous record', ['[', 'P'], openRecord(ordered[at - 1]), at > 0),
      zoomIn: action('zoom-in', 'Zoom in', ['+', '='], () => zoomBy(side, 1)),
      zoomOut: action('zoom-out', 'Zoom out', ['-'], () => zoomBy(side, -1)),
      fullSize: action('full-size', 'Size as on paper', ['0'], () => zoomTo(side, 1)),
      fit: action('fit', 'Fit width', ['W'], () => fitWidth(side)),
      rotate: action('rotate', 'Rotate', ['R'], () => turnPages(side)),
      split: action('split', isSplit ? 'One record' : 'Split', ['\\'], () => splitReader(!isSplit)),
      citations: action('citations', 'Citations', ['C'], () => showCitations(!isCited)),
      markRead: action(
        'mark-read',
        isPageRead ? 'Mark page as not read' : 'Mark page as read',
        ['M'],
        () => row && markPages(!isPageRead, [row]),
      ),
      markRecordRead: action(
        'mark-record',
        'Mark every page of the record as read',
        ['Shift+M'],
        () =>
          markPages(
            true,
            pages.filter((one) => !one.isRead),
          ),
        pages.some((one) => !one.isRead),
      ),
      details: action('details', 'Record details', ['I'], () => record && openDetails(record.id)),
    },
  };
};
