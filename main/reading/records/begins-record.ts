import { usDate } from '../../../shared/partial-date.ts';
import { isSamePatient } from './page-patient.ts';
import type { PageSigns } from './page-signs.ts';

/** The document being read: its first page and all of its pages so far. */
export type OpenRecord = { readonly first: PageSigns; readonly pages: readonly PageSigns[] };

/** Why a document begins on a page, in words; `isDoubtful` where something speaks against it or a page is missing. */
export type Beginning = { readonly reasons: readonly string[]; readonly isDoubtful: boolean };

const titled = ({ title }: PageSigns): string[] => (title === null ? [] : [`title "${title.text}"`]);
const counted = ({ count }: PageSigns): string[] =>
  count?.number === 1 ? [count.of === null ? 'page 1' : `page 1 of ${String(count.of)}`] : [];
const dated = ({ date }: PageSigns, open: OpenRecord): string[] =>
  date === null || date.date === dateOf(open) ? [] : [`new ${labelWords(date.label)} ${usDate(date.date)}`];

const labelWords = (label: string): string =>
  label === '' ? 'date' : label.toLowerCase().replace(/^dos$/, 'date of service');

const dateOf = ({ pages }: OpenRecord): string | undefined => pages.find(({ date }) => date !== null)?.date?.date;
const lastCount = ({ pages }: OpenRecord): PageSigns['count'] =>
  pages.findLast(({ count }) => count !== null)?.count ?? null;
const patientOf = ({ pages }: OpenRecord): PageSigns['patient'] =>
  pages.find(({ patient }) => patient !== null)?.patient ?? null;

const isAnother = (page: PageSigns, open: OpenRecord): boolean => {
  const known = patientOf(open);
  return page.patient !== null && known !== null && !isSamePatient(page.patient, known);
};

/** Whether what is printed beside the page's number names another day or kind of document than the open one has. */
const isOfAnother = ({ count }: PageSigns, open: OpenRecord): boolean => {
  const [day, kind] = [dateOf(open), open.first.title?.kind];
  return (
    count !== null &&
    ((count.days.length > 0 && day !== undefined && !count.days.includes(day)) ||
      (count.kind !== null && kind !== undefined && count.kind !== kind))
  );
};

/** Whether the page's number is the one that comes next in the open document. */
const isNext = (page: PageSigns, open: OpenRecord): boolean => {
  const { count } = page;
  if (count === null || count.number === 1 || isOfAnother(page, open)) return false;
  const before = lastCount(open);
  if (before === null) return count.number === open.pages.filter(({ isBlank }) => !isBlank).length + 1;
  return count.number === before.number + 1 && (count.of === null || before.of === null || count.of === before.of);
};

/** The same lines above the first heading as on the document's first page, to the digit: a running head, or a copy. */
const repeatsHead = (page: PageSigns, { first }: OpenRecord): boolean =>
  page.head.length > 0 &&
  page.head.slice(0, Math.min(page.head.length, first.head.length, 4)).every((line) => first.head.includes(line));

/** A title with a name or a day below it, or in capitals on the first line: the head of a document. */
const hasFullHead = (page: PageSigns): boolean =>
  page.title !== null && (page.hasIdentity || page.date !== null || page.isBoldTitle);

const isCover = ({ title }: PageSigns): boolean => title?.kind === 'fax-cover';

const sure = (...reasons: readonly string[]): Beginning => ({ reasons, isDoubtful: false });
const doubtful = (...reasons: readonly string[]): Beginning => ({ reasons, isDoubtful: true });

const afterBlank = (page: PageSigns, open: OpenRecord): Beginning | null => {
  const reasons = [...titled(page), ...counted(page), ...dated(page, open)];
  return reasons.length > 0 ? sure(...reasons) : doubtful('follows a blank page');
};

/** A page with a number above 1 belongs to what stands before it, unless that is plainly something else. */
const byCount = (page: PageSigns, open: OpenRecord): Beginning | null => {
  const { number, of } = page.count ?? { number: 0, of: null };
  const isOtherDay = page.date !== null && dateOf(open) !== undefined && page.date.date !== dateOf(open);
  if (isNext(page, open) && !(isOtherDay && hasFullHead(page) && page.title?.kind !== open.first.title?.kind))
    return null;
  const whole = of === null ? `page ${String(number)}` : `page ${String(number)} of ${String(of)}`;
  return doubtful(...titled(page), `${whole}, and the page before it is not its ${String(number - 1)}`);
};

const isNewLetterhead = (page: PageSigns, open: OpenRecord): boolean =>
  (page.isLetter || page.hasIdentity || page.date !== null) &&
  open.pages.every(({ letterhead, head }) => letterhead !== page.letterhead && !head.includes(page.letterhead ?? ''));

const byHead = (page: PageSigns, open: OpenRecord): Beginning | null => {
  const before = open.pages.at(-1);
  if (hasFullHead(page)) {
    const isOtherDay = dated(page, open).length > 0;
    // A head repeated to the digit runs over the pages of one document, until the page before was signed.
    const runsOn = repeatsHead(page, open) && !isOtherDay && !(before?.isClosed === true || page.opensNote);
    return runsOn ? null : sure(...titled(page), ...dated(page, open));
  }
  if (page.letterhead !== null && isNewLetterhead(page, open))
    return sure(`new letterhead "${page.letterhead}"`, ...dated(page, open));
  if (page.isLetter && page.head[0] === open.first.head[0] && dated(page, open).length > 0)
    return sure('new letter', ...dated(page, open));
  if (page.hasIdentity && dated(page, open).length > 0 && dateOf(open) !== undefined) return sure(...dated(page, open));
  return null;
};

/**
 * Why a document begins with this page, or null where the page goes on with the open one. `later` are the pages after
 * it: a blank page between page 1 and page 2 is the back of a sheet and stays inside.
 */
export const beginsRecord = (
  page: PageSigns,
  open: OpenRecord | null,
  later: readonly PageSigns[],
): Beginning | null => {
  if (open === null) return sure(...titled(page), ...counted(page), ...(page.isBlank ? ['blank page'] : []));
  const wasBlank = open.pages.every(({ isBlank }) => isBlank);
  if (page.isBlank) {
    const next = later.find(({ isBlank }) => !isBlank);
    return wasBlank || (next !== undefined && isNext(next, open)) ? null : sure('blank page');
  }
  if (isAnother(page, open)) return sure(...titled(page), 'another patient than the page before');
  if (wasBlank) return afterBlank(page, open);
  if (isCover(page)) return sure(...titled(page));
  if (isCover(open.first))
    return isNext(page, open) ? null : sure(...titled(page), ...counted(page), 'follows a fax cover');
  if (page.count !== null && page.count.number > 1) return byCount(page, open);
  if (page.count?.number === 1) return sure(...titled(page), ...counted(page), ...dated(page, open));
  return byHead(page, open);
};
