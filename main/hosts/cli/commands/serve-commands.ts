import { join } from 'node:path';
import { serve } from '../../loopback/serve.ts';
import { ROOT } from '../client.ts';
import type { Commands } from '../command.ts';

const untilStopped = (): Promise<void> =>
  new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });

export const SERVE_COMMANDS: Commands = {
  serve: {
    usage: 'serve',
    staysOpen: true,
    does: 'serves the screens to a browser on this machine; prints the one-time address',
    run: async ({ backend }, options) => {
      const { url, close } = await serve({ backend, rendererDir: join(ROOT, 'dist', 'renderer') });
      process.stdout.write(options.json ? `${JSON.stringify({ url })}\n` : `${url}\n`);
      await untilStopped();
      await close();
      return { json: {}, lines: [] };
    },
  },
};
