import { z } from 'zod';
import { CaseId } from './ids.ts';
import { Topic } from './topic.ts';

/** The events. `callId` is the caller's own number for the job. Progress comes at most ten times a second. */
export const AppEvent = z.discriminatedUnion('event', [
  z.strictObject({
    event: z.literal('job.progress'),
    callId: z.string(),
    done: z.number(),
    total: z.number(),
    note: z.string(),
  }),
  /** `revision`: the number of the case's last change; null where it is not of one case. */
  z.strictObject({
    event: z.literal('data.changed'),
    caseId: CaseId.nullable(),
    topics: z.array(Topic),
    revision: z.int().nullable(),
  }),
  /** The host is about to lock or close: the page writes what is being typed, then locks the vault. */
  z.strictObject({ event: z.literal('lock.wanted') }),
  /** An action of the page was chosen in a menu of the window. */
  z.strictObject({ event: z.literal('action.wanted'), id: z.string() }),
]);
export type AppEvent = z.infer<typeof AppEvent>;
