import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The page: relative addresses (it is served from `app://` and from a loopback port), nothing inlined (the policy allows only files). */
export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react()],
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'chrome130',
    chunkSizeWarningLimit: 1500,
  },
});
