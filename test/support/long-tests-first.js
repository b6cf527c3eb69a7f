import { createRequire } from 'node:module';

// Jest is CommonJS, and hands its sequencer out as the default of such a module.
const { default: Sequencer } = createRequire(import.meta.url)('@jest/test-sequencer');

/** Tests that take minutes. Begun first, they do not keep the whole run waiting at its end. */
const LONG = [
  'kill-import',
  'kill-recognition',
  'recognise-page',
  'workspace-work',
  'workspace-decisions',
  'main-job',
  'decide-sample',
  'published-cases',
];

const rankOf = ({ path }) => {
  const at = LONG.findIndex((name) => path.includes(`${name}.test.`));
  return at < 0 ? LONG.length : at;
};

export default class LongTestsFirst extends Sequencer {
  sort(tests) {
    return [...super.sort(tests)].sort((a, b) => rankOf(a) - rankOf(b));
  }
}
