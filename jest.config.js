/** Tests run as CommonJS: swc rewrites the modules, and `import.meta.dirname` with them. */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  transform: {
    '^.+\\.[cm]?[jt]sx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2024',
          parser: { syntax: 'typescript', tsx: false },
          transform: { react: { runtime: 'automatic' } },
        },
        module: { type: 'commonjs' },
      },
    ],
    '^.+\\.tsx$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2024',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  // Packages that ship as ES modules only.
  transformIgnorePatterns: ['/node_modules/(?!(@embedpdf|@asamuzakjp|parse5|entities)/)'],
  testTimeout: 240_000,
  maxWorkers: 2,
  testSequencer: '<rootDir>/test/support/long-tests-first.js',
  reporters: ['default', '<rootDir>/test/support/count-reporter.js'],
};
