import type { BrowserWindow } from 'electron';
import type { Backend } from '../../app/backend/backend.ts';

/** Shows in the bar of the system how far the long work is that the page has asked for. Gives the page its backend. */
export const withProgress = (backend: Backend, window: BrowserWindow): Backend => {
  const shares = new Map<string, number>();
  const show = (): void => {
    if (window.isDestroyed()) return;
    const known = [...shares.values()].filter((share) => share >= 0);
    // Above 1 means that it takes time, and nobody knows how much.
    const share = known.length === 0 ? 2 : Math.min(...known);
    window.setProgressBar(shares.size === 0 ? -1 : share);
  };
  backend.subscribe((event) => {
    if (event.event !== 'job.progress' || !shares.has(event.callId)) return;
    shares.set(event.callId, event.total > 0 ? event.done / event.total : -1);
    show();
  });
  return {
    ...backend,
    call: async (method, input, callId, from) => {
      if (callId === undefined || callId === '') return backend.call(method, input, callId, from);
      shares.set(callId, -1);
      try {
        return await backend.call(method, input, callId, from);
      } finally {
        shares.delete(callId);
        show();
      }
    },
  };
};
