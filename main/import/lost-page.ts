import type { PlainReason } from '../../shared/reason.ts';
import { wordReason } from '../../shared/word-reason.ts';
import type { HeldPage } from './hash-page.ts';
import { hashPage } from './hash-page.ts';
import type { ReadPage } from './read-page.ts';

const NOTHING: HeldPage = {
  kind: 'picture',
  width: 612,
  height: 792,
  text: '',
  words: new Float32Array(0),
  blocks: [],
};

/**
 * Stands for a page that could not be read, so that it is counted, seen and read by eye. US Letter, its real size being
 * unknown.
 */
export const lostPage = (number: number, reason: PlainReason): ReadPage => ({
  ...NOTHING,
  number,
  source: 'none',
  turned: 0,
  confidence: null,
  blank: false,
  needsOcr: true,
  messages: [wordReason(reason)],
  hash: hashPage(NOTHING),
  look: new Uint8Array(0),
});
