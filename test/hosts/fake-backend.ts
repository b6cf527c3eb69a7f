import type { Backend, Offer, PictureRequest } from '../../main/app/backend/backend.ts';
import type { AppEvent } from '../../shared/app-event.ts';
import type { FileToken } from '../../shared/ids.ts';
import { fail, succeed, type Reply } from '../../shared/reply.ts';

type Asked = { readonly method: string; readonly input: unknown; readonly callId: string | undefined };

export type FakeBackend = Backend & {
  readonly asked: Asked[];
  /** Answers that a test gives in place of the usual ones. */
  readonly answers: Map<string, Promise<Reply<unknown>>>;
  readonly offered: Offer[];
  readonly cancelled: string[];
  readonly pictured: PictureRequest[];
  readonly listeners: Set<(event: AppEvent) => void>;
  readonly exports: Map<string, { name: string; bytes: Uint8Array }>;
  closed: number;
};

/** A backend that writes down what a host asks of it, so that a host's own rules can be tested alone. */
export const newFakeBackend = (): FakeBackend => {
  const fake: FakeBackend = {
    asked: [],
    answers: new Map(),
    offered: [],
    cancelled: [],
    pictured: [],
    listeners: new Set(),
    exports: new Map(),
    closed: 0,
    call: async (method, input, callId) => {
      fake.asked.push({ method, input, callId });
      const given = fake.answers.get(method);
      if (given !== undefined) return given;
      return method === 'refuse' ? fail('refused', 'Not now.') : succeed({ method });
    },
    cancel: (callId) => fake.cancelled.push(callId),
    subscribe: (listener) => {
      fake.listeners.add(listener);
      return () => fake.listeners.delete(listener);
    },
    offer: async (offers) => offers.map((offer) => `t${fake.offered.push(offer)}` as FileToken),
    take: async (file) => {
      const taken = fake.exports.get(file) ?? null;
      fake.exports.delete(file);
      return taken;
    },
    picture: async (request) => {
      fake.pictured.push(request);
      return request.pageId === 'flow'
        ? fail('not-found', 'This page has no picture.')
        : succeed(new Uint8Array([137, 80, 78, 71]));
    },
    close: async () => void (fake.closed += 1),
  };
  return fake;
};
