import { Readable } from 'node:stream';
import type { ReadableStream as NodeStream } from 'node:stream/web';

/**
 * The little of a browser that the page's HTTP bridge needs, for one host at a time: a place, cookies, and an event
 * stream.
 */
export const pretendBrowser = (address: string): (() => void) => {
  const base = new URL(address);
  const own = globalThis as unknown as Record<string, unknown>;
  const nodeFetch = globalThis.fetch;
  const streams = new Set<AbortController>();
  let cookie = '';

  const pageFetch = async (path: string, { headers, ...rest }: RequestInit = {}): Promise<Response> => {
    const response = await nodeFetch(new URL(path, base), {
      ...rest,
      headers: { ...(headers as Record<string, string>), origin: base.origin, cookie },
    });
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    return response;
  };

  class PageEventSource {
    readonly #heard = new Map<string, (event: { data: string }) => void>();
    readonly #over = new AbortController();
    constructor(path: string) {
      streams.add(this.#over);
      this.#read(path).catch(() => undefined);
    }
    addEventListener(type: string, listener: (event: { data: string }) => void): void {
      this.#heard.set(type, listener);
    }
    close(): void {
      this.#over.abort();
    }
    async #read(path: string): Promise<void> {
      const response = await pageFetch(path, { signal: this.#over.signal });
      this.#heard.get('open')?.({ data: '' });
      const decoder = new TextDecoder();
      let unread = '';
      for await (const part of Readable.fromWeb(response.body! as NodeStream)) {
        const [last = '', ...whole] = (unread + decoder.decode(part as Uint8Array, { stream: true }))
          .split('\n\n')
          .reverse();
        unread = last;
        whole
          .reverse()
          .filter((text) => text.startsWith('data: '))
          .forEach((text) => this.#heard.get('message')?.({ data: text.slice(6) }));
      }
    }
  }

  const kept = ['fetch', 'location', 'history', 'EventSource'].map((name) => [name, own[name]] as const);
  Object.assign(own, {
    fetch: pageFetch,
    location: base,
    history: { replaceState: () => undefined },
    EventSource: PageEventSource,
  });
  return () => {
    streams.forEach((stream) => stream.abort());
    Object.assign(own, Object.fromEntries(kept));
  };
};
