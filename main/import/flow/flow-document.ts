import type { Reason } from '../../../shared/reason.ts';
import type { FileKind } from '../../../shared/record.ts';
import type { HeldPage } from '../hash-page.ts';
import { hashPage } from '../hash-page.ts';
import type { OpenDocument } from '../open-document.ts';
import type { ReadPage } from '../read-page.ts';
import { Unreadable } from '../unreadable.ts';
import type { FlowPage } from './flow-builder.ts';

/**
 * A document as a reader of running text gives it; `reasons` say what of it is not shown, `enclosed` are files within
 * it.
 */
export type FlowText = {
  readonly pages: readonly FlowPage[];
  readonly reasons: readonly Reason[];
  readonly enclosed?: readonly Uint8Array[];
  /** Files that came with the document and are no part of what it shows. */
  readonly attached?: readonly AttachedFile[];
};

/** `isPart`: the text shows it, as a letterhead; a small picture is no file of its own then. */
export type AttachedFile = { readonly name: string; readonly bytes: Uint8Array; readonly isPart?: boolean };

const NO_WORDS = new Float32Array(0);
const NO_LOOK = new Uint8Array(0);

const toReadPage = ({ text, blocks }: FlowPage, number: number): ReadPage => {
  const held: HeldPage = { kind: 'flow', width: 0, height: 0, text, words: NO_WORDS, blocks };
  return {
    ...held,
    number,
    source: 'flow',
    turned: 0,
    confidence: null,
    blank: text === '',
    needsOcr: false,
    messages: [],
    hash: hashPage(held),
    look: NO_LOOK,
  };
};

/**
 * A document without fixed pages, whole in memory. Empty pages at its end are dropped; throws {@link Unreadable} when
 * no page has text.
 */
export const openFlow = (kind: FileKind, flow: readonly FlowPage[], reasons: readonly Reason[] = []): OpenDocument => {
  const last = flow.findLastIndex((page) => page.text !== '');
  if (last < 0) throw new Unreadable({ code: 'no-text' });
  const pages = flow.slice(0, last + 1).map((page, index) => toReadPage(page, index + 1));
  return {
    kind,
    pages: pages.length,
    reasons,
    read: (number) => {
      const page = pages[number - 1];
      if (page === undefined) throw new Unreadable({ code: 'page-unreadable' });
      return page;
    },
    picture: () => Promise.reject(new Unreadable({ code: 'page-not-drawn' })),
    scan: () => Promise.reject(new Unreadable({ code: 'page-not-drawn' })),
    close: () => undefined,
  };
};
