import type { PlainReason } from '../../../shared/reason.ts';
import { Refusal, type ErrorCode } from '../../../shared/reply.ts';
import { wordReason } from '../../../shared/word-reason.ts';

/** A refusal that the ledger can keep as its reason; its message is the reason's sentence. */
export class ReasonedRefusal extends Refusal {
  readonly reason: PlainReason;
  constructor(code: ErrorCode, reason: PlainReason) {
    super(code, wordReason(reason));
    this.reason = reason;
  }
}

/** The reason of a refusal; of one without, its sentence. */
export const reasonIn = (refusal: Refusal): PlainReason =>
  refusal instanceof ReasonedRefusal ? refusal.reason : { code: 'in-words', values: { sentence: refusal.message } };
