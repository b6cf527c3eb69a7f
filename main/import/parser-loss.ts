import type { FileKind } from '../../shared/record.ts';
import type { PlainReason } from '../../shared/reason.ts';
import { Unreadable } from './unreadable.ts';

/** Why a process was lost: it took too long, grew too large, ended by itself, or was ended by whoever asked. */
export type LossReason = 'time' | 'memory' | 'crash' | 'cancelled';

/** A process was ended, or ended itself, over a call. */
export class ParserLoss extends Error {
  readonly reason: LossReason;
  readonly kind: FileKind;
  constructor(reason: LossReason, kind: FileKind) {
    super(`the parser process was lost: ${reason}`);
    this.name = 'ParserLoss';
    this.reason = reason;
    this.kind = kind;
  }
}

/** A refusal with the format of the file that it is about. */
export class RefusedFile extends Unreadable {
  readonly kind: FileKind;
  constructor(reason: PlainReason, kind: FileKind) {
    super(reason);
    this.kind = kind;
  }
}
