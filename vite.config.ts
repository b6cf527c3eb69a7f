import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { writeLicences } from './main/hosts/licences.js';

/** Collects the licences of what went into the page, and of everything that is packed beside it. */
const licences: Plugin = {
  name: 'imr-licences',
  writeBundle: (_, bundle) => {
    const modules = Object.values(bundle).flatMap((part) => (part.type === 'chunk' ? part.moduleIds : []));
    writeLicences(fileURLToPath(new URL('.', import.meta.url)), modules);
  },
};

/** The page: relative addresses (it is served from `app://` and from a loopback port), nothing inlined (the policy allows only files). */
export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react(), licences],
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'chrome130',
    chunkSizeWarningLimit: 1500,
  },
});
