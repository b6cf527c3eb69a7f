/** A citation outside the MTUS, field by field, as 8 CCR 9792.21.1(d) asks for it (its parts are from memory). */
export type OutsideCitation =
  | {
      readonly kind: 'guideline';
      readonly publisher: string;
      readonly year: string;
      readonly chapter: string;
      readonly section: string;
    }
  | {
      readonly kind: 'study';
      readonly firstAuthor: string;
      readonly title: string;
      readonly journal: string;
      readonly year: string;
      readonly volume: string;
      readonly pages: string;
    };
export type OutsideKind = OutsideCitation['kind'];

/** What each kind of citation is made of, in the order in which it is asked for; names as people read them. */
export const OUTSIDE_FIELDS = {
  guideline: { publisher: 'Publisher', year: 'Year', chapter: 'Chapter', section: 'Section' },
  study: {
    firstAuthor: 'First author',
    title: 'Title',
    journal: 'Journal',
    year: 'Year',
    volume: 'Volume',
    pages: 'Pages',
  },
} as const;

/** A citation of the kind with nothing in it yet. */
export const blankCitation = (kind: OutsideKind): OutsideCitation =>
  kind === 'guideline'
    ? { kind, publisher: '', year: '', chapter: '', section: '' }
    : { kind, firstAuthor: '', title: '', journal: '', year: '', volume: '', pages: '' };

const given = (parts: readonly string[]): string[] => parts.map((part) => part.trim()).filter((part) => part !== '');
const withStop = (part: string): string =>
  /[.?!]$/u.test(part.trim()) || part.trim() === '' ? part : `${part.trim()}.`;

/** The fields that are still empty, by their names. */
export const lackOfCitation = (citation: OutsideCitation): string[] =>
  Object.entries(OUTSIDE_FIELDS[citation.kind]).flatMap(([field, name]) =>
    (citation as Readonly<Record<string, string>>)[field]?.trim() === '' ? [name] : [],
  );

/** The words of a citation as a statement prints them, without a stop at their end; what is empty is left out. */
export const writeCitation = (citation: OutsideCitation): string => {
  if (citation.kind === 'guideline')
    return given([citation.publisher, citation.year, citation.chapter, citation.section]).join(', ');
  const { firstAuthor, title, journal, year, volume, pages } = citation;
  const issue = given([given([year, volume]).join(';'), pages]).join(':');
  return given([withStop(firstAuthor), withStop(title), given([journal, issue]).join(' ')])
    .join(' ')
    .replace(/\.$/u, '');
};
