import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * CommonJS, because a sandboxed preload can be nothing else and the main script must run before Electron is ready.
 * Packages stay outside: they are packed as they are, with their native and WebAssembly files.
 */
export const bundleForElectron = (input, outDir, emptyOutDir) =>
  build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: {
      ssr: true,
      outDir,
      emptyOutDir,
      target: 'node24',
      rolldownOptions: {
        input,
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name]-[hash].cjs' },
      },
    },
  });

/** Builds the scripts of the application: the main script, the preload, the thread of the backend, the parsers and their own. */
export const buildElectron = async (outDir = `${root}/dist/main`) => {
  await bundleForElectron(
    {
      electron: `${root}/main/hosts/electron/electron.ts`,
      'backend-worker': `${root}/main/app/backend/backend-worker.ts`,
      'reading-worker': `${root}/main/app/timeline/reading-worker.ts`,
      'parser-process': `${root}/main/import/parser-process.ts`,
      'weigh-thread': `${root}/main/import/weigh-thread.ts`,
    },
    outDir,
    true,
  );
  // Alone: a sandboxed preload can load no other file.
  await bundleForElectron({ preload: `${root}/main/hosts/electron/preload.ts` }, outDir, false);
};
