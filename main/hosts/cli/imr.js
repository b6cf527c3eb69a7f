#!/usr/bin/env node
// Plain JavaScript, so that an older Node gets a newer one, or a sentence, and not a syntax error.
import { fileURLToPath } from 'node:url';
import { hasNewerNode } from '../newer-node.js';

if (await hasNewerNode(fileURLToPath(import.meta.url), process.argv.slice(2))) {
  const { runCli } = await import('./run-cli.ts');
  process.exitCode = await runCli(process.argv.slice(2));
}
