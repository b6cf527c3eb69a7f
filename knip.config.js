/** What knip looks at: `npm run lint` fails on an export, a file or a dependency that nothing uses. */
export default {
  entry: [
    // Scripts of their own, started by path.
    'main/hosts/electron/{electron,preload}.ts',
    'main/app/backend/backend-worker.ts',
    'main/app/timeline/reading-worker.ts',
    'main/import/{parser-process,weigh-thread}.ts',
    'renderer/index.html',
    'test/support/{run-tests,typecheck,pack-check,count-reporter,long-tests-first,sign-update,package-sizes}.js',
    'test/support/vault-driver.ts',
    'test/electron/{run,build-page-preload}.js',
    'test/electron/page-preload.ts',
    'test/electron/probe/{build-probe.js,probe-main.ts,probe-thread.ts}',
    'test/support/{write-pictures,sample/write-sample}.ts',
    'test/support/files/{hostile,nosy,wasm}-parser.ts',
    'test/**/fixtures/*.ts',
    'test/bench/{run-bench,draw-pages}.ts',
  ],
  project: ['{main,renderer,shared,test}/**/*.{ts,tsx,js}'],
  ignoreDependencies: [
    // Loaded by name where they are first needed.
    'libheif-js',
    'tesseract.js-core',
    'word-extractor',
    '@jest/test-sequencer',
    // Loaded by sharp where its native library cannot be.
    '@img/sharp-wasm32',
  ],
  // Reference programs of benchmarks and tests, which are skipped where these are not installed.
  ignoreBinaries: ['pdftoppm', 'pdftotext', 'tesseract', 'soffice', 'mkfifo', 'mount', 'umount'],
};
