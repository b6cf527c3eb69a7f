import type { PageRow } from '../../../shared/page.ts';
import { wantsPassword } from '../../../shared/reason.ts';
import type { IntakeRow, IntakeState } from '../../../shared/record.ts';

/** Which files the ledger shows: all, or those with one state; `waiting` stands for kept ones too. */
export type LedgerFilter = { readonly state: IntakeState | null; readonly words: string };

/**
 * A row of the ledger: a file, or a page of the file that is opened. `isLocked`: the file wants a password, or several
 * in the archive do.
 */
export type LedgerRow =
  | {
      readonly kind: 'file';
      readonly key: string;
      readonly file: IntakeRow;
      readonly depth: number;
      readonly isOpen: boolean;
      readonly isLocked: boolean;
    }
  | {
      readonly kind: 'page';
      readonly key: string;
      readonly file: IntakeRow;
      readonly depth: number;
      readonly page: PageRow;
    };

/** True for a file that was not read because its password is missing or wrong. */
export const isLocked = ({ state, reasons }: Pick<IntakeRow, 'state' | 'reasons'>): boolean =>
  state === 'failed' && reasons.some(wantsPassword);

/** What needs a look comes first. */
const ORDER: readonly IntakeState[] = ['failed', 'skipped', 'waiting', 'kept', 'duplicate', 'imported'];

type Tree = { readonly file: IntakeRow; readonly members: readonly Tree[]; readonly rank: number };

const treeOf = (file: IntakeRow, membersOf: ReadonlyMap<number | null, readonly IntakeRow[]>): Tree => {
  const members = treesOf(membersOf.get(file.id) ?? [], membersOf);
  return { file, members, rank: Math.min(ORDER.indexOf(file.state), ...members.map(({ rank }) => rank)) };
};

const treesOf = (files: readonly IntakeRow[], membersOf: ReadonlyMap<number | null, readonly IntakeRow[]>): Tree[] =>
  files.map((file) => treeOf(file, membersOf)).sort((a, b) => a.rank - b.rank || a.file.id - b.file.id);

const isWanted =
  ({ state, words }: LedgerFilter) =>
  (file: IntakeRow): boolean =>
    (state === null || file.state === state || (state === 'waiting' && file.state === 'kept')) &&
    file.name.toLowerCase().includes(words.trim().toLowerCase());

/** The files that are wanted, each under the archive that it came out of: that is shown too. */
const wantedIn = (trees: readonly Tree[], isShown: (file: IntakeRow) => boolean): Tree[] =>
  trees.flatMap((tree) => {
    const members = wantedIn(tree.members, isShown);
    return members.length > 0 || isShown(tree.file) ? [{ ...tree, members }] : [];
  });

/**
 * The rows of the ledger: what needs a look first, else in the order given; members of an archive under it; the pages
 * of the file that is opened under that. A file whose archive is not listed stands for itself.
 */
export const ledgerRows = (
  files: readonly IntakeRow[],
  filter: LedgerFilter,
  opened: number | null,
  pages: readonly PageRow[],
): LedgerRow[] => {
  const known = new Set(files.map(({ id }) => id));
  const membersOf = Map.groupBy(files, ({ container }) =>
    container !== null && known.has(container) ? container : null,
  );
  const rowsOf =
    (depth: number) =>
    ({ file, members }: Tree): LedgerRow[] => {
      const isOpen = file.id === opened;
      const own: LedgerRow = {
        kind: 'file',
        key: `file ${String(file.id)}`,
        file,
        depth,
        isOpen,
        isLocked: isLocked(file) || members.filter((member) => isLocked(member.file)).length > 1,
      };
      const inside = isOpen
        ? pages.map((page): LedgerRow => ({ kind: 'page', key: `page ${page.id}`, file, depth: depth + 1, page }))
        : [];
      return [own, ...inside, ...members.flatMap(rowsOf(depth + 1))];
    };
  return wantedIn(treesOf(membersOf.get(null) ?? [], membersOf), isWanted(filter)).flatMap(rowsOf(0));
};
