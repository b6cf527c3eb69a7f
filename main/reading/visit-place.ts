import type { Dating } from './find-encounters.ts';
import type { Reading } from './proposal.ts';
import type { Section } from './split-sections.ts';

/** Where a sentence or item stands: the record being read, the visit it belongs to, and its section. */
export type Place = { readonly reading: Reading; readonly visit: Dating; readonly section: Section };

/** The words of a heading alone: without its numbering, its colon and what follows. */
export const headingName = (heading: string): string =>
  heading
    .replace(/^(?:\d{1,2}[a-z]?|[A-Z])[.)]\s+/, '')
    .replace(/\s*[(:].*$/s, '')
    .replace(/\s[-–]+\s*$/, '')
    .trim();

/** Why an entry was proposed, for the reviewer: `Drug under "Plan", date of visit.` */
export const reasonOf = (what: string, { section, visit }: Place): string => {
  const name = headingName(section.heading);
  return `${what} ${name === '' ? 'in the text' : `under "${name}"`}, ${visit.basis}.`;
};
