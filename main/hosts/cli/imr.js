#!/usr/bin/env node
// Plain JavaScript, so that an older Node gets a sentence and not a syntax error.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(`imr needs Node 22.18 or newer; this is ${process.version}. Run it as "npx imr" after "npm ci", which brings Node 24 along on Linux and Windows.`);
  process.exit(1);
}
const { runCli } = await import('./run-cli.ts');
process.exitCode = await runCli(process.argv.slice(2));
