import { contract, type DraftRoom, type Output } from '../../../shared/contract.ts';
import type { CaseId } from '../../../shared/ids.ts';
import type { DraftTable, ReadCase } from '../../store/case-file.ts';
import { redoChange, undoChange, type Changed, type Undone } from '../../store/change-case.ts';
import { visitOfEntry } from '../../store/entries.ts';
import type { App, HandlersOf } from '../backend/app.ts';

const ROOMS: Readonly<Record<DraftTable, DraftRoom>> = {
  fact: 'case',
  document: 'records',
  eye_reading: 'pages',
  twin: 'duplicates',
  negative_search: 'searches',
  oddity: 'oddities',
  visit: 'timeline',
  entry: 'timeline',
  sentence: 'summary',
  item: 'items',
};

/** The change by its name in the contract, and where it is seen. */
const nameOf = (method: string): string => {
  const known = Object.entries(contract).find(([name]) => name === method)?.[1];
  return known?.kind === 'command' && known.undo !== null ? known.undo : 'last change';
};

/** The reasons for findings are stated about the case, and seen beside the findings. */
const roomOf = ({ table, id }: Undone['rows'][number]): DraftRoom =>
  table === 'fact' && id === 'overrides' ? 'checks' : ROOMS[table];

/** A fact is seen on the card of its visit. */
const seenAt = (file: ReadCase, { table, id }: Undone['rows'][number]): string =>
  table === 'entry' ? (visitOfEntry(file, id) ?? '') : id;

const describe = (file: ReadCase, { method, rows: [first] }: Undone): Output<'change.undo'> => ({
  name: nameOf(method),
  room: first === undefined ? 'case' : roomOf(first),
  id: first === undefined ? '' : seenAt(file, first),
});

/** Undo and redo over all drafts of a case, across restarts. */
export const changeService = (app: App): HandlersOf<'change'> => {
  const step = (caseId: CaseId, move: typeof undoChange): Output<'change.undo'> => {
    const file = app.session.case(caseId);
    const { value, topics, revision }: Changed<Undone> = move(file, app.now());
    app.changed(caseId, [...topics, 'cases'], revision);
    app.catchUp(file);
    return describe(file, value);
  };
  return {
    'change.undo': ({ caseId }) => step(caseId, undoChange),
    'change.redo': ({ caseId }) => step(caseId, redoChange),
  };
};
