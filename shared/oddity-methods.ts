import { z } from 'zod';
import { CaseId } from './ids.ts';
import { command, done, inCase, query } from './method.ts';
import { Oddity } from './oddity.ts';

/** The part of the contract about what is missing from the file or odd in it. */
export const oddityMethods = {
  /** Everything that is missing or odd, the likeliest faults first, with what was dismissed. */
  'oddity.list': query(inCase, z.array(Oddity)),
  /** Dismisses something with the reason for it; `invalid` without one. */
  'oddity.dismiss': command(
    z.strictObject({ caseId: CaseId, id: z.string().max(300), reason: z.string().max(2000) }),
    done,
    'dismissal of something odd',
  ),
  'oddity.reopen': command(
    z.strictObject({ caseId: CaseId, id: z.string().max(300) }),
    done,
    'reopening of something odd',
  ),
} as const;
