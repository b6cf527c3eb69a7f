import { create } from 'zustand';
import type { PageTwins } from '../../shared/duplicate.ts';
import type { EntryDraft } from '../../shared/entry.ts';
import type { CaseId, DocumentId, EntryId, ItemId, PageId, RecordId, SentenceId, VisitId } from '../../shared/ids.ts';
import type { Part } from '../../shared/part.ts';
import type { TextSpan } from '../../shared/span.ts';
import { roomOf } from './parts.ts';

export type WorkTab = 'timeline' | 'summary' | 'decisions' | 'checks' | 'letter';
/** What the timeline shows: its visits, or what follows from all of them. */
export type TimelineView = 'visits' | 'treatments' | 'searches' | 'oddities';
export type Side = 'left' | 'right';
/** The panes of the workspace; a narrow window shows one at a time. */
export type PaneName = 'records' | 'reader' | 'work' | 'strip';

/** Words of a page; `quote` is what they were when they were cited, null where nobody claims anything of them. */
export type Words = { readonly start: number; readonly end: number; readonly quote: string | null };

/** A page for a reader to show; with `words`, at these. Each request is a new object. */
export type Place = { readonly record: RecordId; readonly page: number; readonly words: Words | null };

/** Where one reader has been; `at` is where it is. */
export type Trail = { readonly places: readonly Place[]; readonly at: number };

/**
 * The queue of pages to read by eye, in place of the panes; at `page`, or where it is null at the first that is open.
 */
type ByEye = { readonly page: PageId | null };

/** A part of the letter to bring into view in the work pane. Each request is a new object. */
type Reveal = { readonly part: Part };

/** Where the case details open: at a part of the letter, or at their beginning. */
export type FactsAt = Part | 'beginning';

/** What the panes of the workspace share: where one is and what is pointed at. Nothing of it is kept. */
export type WorkspaceState = {
  readonly caseId: CaseId | null;
  readonly tab: WorkTab;
  readonly timelineView: TimelineView;
  /** The one that a narrow window shows. */
  readonly pane: PaneName;
  /** The tab that was shown before the letter took the reader's place. */
  readonly tabBefore: WorkTab;
  readonly side: Side;
  readonly isSplit: boolean;
  readonly trails: Readonly<Record<Side, Trail>>;
  /** The page that stands in the middle of each reader, as it scrolls. */
  readonly shown: Readonly<Record<Side, number>>;
  readonly item: ItemId | null;
  readonly sentence: SentenceId | null;
  /** The visit that is pointed at, lit in the list, in the strip and on the page; of it, with `entry`, one fact. */
  readonly visit: VisitId | null;
  readonly entry: EntryId | null;
  /** The visit to bring into view on the timeline. Each request is a new object. */
  readonly visitAt: { readonly visit: VisitId } | null;
  /** Matches of the search by `record/page`: offsets, start and end alternating. */
  readonly matches: ReadonlyMap<string, readonly number[]>;
  readonly showsCitations: boolean;
  /** Pages are tinted by what became of their words. */
  readonly showsFates: boolean;
  /** An entry that is being written by hand. */
  readonly draft: EntryDraft | null;
  /** Words that wait for the sentence that they support. */
  readonly citing: TextSpan | null;
  readonly factsAt: FactsAt | null;
  /** The record whose details are open. */
  readonly detailsOf: DocumentId | null;
  readonly showsLedger: boolean;
  readonly byEye: ByEye | null;
  /** Pages that may have come twice, shown beside each other; `pair` counts from 0. */
  readonly comparing: { readonly twins: PageTwins; readonly pair: number } | null;
  readonly reveal: Reveal | null;
};

const NOWHERE: Trail = { places: [], at: -1 };
const fresh = (caseId: CaseId | null): WorkspaceState => ({
  caseId,
  tab: 'timeline',
  timelineView: 'visits',
  pane: 'reader',
  tabBefore: 'timeline',
  side: 'left',
  isSplit: false,
  trails: { left: NOWHERE, right: NOWHERE },
  shown: { left: 1, right: 1 },
  item: null,
  sentence: null,
  visit: null,
  entry: null,
  visitAt: null,
  matches: new Map(),
  showsCitations: true,
  showsFates: false,
  draft: null,
  citing: null,
  factsAt: null,
  detailsOf: null,
  showsLedger: false,
  byEye: null,
  comparing: null,
  reveal: null,
});

const store = create<WorkspaceState>(() => fresh(null));
const set = store.setState;

/** One value of the shared state, followed. */
export const useWorkspace = <T>(select: (state: WorkspaceState) => T): T => store(select);
export const workspaceNow = (): WorkspaceState => store.getState();

/** Begins anew when another case is opened. */
export const enterCase = (caseId: CaseId): void => {
  if (workspaceNow().caseId !== caseId) set(fresh(caseId), true);
};

export const placeOf = ({ places, at }: Trail): Place | null => places[at] ?? null;
export const pageKey = (record: RecordId, page: number): string => `${record}/${page}`;

const LONGEST_TRAIL = 200;

/** A trail that goes on from where it is; what lay ahead is left. */
const walkOn = ({ places, at }: Trail, place: Place): Trail => {
  const walked = [...places.slice(0, at + 1), place].slice(-LONGEST_TRAIL);
  return { places: walked, at: walked.length - 1 };
};

/** A trail one step back (-1) or forward (1); the same one at its ends. */
const step = (trail: Trail, by: -1 | 1): Trail =>
  trail.places[trail.at + by] === undefined ? trail : { ...trail, at: trail.at + by };

