import type { Bridge, Seen } from '../../shared/bridge.ts';
import { AppEvent } from '../../shared/app-event.ts';
import { Topic } from '../../shared/topic.ts';
import type { Input, Method, Output } from '../../shared/contract.ts';
import type { FileToken } from '../../shared/ids.ts';
import { fail, succeed } from '../../shared/reply.ts';
import type { Reply } from '../../shared/reply.ts';

const SILENT = 'IMR Desk does not answer. Start it again and open the new address that it prints.';

const post = (address: string, body: BodyInit, type: string): Promise<Response> =>
  fetch(address, { method: 'POST', body, credentials: 'same-origin', headers: { 'content-type': type } });

const postJson = (address: string, body: unknown): Promise<Response> =>
  post(address, JSON.stringify(body), 'application/json');

/** Refusals of the host itself are replies too; anything else is no host of ours. */
const replyOf = async <T>(asked: Promise<Response>): Promise<Reply<T>> => {
  try {
    return (await (await asked).json()) as Reply<T>;
  } catch {
    return fail('internal', SILENT);
  }
};

/** Changes the one-time token of the page's address for a session cookie and takes it out of the address. */
const openSession = async (): Promise<void> => {
  const token = new URLSearchParams(location.hash.slice(1)).get('token');
  if (token === null) return;
  history.replaceState(null, '', location.pathname);
  await postJson('/session', { token });
};

const offerOne = (file: File): Promise<Reply<FileToken>> =>
  replyOf(
    post(`/offer?name=${encodeURIComponent(file.webkitRelativePath || file.name)}`, file, 'application/octet-stream'),
  );

/** One after the other, so that a thousand files do not stand in memory at once; the first refusal ends it. */
const offerAll = async (files: readonly File[]): Promise<Reply<FileToken[]>> => {
  const tokens: FileToken[] = [];
  for (const file of files) {
    const reply = await offerOne(file);
    if (!reply.ok) return reply;
    tokens.push(reply.value);
  }
  return succeed(tokens);
};

/**
 * Whatever changed before the stream was there, or while it was broken off, was missed: when it opens, everything
 * counts as changed.
 */
const listen = (events: EventSource, listener: (event: AppEvent) => void): void => {
  events.addEventListener('open', () =>
    listener({ event: 'data.changed', caseId: null, topics: Topic.options, revision: null }),
  );
  events.addEventListener('message', ({ data }: MessageEvent<string>) => {
    const event = AppEvent.safeParse(JSON.parse(data));
    if (event.success) listener(event.data);
  });
};

/**
 * The bridge of the loopback host: the same four functions as the preload's, over HTTP to the host that served the
 * page.
 */
export const makeHttpBridge = (): Bridge => {
  const session = openSession().catch(() => undefined);
  return {
    call: async <M extends Method>(method: M, input: Input<M>, callId?: string, seen?: Seen) => {
      await session;
      return replyOf<Output<M>>(postJson('/call', { method, input, callId, seen }));
    },
    cancel: (callId) => {
      void session.then(() => postJson('/cancel', { callId })).catch(() => undefined);
    },
    subscribe: (listener) => {
      let events: EventSource | null = null;
      let isOver = false;
      void session.then(() => {
        if (isOver) return;
        events = new EventSource('/events');
        listen(events, listener);
      });
      return () => {
        isOver = true;
        events?.close();
      };
    },
    offerFiles: async (files) => {
      await session;
      return offerAll(files.filter((file) => file instanceof File));
    },
  };
};
