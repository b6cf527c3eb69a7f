import type { MessagePort } from 'node:worker_threads';
import type { AppEvent } from '../../../shared/app-event.ts';
import type { Reply } from '../../../shared/reply.ts';
import type { Backend } from './backend.ts';

type Verb = 'call' | 'offer' | 'take' | 'picture' | 'close';
type AskOf<V extends Verb> = {
  readonly kind: 'ask';
  readonly id: number;
  readonly verb: V;
  readonly args: Parameters<Backend[V]>;
};

/** A question to the backend; answered once, under the same id. */
export type Ask = { [V in Verb]: AskOf<V> }[Verb];

/** What a host sends to the thread of the backend. */
export type ToBackend = Ask | { readonly kind: 'cancel'; readonly callId: string };

/** What the thread of the backend sends to its host. */
export type FromBackend =
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly reply: Reply<never> }
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  /** The backend broke its promise to answer; the question is given up. */
  | { readonly kind: 'lost'; readonly id: number }
  | { readonly kind: 'event'; readonly event: AppEvent }
  /** The host is asked to start a parser and to speak for it through this port. */
  | { readonly kind: 'parser'; readonly port: MessagePort };
