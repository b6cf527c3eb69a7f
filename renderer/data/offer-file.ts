import { useCallback } from 'react';
import type { FileToken } from '../../shared/ids.ts';
import { showToast } from '../ui/toast-queue.ts';
import { bridge } from './bridge.ts';
import { chooseFiles } from './dropped-files.ts';

export type OfferedFile = { readonly token: FileToken; readonly name: string };

/** Hands files to the host; none where it refuses, which is said. */
export const offerFiles = async (files: readonly File[]): Promise<readonly OfferedFile[]> => {
  if (files.length === 0) return [];
  const reply = await bridge.offerFiles(files);
  if (!reply.ok) showToast({ tone: 'block', text: reply.error.message });
  return reply.ok ? reply.value.map((token, index) => ({ token, name: files[index]?.name ?? 'file' })) : [];
};

/** Asks the person for one file and hands it to the host; null where none was chosen or it was refused. */
export const useOfferFile = (): (() => Promise<OfferedFile | null>) =>
  useCallback(async () => {
    const [file] = await chooseFiles();
    const [offered] = await offerFiles(file === undefined ? [] : [file]);
    return offered ?? null;
  }, []);
