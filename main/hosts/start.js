// `npm start`. Plain JavaScript, so that an older Node gets a sentence and not a syntax error.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(`IMR Desk needs Node 22.18 or newer; this is ${process.version}. Start it as "npm start" after "npm ci", which brings Node 24 along on Linux and Windows.`);
  process.exit(1);
}
const { startDesk } = await import('./start-desk.js');
process.exitCode = await startDesk(process.argv.slice(2));
