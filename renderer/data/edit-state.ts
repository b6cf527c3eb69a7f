/**
 * An edit as its field shows it. Pure, so that every order of keys, answers and refusals can be tried in a table.
 */
export type EditState<T> = {
  /** What the field shows. */
  readonly shown: T;
  /** What the store is known to hold: as it was last read or written. */
  readonly stored: T;
  /** It was changed here and is not written yet. */
  readonly isEdited: boolean;
  /** The revision that what is shown was made from. */
  readonly from: number;
  /** The revision that holds what was written here; older answers are not shown any more. */
  readonly heldBy: number;
  /** It cannot be written: another has changed the same since `from`. */
  readonly isStale: boolean;
};

export const newEdit = <T>(saved: T, revision: number): EditState<T> => ({
  shown: saved,
  stored: saved,
  isEdited: false,
  from: revision,
  heldBy: 0,
  isStale: false,
});

/** What an answer of that revision makes of it. `isSame` finds what the store only put in order: that is not shown. */
export const withAnswer = <T>(
  state: EditState<T>,
  saved: T,
  revision: number,
  isSame: (shown: T, saved: T) => boolean = Object.is,
): EditState<T> => {
  // Another has made the same of it: there is nothing to decide any more.
  if (state.isStale && revision > state.from && isSame(state.shown, saved))
    return { ...newEdit(saved, revision), shown: state.shown };
  if (revision < state.heldBy || Object.is(state.stored, saved)) return state;
  const read = { ...state, stored: saved };
  if (state.isEdited) return read;
  return { ...read, from: revision, shown: isSame(state.shown, saved) ? state.shown : saved };
};

/** The revision that a change made now would be made from, where `revision` was read last. */
export const madeFrom = ({ isEdited, from, heldBy }: EditState<unknown>, revision: number): number =>
  isEdited || revision < heldBy ? from : revision;

/** What a change here makes of it. */
export const withChange = <T>(state: EditState<T>, value: T, revision: number): EditState<T> => ({
  ...state,
  shown: value,
  isEdited: true,
  from: madeFrom(state, revision),
});

/** What it makes of it that a value was written, which `revision` holds. */
export const withWritten = <T>(state: EditState<T>, value: T, revision: number): EditState<T> =>
  Object.is(state.shown, value) ? { ...state, stored: value, isEdited: false, heldBy: revision } : state;

/** True when the field shows one value and the store holds another's, which has been read. */
export const isInConflict = ({ isStale, from }: EditState<unknown>, revision: number): boolean =>
  isStale && revision > from;
