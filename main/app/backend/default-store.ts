import { homedir } from 'node:os';
import { join } from 'node:path';

type Machine = {
  readonly platform: NodeJS.Platform;
  readonly home: string;
  readonly env: Readonly<Record<string, string | undefined>>;
};

const dataFolder = ({ platform, home, env }: Machine): string => {
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'IMR Desk');
  if (platform === 'win32') return join(env.APPDATA || join(home, 'AppData', 'Roaming'), 'IMR Desk');
  return join(env.XDG_DATA_HOME || join(home, '.local', 'share'), 'imr-desk');
};

/**
 * The vault folder where nothing else is said: `IMR_STORE`, else the folder that the platform keeps for programmes'
 * data.
 */
export const defaultStore = (
  machine: Machine = { platform: process.platform, home: homedir(), env: process.env },
): string => machine.env.IMR_STORE || dataFolder(machine);
