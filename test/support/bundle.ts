import type { OpenBackend } from './open-backend.ts';
import type { CaseId } from '../../shared/ids.ts';
import type { Output } from '../../shared/contract.ts';

/** Whom the made bundles are about, and somebody else. */
const WORKER = 'Patient: Placeholder, Robin A.   DOB: 04/02/1975   Claim: XX-1004';
export const NEIGHBOUR = 'Patient: Nobody, Quentin Z.   DOB: 11/30/1961   Claim: XX-2200';

/** A page on which a document begins: its title, whom it is about, its day and who wrote it. */
export const titlePage = (title: string, date: string, words = '', person = WORKER): string =>
  `${title}\n${person}\nDate of exam: ${date}\nProvider: Alex Example, MD\n\nSUBJECTIVE: ${words === '' ? `Neck pain is rated 6/10 on ${date}.` : words}\nPLAN: Continue naproxen 500 mg.`;

/** The second page of a report. */
const secondPage = (date: string): string =>
  `Placeholder, Robin A. Progress report, ${date}. Page 2 of 2.\nOBJECTIVE: Spurling test is positive on the left.\nElectronically signed by Alex Example, MD on ${date}`;

/** Six pages: a report of two, a therapy note, somebody else's note, and a report of two. */
export const BUNDLE: readonly string[] = [
  titlePage('PROGRESS REPORT (PR-2)', '06/10/2016'),
  secondPage('06/10/2016'),
  titlePage('PHYSICAL THERAPY DAILY NOTE', '06/14/2016', 'Pain at the neck was 5/10 after exercise.'),
  titlePage('PROGRESS NOTE', '06/15/2016', 'Right ankle pain after soccer.', NEIGHBOUR),
  titlePage('PROGRESS REPORT (PR-2)', '07/08/2016', 'Neck pain improved to 4/10.'),
  secondPage('07/08/2016'),
];

/** A text file of which each part is a page. */
const pagesOf = (pages: readonly string[]): string => pages.join('\f');

/** Imports pages as one text file, waits until the background is done, and gives the documents. */
export const importPages = async (
  { ask, offerText }: OpenBackend,
  caseId: CaseId,
  pages: readonly string[],
  name = 'bundle.txt',
): Promise<Output<'document.list'>> => {
  await ask('record.import', { caseId, files: [await offerText(name, pagesOf(pages))] });
  await ask('timeline.propose', { caseId });
  return ask('document.list', { caseId });
};

/** `1-2 progress-report 2016-06-10 proposed`, a line a document. */
export const inLines = (documents: Output<'document.list'>): string[] =>
  documents.map(({ first, last, kind, date, state }) => `${first}-${last} ${kind} ${date ?? 'undated'} ${state}`);
