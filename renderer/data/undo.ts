import { useCallback } from 'react';
import type { DraftRoom, Output } from '../../shared/contract.ts';
import type { CaseId } from '../../shared/ids.ts';
import { ItemId, PageId, SentenceId, VisitId } from '../../shared/ids.ts';
import { showToast } from '../ui/toast-queue.ts';
import { flushEdits } from './use-edit.ts';
import { useCommand } from './hooks.ts';
import type { Command } from './hooks.ts';
import {
  closeByEye,
  openByEye,
  openFacts,
  openVisit,
  pointAtItem,
  pointAtSentence,
  showTimelineAs,
  showTab,
  workspaceNow,
} from './workspace-state.ts';
import type { WorkspaceState, WorkTab } from './workspace-state.ts';

/** Where a change is seen: what the screen is called, whether it is in view, and how to get there. */
type Room = {
  readonly name: string;
  readonly isInView: (state: WorkspaceState, id: string) => boolean;
  readonly show: (id: string) => void;
};

const isTabInView = ({ tab, byEye }: WorkspaceState, wanted: WorkTab): boolean => byEye === null && tab === wanted;

const ROOMS: Readonly<Record<DraftRoom, Room>> = {
  case: {
    name: 'Case details',
    isInView: ({ factsAt }) => factsAt !== null,
    show: () => openFacts('beginning'),
  },
  records: {
    name: 'Records',
    isInView: ({ byEye }) => byEye === null,
    show: closeByEye,
  },
  pages: {
    name: 'Read by eye',
    isInView: ({ byEye }) => byEye !== null,
    show: (id) => openByEye(PageId.parse(id)),
  },
  duplicates: { name: 'Records', isInView: ({ byEye }) => byEye === null, show: closeByEye },
  searches: {
    name: 'Not documented',
    isInView: (state) => isTabInView(state, 'timeline') && state.timelineView === 'searches',
    show: () => showTimelineAs('searches'),
  },
  oddities: {
    name: 'Missing or odd',
    isInView: (state) => isTabInView(state, 'timeline') && state.timelineView === 'oddities',
    show: () => showTimelineAs('oddities'),
  },
  timeline: {
    name: 'Timeline',
    isInView: (state) => isTabInView(state, 'timeline'),
    // What was added and is taken back stands nowhere any more.
    show: (id) => (id === '' ? showTab('timeline') : openVisit(VisitId.parse(id))),
  },
  summary: {
    name: 'Summary',
    isInView: (state) => isTabInView(state, 'summary'),
    show: (id) => {
      showTab('summary');
      pointAtSentence(SentenceId.parse(id));
    },
  },
  items: {
    name: 'Decisions',
    isInView: (state, id) => isTabInView(state, 'decisions') && state.item === id,
    show: (id) => {
      showTab('decisions');
      pointAtItem(ItemId.parse(id));
    },
  },
  checks: { name: 'Checks', isInView: (state) => isTabInView(state, 'checks'), show: () => showTab('checks') },
};

/** Says what was taken back and where; where that is not in view, with the way there. */
const sayStep = (word: string, { name, room, id }: Output<'change.undo'>): void => {
  const { name: roomName, isInView, show } = ROOMS[room];
  showToast({
    tone: 'plain',
    text: `${word}: ${name} (${roomName})`,
    ...(isInView(workspaceNow(), id) ? {} : { action: { label: 'Show', perform: () => show(id) } }),
  });
};

export type Undo = { readonly undo: () => Promise<void>; readonly redo: () => Promise<void> };

/**
 * Takes back, or does again, the last change to the case's drafts and says which; what is being typed is written first.
 */
export const useUndo = (caseId: CaseId): Undo => {
  const back = useCommand('change.undo', { isQuiet: true });
  const again = useCommand('change.redo', { isQuiet: true });
  const step = useCallback(
    async (word: string, run: Command<'change.undo'>['run']) => {
      await flushEdits();
      const reply = await run({ caseId });
      if (reply.ok) sayStep(word, reply.value);
      else showToast({ tone: 'plain', text: reply.error.message });
    },
    [caseId],
  );
  return {
    undo: useCallback(() => step('Undone', back.run), [step, back.run]),
    redo: useCallback(() => step('Done again', again.run), [step, again.run]),
  };
};
