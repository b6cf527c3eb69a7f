import { writeFileSync } from 'node:fs';
import { app, utilityProcess } from 'electron';
import { probe, type ProbePlaces } from './probe.ts';

/** Electron's main script for the probe: `electron probe-main.cjs PLACES.json RESULT.json`. */
const [places = '', result = ''] = process.argv.slice(-2);
void app
  .whenReady()
  .then(() => probe(utilityProcess.fork, JSON.parse(places) as ProbePlaces))
  .then(
    (probed) => writeFileSync(result, JSON.stringify(probed)),
    (error: unknown) => writeFileSync(result, JSON.stringify({ error: String(error) })),
  )
  .finally(() => app.exit(0));
