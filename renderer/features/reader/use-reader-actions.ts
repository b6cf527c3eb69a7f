import type { CaseId } from '../../../shared/ids.ts';
import type { DocumentRow } from '../../../shared/document.ts';
import type { Action } from '../../commands/registry.ts';
import { useCommand, useQueryOf } from '../../data/hooks.ts';
import { useDivide } from '../../data/divide-record.ts';
import type { Fit } from '../../data/page-layout.ts';
import { inListOrder } from '../../data/record-groups.ts';
import {
  goBack,
  goForward,
  openDetails,
  openPage,
  placeOf,
  showCitations,
  showFates,
  splitReader,
  useWorkspace,
  workspaceNow,
} from '../../data/workspace-state.ts';
import { fitTo, scrollReader, turnPages, useReaderView, zoomBy, zoomTo } from './reader-view.ts';

const GROUP = 'Reader';

/** What the reader in use shows now. */
export type ReaderNow = {
  /** The record in which the page stands. */
  readonly record: DocumentRow | undefined;
  readonly page: number;
  /** How many the file has. */
  readonly pages: number;
  readonly zoom: number;
  readonly fit: Fit | null;
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
  | 'fitPage'
  | 'scrollOn'
  | 'scrollBack'
  | 'rotate'
  | 'split'
  | 'citations'
  | 'fates'
  | 'markRead'
  | 'markRecordRead'
  | 'divide'
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
  const isTinted = useWorkspace((state) => state.showsFates);
  const view = useReaderView(side);
  const place = placeOf(trail);
  const { data: records = [] } = useQueryOf('document.list', { caseId });
  const { data: pages = [] } = useQueryOf(
    'page.list',
    place === null ? { caseId } : { caseId, recordId: place.record },
    { isEnabled: place !== null },
  );
  const { run: mark } = useCommand('page.markRead');
  const { divide, canDivide } = useDivide(caseId);

  const ordered = inListOrder(records);
  const at = ordered.findIndex(({ file, first, last }) => file === place?.record && page >= first && page <= last);
  const record = ordered[at];
  const own = record === undefined ? [] : pages.slice(record.first - 1, record.last);
  const row = pages[page - 1];
  const isPageRead = row?.isRead ?? false;
  const openRecord = (other: DocumentRow | undefined) => (): void => {
    if (other) openPage(other.file, other.first);
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
  // Where the reader is when the key comes: several may come before the page is drawn again.
  const turnTo = (by: number): void => {
    const { shown } = workspaceNow();
    if (place !== null) openPage(place.record, Math.min(Math.max(shown[side] + by, 1), pages.length));
  };
  /** A screen on or back; from the end of a file to the record behind it. */
  const goOn = (direction: 1 | -1): void => {
    if (!scrollReader(side, direction)) openRecord(ordered[at + direction])();
  };
  const markPages = (isRead: boolean, which: typeof pages): void =>
    void mark({ caseId, pageIds: which.map(({ id }) => id), isRead });

  return {
    now: { record, page, pages: pages.length, zoom: view.zoom, fit: view.fit, isPageRead },
    actions: {
      back: action('back', 'Back', ['Alt+ArrowLeft'], goBack, trail.at > 0),
      forward: action('forward', 'Forward', ['Alt+ArrowRight'], goForward, trail.at < trail.places.length - 1),
      nextPage: action('next-page', 'Next page', ['J'], () => turnTo(1), page < pages.length),
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
      fit: action('fit', 'Fit width', ['W'], () => fitTo(side, 'width')),
      fitPage: action('fit-page', 'Fit page', ['F'], () => fitTo(side, 'page')),
      scrollOn: action('scroll-on', 'A screen on', ['Space', 'PageDown'], () => goOn(1)),
      scrollBack: action('scroll-back', 'A screen back', ['Shift+Space', 'PageUp'], () => goOn(-1)),
      rotate: action('rotate', 'Rotate', ['R'], () => turnPages(side)),
      split: action('split', isSplit ? 'One record' : 'Split', ['\\'], () => splitReader(!isSplit)),
      citations: action('citations', 'Citations', ['C'], () => showCitations(!isCited)),
      fates: action('fates', 'What became of each line', ['L'], () => showFates(!isTinted)),
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
            own.filter((one) => !one.isRead),
          ),
        own.some((one) => !one.isRead),
      ),
      divide: action('divide', 'Divide the record at this page', ['D'], () => void divide(), canDivide),
      details: action('details', 'Record details', ['I'], () => record && openDetails(record.id)),
    },
  };
};
