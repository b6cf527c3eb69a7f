/**
 * Numbers a word takes in the `words` of a page: start, end, left, top, right, bottom. It stands alone, for those who
 * want nothing else of a page.
 */
export const WORD_STRIDE = 6;
