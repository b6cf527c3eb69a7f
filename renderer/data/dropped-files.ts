import { isDesktop } from './bridge.ts';

const entriesOf = (folder: FileSystemDirectoryReader): Promise<FileSystemEntry[]> =>
  new Promise((resolve, reject) => folder.readEntries(resolve, reject));

/** A browser hands a folder's entries over in portions; an empty one ends it. */
const allEntriesOf = async (folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> => {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (let some = await entriesOf(reader); some.length > 0; some = await entriesOf(reader)) all.push(...some);
  return all.sort((a, b) => (a.name < b.name ? -1 : 1));
};

const filesIn = async (entry: FileSystemEntry): Promise<File[]> => {
  if (entry.isFile)
    return [await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject))];
  const inside = await allEntriesOf(entry as FileSystemDirectoryEntry);
  return (await Promise.all(inside.map(filesIn))).flat();
};

type DroppedItem = { readonly entry: FileSystemEntry | null; readonly file: File | null };
const filesOfItem = async ({ entry, file }: DroppedItem): Promise<File[]> =>
  entry?.isDirectory === true ? filesIn(entry) : file === null ? [] : [file];

/**
 * The files of a drop, folders opened, in the order dropped. In the installed application folders stay whole: there the
 * host walks them by path.
 */
export const filesOfDrop = async (dropped: DataTransfer): Promise<File[]> => {
  if (isDesktop) return [...dropped.files];
  // All at once: after the first wait the browser has taken the items away.
  const items = [...dropped.items].map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  return (await Promise.all(items.map(filesOfItem))).flat();
};

/** Asks the person for files, or for a folder; none when the question is closed. */
export const chooseFiles = ({ folder = false }: { readonly folder?: boolean } = {}): Promise<File[]> =>
  new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    input.webkitdirectory = folder;
    input.addEventListener('change', () => resolve([...(input.files ?? [])]));
    input.addEventListener('cancel', () => resolve([]));
    input.click();
  });
