import { statfsSync } from 'node:fs';
import { nearestFolder } from '../../store/vault-folder.ts';
import { makePrivate } from './private-folder.ts';

type Machine = {
  readonly platform: NodeJS.Platform;
  /** The kind of file system that a folder lies on, as `statfs` numbers them. */
  readonly typeOf: (folder: string) => number;
};

const THIS_MACHINE: Machine = { platform: process.platform, typeOf: (folder) => statfsSync(folder).type };

/** Of Linux (`statfs(2)`): NFS, SMB, CIFS, SMB 2, Ceph, AFS, Coda. */
const NETWORK_TYPES = [0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x00c36400, 0x5346414f, 0x73757245];

const isOnNetwork = (folder: string, { platform, typeOf }: Machine): boolean => {
  if (platform === 'win32') return /^[\\/]{2}(?![.?][\\/])/.test(folder);
  if (platform !== 'linux') return false;
  try {
    // Some builds give the number with its sign.
    return NETWORK_TYPES.includes(typeOf(nearestFolder(folder)) >>> 0);
  } catch {
    return false;
  }
};

/** Makes the folder of a vault its owner's alone, and gives what has to be said of it, one sentence each. */
export const prepareFolder = (folder: string, machine: Machine = THIS_MACHINE): string[] => {
  const wide = makePrivate(folder);
  return [
    ...(wide === null ? [] : [wide]),
    ...(isOnNetwork(folder, machine)
      ? [
          `The vault folder ${folder} lies on a network drive; keep it on a disk of this computer, for while the network is away nothing can be written, and not every drive keeps a second computer from opening it.`,
        ]
      : []),
  ];
};
