import type { ReadPage } from './read-page.ts';

/** Stands for a page that could not be read, so that it is counted, seen and read by eye. US Letter, its real size being unknown. */
export const lostPage = (number: number, sentence: string): ReadPage => ({
  number,
  kind: 'picture',
  source: 'none',
  width: 612,
  height: 792,
  turned: 0,
  text: '',
  words: new Float32Array(0),
  blocks: [],
  confidence: null,
  blank: false,
  needsOcr: true,
  messages: [sentence],
});
