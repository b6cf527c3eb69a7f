import { parentPort, workerData } from 'node:worker_threads';
import type { BackendWorkerData } from './connect-backend.ts';
import { createBackend } from './create-backend.ts';
import { runBackend, startParserBehind } from './run-backend.ts';

/** The thread of the backend: composes it and answers its host. */
const { options, asksHostForParsers } = workerData as BackendWorkerData;
const port = parentPort;
if (port !== null)
  void runBackend(port, () =>
    createBackend({ ...options, ...(asksHostForParsers && { startParser: startParserBehind(port) }) }),
  );
