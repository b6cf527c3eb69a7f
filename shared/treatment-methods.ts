import { z } from 'zod';
import { CaseId, ItemId } from './ids.ts';
import { command, done, inCase, query } from './method.ts';
import { Treatment } from './treatment.ts';

/** The part of the contract about treatments: what was tried, computed from the accepted facts. */
export const treatmentMethods = {
  /** Every treatment that the accepted facts document: drugs, therapy, injections, surgery, devices. */
  'treatment.list': query(inCase, z.array(Treatment)),
  /**
   * Puts a treatment into an item's rationale, before its closing sentence, in the words of its facts, and their places
   * among its evidence: one step. Refuses with `not-found` where no accepted fact speaks of it.
   */
  'treatment.cite': command(
    z.strictObject({ caseId: CaseId, id: z.string().max(200), itemId: ItemId }),
    done,
    'treatment as evidence',
  ),
} as const;