const withTrail = (side: Side, change: (trail: Trail) => Trail): void =>
  set(({ trails, shown }) => {
    const trail = change(trails[side]);
    return { trails: { ...trails, [side]: trail }, shown: { ...shown, [side]: placeOf(trail)?.page ?? 1 } };
  });

/** The page as it stands now, so that going back returns to where one had scrolled to. */
const keepPlace = (trail: Trail, page: number): Trail => {
  const place = placeOf(trail);
  if (place === null || place.page === page) return trail;
  return {
    ...trail,
    places: trail.places.map((one, index) => (index === trail.at ? { ...place, page, words: null } : one)),
  };
};

/** Shows a page in the reader that is in use, or in the one named. */
export const openPage = (
  record: RecordId,
  page: number,
  words: Words | null = null,
  side: Side = workspaceNow().side,
): void => {
  const { shown } = workspaceNow();
  withTrail(side, (trail) => walkOn(keepPlace(trail, shown[side]), { record, page, words }));
  set({ side, byEye: null, pane: 'reader' });
  leaveLetter();
};

/** Shows the words of a citation on their page. */
export const openSpan = (span: TextSpan): void => openPage(span.record, span.page, span);

export const goBack = (): void =>
  withTrail(workspaceNow().side, (trail) => step(keepPlace(trail, workspaceNow().shown[workspaceNow().side]), -1));
export const goForward = (): void =>
  withTrail(workspaceNow().side, (trail) => step(keepPlace(trail, workspaceNow().shown[workspaceNow().side]), 1));

export const notePageShown = (side: Side, page: number): void =>
  set(({ shown }) => (shown[side] === page ? {} : { shown: { ...shown, [side]: page } }));

/** One reader, or two beside each other; the second begins where the first is. */
export const splitReader = (isSplit: boolean): void => {
  const { trails, shown } = workspaceNow();
  const place = placeOf(trails.left);
  const right =
    placeOf(trails.right) === null && place !== null
      ? walkOn(NOWHERE, { ...place, page: shown.left, words: null })
      : trails.right;
  set(({ comparing }) => ({
    isSplit,
    comparing: isSplit ? comparing : null,
    side: isSplit ? 'right' : 'left',
    trails: { left: trails.left, right },
    shown: { ...shown, right: placeOf(right)?.page ?? 1 },
  }));
};

/** Brings a pane into view where only one is shown. */
export const showPane = (pane: PaneName): void => set({ pane });
export const takeSide = (side: Side): void => set({ side });
export const showTab = (tab: WorkTab): void =>
  set(({ tab: now, tabBefore }) => ({
    byEye: null,
    tab,
    pane: 'work',
    tabBefore: tab === 'letter' && now !== 'letter' ? now : tabBefore,
  }));
/** Gives the reader its place back. */
export const leaveLetter = (): void => set(({ tab, tabBefore }) => (tab === 'letter' ? { tab: tabBefore } : {}));
export const showFates = (showsFates: boolean): void => set({ showsFates });
export const showCitations = (showsCitations: boolean): void => set({ showsCitations });
/** Points at a visit, or at one of its facts; null at nothing. */
export const pointAtVisit = (visit: VisitId | null, entry: EntryId | null = null): void => set({ visit, entry });
/** Brings a visit into view on the timeline. */
export const openVisit = (visit: VisitId): void => {
  showTab('timeline');
  set({ timelineView: 'visits', visitAt: { visit }, visit, entry: null });
};
/** Shows the timeline in one of its views. */
export const showTimelineAs = (timelineView: TimelineView): void => {
  showTab('timeline');
  set({ timelineView });
};
export const pointAtItem = (item: ItemId | null): void => set({ item });
export const pointAtSentence = (sentence: SentenceId | null): void => set({ sentence });
export const lightMatches = (matches: WorkspaceState['matches']): void => set({ matches });
/** Opens the dialog for an entry by hand, filled with what is known; null closes it. */
export const draftEntry = (draft: EntryDraft | null): void => set({ draft });
/** Asks which sentence the words support; null: answered or left. */
export const citeWords = (citing: TextSpan | null): void =>
  set(citing === null ? { citing } : { citing, tab: 'summary', pane: 'work' });
/** Opens the case details, at a part of the letter or at their beginning; null closes them. */
export const openFacts = (factsAt: FactsAt | null): void => set({ factsAt });

/** Opens the queue of pages to read by eye, at one of them where it is named. */
export const openByEye = (page: PageId | null = null): void => set({ byEye: { page } });
export const closeByEye = (): void => set({ byEye: null });

/** Opens or closes what became of the files. */
export const showLedger = (showsLedger: boolean): void => set({ showsLedger });

export const openDetails = (detailsOf: DocumentId | null): void => set({ detailsOf });

/** Shows the pages of a pair beside each other. */
export const compare = (twins: PageTwins, pair = 0): void => {
  openPage(twins.a.record, twins.a.from + pair, null, 'left');
  set({ isSplit: true });
  openPage(twins.b.record, twins.b.from + pair, null, 'right');
  set({ comparing: { twins, pair } });
};

/** Ends a comparison: one reader again, at the first of the pages. */
export const endComparing = (): void => splitReader(false);

/** Goes to the part of the letter that a finding concerns. */
export const revealPart = (part: Part): void => {
  const room = roomOf(part);
  if (room === 'header' || room === 'reviewer') return set({ factsAt: part });
  showTab(room === 'summary' ? 'summary' : room === 'items' ? 'decisions' : 'letter');
  set({ reveal: { part } });
};
