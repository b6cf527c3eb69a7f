import { useCallback } from 'react';
import type { FileToken } from '../../shared/ids.ts';
import { isDesktop } from './bridge.ts';
import { useCommand } from './hooks.ts';

/** Over loopback the file is fetched once, as a download of the browser. */
const download = (url: string, name: string): void => {
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
};

export type SaveFile = {
  /** Asks where a file shall go; null when the person closes the question. */
  readonly choose: (suggestedName: string) => Promise<FileToken | null>;
  /** Hands a written file over: in a browser as a download; in the installed application it lies where it was put. */
  readonly handOver: (file: FileToken, name: string) => Promise<void>;
};

/** The way of a file out of the application. */
export const useSaveFile = (): SaveFile => {
  const { run: chooseTarget } = useCommand('host.chooseTarget');
  const { run: reveal } = useCommand('host.revealTarget');
  const choose = useCallback(
    async (suggestedName: string) => {
      const reply = await chooseTarget({ suggestedName });
      return reply.ok ? reply.value.file : null;
    },
    [chooseTarget],
  );
  const handOver = useCallback(
    async (file: FileToken, name: string) => {
      const reply = isDesktop ? null : await reveal({ file });
      if (reply?.ok && reply.value.url !== null) download(reply.value.url, name);
    },
    [reveal],
  );
  return { choose, handOver };
};
