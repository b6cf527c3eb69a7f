import { findDates } from '../../shared/find-dates.ts';
import type { PartialDate } from '../../shared/partial-date.ts';
import type { RecordKind } from '../../shared/record.ts';
import { describeRecord, type RecordDescription } from './describe-record.ts';
import { KIND_SIGNS } from './record-kinds.ts';
import type { PageText, RecordText } from './record-text.ts';
import { headingOf } from './section-headings.ts';

export type DocumentText = { readonly source: RecordText; readonly description: RecordDescription };

const TITLE_LINES = 7;
const IDENTITY = /\b(?:patient|name|employee|injured worker|re|dob|date of birth|claim)\b.{0,12}:/i;

const SMALL = /^(?:of|the|and|for|or|to|in|a|an|with|-|–|&|\/)$/;
/** Every word capitalised but the small ones, as titles are; capitals throughout count too. */
const isTitleCase = (line: string): boolean =>
  line.split(/\s+/).every((word) => SMALL.test(word) || /^[("'#]?[A-Z\d]/.test(word));

/** The kind that a page's title announces, where it reads like the first page of a document. */
const announced = ({ text }: PageText): RecordKind | null => {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const title = lines
    .slice(0, TITLE_LINES)
    .find(
      (line) =>
        line.length < 80 &&
        /^[A-Z]/.test(line) &&
        isTitleCase(line) &&
        (headingOf(line)?.kind ?? 'other') === 'other' &&
        KIND_SIGNS.some(({ heading }) => heading.test(line)),
    );
  if (title === undefined || !lines.slice(0, 16).some((line) => IDENTITY.test(line))) return null;
  return KIND_SIGNS.find(({ heading }) => heading.test(title))?.kind ?? null;
};

const isLaterPage = ({ text }: PageText): boolean => {
  const number = /\bpage\s*:?\s*(\d{1,3})\s*(?:of|\/)\s*\d{1,3}\b/i.exec(text)?.[1];
  return number !== undefined && number !== '1';
};

const birthsOn = ({ text }: PageText, latest: PartialDate): string[] =>
  findDates(text, { latest })
    .filter(({ kind, precision }) => kind === 'birth' && precision === 'day')
    .map(({ date }) => date);

/** Pages that name another birth date than most pages of the record do: somebody else's, filed by mistake. */
const ownPages = (pages: readonly PageText[], latest: PartialDate): PageText[] => {
  const births = pages.map((page) => ({ page, dates: birthsOn(page, latest) }));
  const counts = [
    ...Map.groupBy(
      births.flatMap(({ dates }) => [...new Set(dates)]),
      (date) => date,
    ),
  ].sort((a, b) => b[1].length - a[1].length);
  const [most, next] = counts;
  if (most === undefined || most[1].length <= (next?.[1].length ?? 0)) return [...pages];
  return births.filter(({ dates }) => dates.length === 0 || dates.includes(most[0])).map(({ page }) => page);
};

/**
 * The documents that a record's pages hold: one for most records, several for a bundle in which each begins with its
 * own title. Pages of another person are left out. A single document keeps the description that it came with.
 */
export const splitDocuments = (
  source: RecordText,
  description: RecordDescription,
  latest: PartialDate,
): DocumentText[] => {
  const groups: PageText[][] = [];
  let kind: RecordKind | null = null;
  for (const page of ownPages(source.pages, latest)) {
    const own = announced(page);
    const begins =
      groups.length === 0 ||
      (own !== null && !isLaterPage(page) && (own !== kind || /\bpage\s*:?\s*1\s*(?:of|\/)/i.test(page.text)));
    if (begins) groups.push([]);
    if (begins || kind === null) kind = own ?? kind;
    groups.at(-1)?.push(page);
  }
  if (groups.length < 2) return [{ source: { ...source, pages: groups[0] ?? [] }, description }];
  return groups.map((pages) => {
    const part = { ...source, pages };
    const { fileName: _, ...unnamed } = part;
    return { source: part, description: describeRecord(unnamed, { latest }) };
  });
};
