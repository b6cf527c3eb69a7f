// `npm start`. Plain JavaScript, so that an older Node gets a newer one, or a sentence, and not a syntax error.
import { fileURLToPath } from 'node:url';
import { hasNewerNode } from './newer-node.js';

if (await hasNewerNode(fileURLToPath(import.meta.url), process.argv.slice(2))) {
  const { startDesk } = await import('./start-desk.js');
  process.exitCode = await startDesk(process.argv.slice(2));
}
