import type { PageId } from '../../shared/ids.ts';
import type { WriteCase } from './case-file.ts';
import { put } from './statements.ts';

/** States that the words of a page stand as they were found; what was typed over them before goes. */
export const confirmPage = (file: WriteCase, id: PageId): void =>
  put(file, 'eye_reading', { id, eye: 'confirmed', text: null, words: null });

/** Puts a typed text in place of the page's words; `words` holds six numbers a word, see `PageContent.words`. */
export const typePage = (file: WriteCase, id: PageId, text: string, words: readonly number[]): void =>
  put(file, 'eye_reading', { id, eye: 'typed', text, words: JSON.stringify(words) });
