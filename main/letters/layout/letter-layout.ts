/**
 * The look of the published letters, in points: Letter paper, margins of one inch, Times New Roman 12 in single lines
 * with an empty line's space between paragraphs, and a case block of four columns in Arial 11 that reaches half a
 * centimetre into the margins.
 */
export const PAGE = { width: 612, height: 792, margin: 72 } as const;
export const BODY = { font: 'Times New Roman', size: 12, line: 13.8, after: 13.8 } as const;
export const HEADING = { after: 6 } as const;
export const CASE_TABLE = {
  font: 'Arial',
  size: 11,
  line: 12.65,
  columns: [107.3, 149.4, 98, 124.7],
  padding: 5.4,
  border: 0.5,
  shade: 'E0E0E0',
} as const;

export const TEXT_WIDTH = PAGE.width - 2 * PAGE.margin;
