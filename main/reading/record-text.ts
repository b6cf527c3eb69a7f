import type { RecordId } from '../../shared/ids.ts';
import type { TextSpan } from '../../shared/span.ts';

/** A record as reading sees it: the text of its pages and nothing else. Pages in order, 1-based numbers. */
export type RecordText = {
  readonly record: RecordId;
  /** The first page of the document that this is, where its file holds others too. */
  readonly part?: number;
  readonly title?: string;
  readonly fileName?: string;
  readonly pages: readonly PageText[];
};
export type PageText = {
  readonly page: number;
  readonly text: string;
  /** True where the reader of the file knows that nothing stands on it. */
  readonly isBlank?: boolean;
};

/** A range of one page's text. */
export type PageRange = { readonly page: number; readonly start: number; readonly end: number };

/** Pages mostly follow each other without a gap: then the place of one is known from its number. */
const textOf = ({ pages }: RecordText, page: number): string => {
  const likely = pages[page - (pages[0]?.page ?? 1)];
  return (likely?.page === page ? likely : pages.find((one) => one.page === page))?.text ?? '';
};

/** The citation of a range: its words exactly as they stand on the page. */
export const spanOf = (source: RecordText, { page, start, end }: PageRange): TextSpan => ({
  record: source.record,
  page,
  start,
  end,
  quote: textOf(source, page).slice(start, end),
});
