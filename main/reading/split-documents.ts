import type { PartialDate } from '../../shared/partial-date.ts';
import { describeRecord, type RecordDescription } from './describe-record.ts';
import type { PageText, RecordText } from './record-text.ts';
import { titleIn, IDENTITY } from './records/page-signs.ts';

export type DocumentText = { readonly source: RecordText; readonly description: RecordDescription };

/** Lines below a title in which a document says whom it is about and of which day it is. */
const HEAD_LINES = 5;
const DATED = /\bdate(?: of \w+)?\s*:|\bDOS\b|\b\d{1,2}\/\d{1,2}\/\d{2,4}\b/i;
const isCapitals = (line: string): boolean => /[A-Z]{4}/.test(line) && !/[a-z]/.test(line);

/** Offsets of the titles inside a page that a further document begins with: in capitals, with a name and a day below. */
const titlesInside = ({ text }: PageText): number[] => {
  const lines = text.split('\n');
  let offset = 0;
  const starts = lines.map((line) => {
    const start = offset;
    offset += line.length + 1;
    return start;
  });
  const filled = lines.flatMap((line, at) => (line.trim() === '' ? [] : [at]));
  return filled.flatMap((at, order) => {
    const line = lines[at]?.trim() ?? '';
    const below = filled.slice(order + 1, order + 1 + HEAD_LINES).map((next) => lines[next] ?? '');
    const isTitle =
      order > HEAD_LINES &&
      isCapitals(line) &&
      titleIn(line, false) !== null &&
      below.some((next) => IDENTITY.test(next)) &&
      below.some((next) => DATED.test(next));
    return isTitle ? [starts[at] ?? 0] : [];
  });
};

/** The page with everything outside the range blanked: what stands where stays the same. */
const only = (page: PageText, from: number, to: number): PageText => {
  const blank = (part: string): string => part.replace(/[^\n]/g, ' ');
  const { text } = page;
  return { ...page, text: blank(text.slice(0, from)) + text.slice(from, to) + blank(text.slice(to)) };
};

/** A record's pages cut at the titles inside them. */
const cutAtTitles = (pages: readonly PageText[]): PageText[][] => {
  const parts: PageText[][] = [[]];
  for (const page of pages) {
    const cuts = [0, ...titlesInside(page), page.text.length];
    if (cuts.length === 2) parts.at(-1)?.push(page);
    else
      cuts.slice(1).forEach((to, at) => {
        if (at > 0) parts.push([]);
        parts.at(-1)?.push(only(page, cuts[at] ?? 0, to));
      });
  }
  return parts;
};

/**
 * What a record's pages hold: itself, and where a further document begins with its own title inside a page, that too.
 * The record keeps the description that it came with.
 */
export const splitDocuments = (
  source: RecordText,
  description: RecordDescription,
  latest: PartialDate,
): DocumentText[] => {
  const { fileName: _, ...unnamed } = source;
  const parts = cutAtTitles(source.pages);
  if (parts.length === 1) return [{ source, description }];
  return parts.map((pages, at) => {
    const part = { ...unnamed, pages };
    return { source: part, description: at === 0 ? description : describeRecord(part, { latest }) };
  });
};
