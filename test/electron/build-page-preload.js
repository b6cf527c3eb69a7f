import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** `build-page-preload.js OUT`: writes `page-preload.ts` with the preload's own bridge as one script for a page. */
await build({
  configFile: false,
  publicDir: false,
  logLevel: 'warn',
  build: {
    outDir: process.argv[2],
    emptyOutDir: false,
    lib: {
      entry: fileURLToPath(new URL('page-preload.ts', import.meta.url)),
      formats: ['iife'],
      name: 'preload',
      fileName: () => 'page-preload.js',
    },
  },
});
