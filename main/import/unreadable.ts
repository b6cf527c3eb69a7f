import type { PlainReason } from '../../shared/reason.ts';
import { wordReason } from '../../shared/word-reason.ts';

/** A file or page that cannot be read, with the reason. Its message is the reason's sentence. */
export class Unreadable extends Error {
  readonly reason: PlainReason;
  constructor(reason: PlainReason) {
    super(wordReason(reason));
    this.name = 'Unreadable';
    this.reason = reason;
  }
}
