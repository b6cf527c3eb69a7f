import { PUBLISHED, publishedNames, publishedText } from '../letters/support/published.ts';
import { openPdf } from '../../main/import/pdf/open-pdf.ts';
import { proposeEntries } from '../../main/reading/propose-entries.ts';
import type { PageText } from '../../main/reading/record-text.ts';
import { splitRecords } from '../../main/reading/records/split-records.ts';
import type { ToldDraft } from '../../main/reading/visits/told-draft.ts';
import { visitsOf } from '../../main/reading/visits/visits-of.ts';
import { findDates } from '../../shared/find-dates.ts';
import type { RecordId } from '../../shared/ids.ts';
import { caseVisits } from '../support/case-visits.ts';
import { readShoulder, SHOULDER, shoulderTruth } from '../support/read-shoulder.ts';
import { clinicalPdf } from './clinical-pdf.ts';
import { notMeasured, printed, timed, type Bench, type Figure } from './figure.ts';

const PAGES = 10_000;
/** Pages drawn once and read again and again under other numbers: drawing takes longer than reading. */
const DRAWN = 500;
/** Pages that the application reads at a time. */
const SLICE = 80;
const READING_GOAL = 2.5;
const DRAFTS = 20_000;
const LATEST = '2016-12-01';
const KEY_FACTS_PER_PAGE = 2.5;

const least = (name: string, value: number, of: number): Figure => ({
  name,
  value,
  unit: `of ${of}`,
  goal: `${of}`,
  holds: value === of,
});

const most = (name: string, value: number, unit: string, goal: number): Figure => ({
  name,
  value,
  unit,
  goal: `<= ${goal}`,
  holds: value <= goal,
});

const shoulder = async (): Promise<Figure[]> => {
  if (!SHOULDER.present) return [notMeasured('the shoulder case', '', SHOULDER.reason)];
  const files = await readShoulder();
  const { documents, keyFacts, items, header } = shoulderTruth();
  const bundle = files.find(({ pages }) => pages.length === Math.max(...files.map((file) => file.pages.length)));
  const records = bundle === undefined ? [] : splitRecords(bundle, { latest: LATEST });
  const right = documents.filter((document) =>
    records.some(
      ({ first, kind, date }) => first === document.first && kind === document.kind && date === document.date,
    ),
  );
  const found = caseVisits(files, LATEST, {
    dateOfInjury: header.dateOfInjury,
    items: items.map((heading) => ({ heading })),
  });
  const told = keyFacts.filter(({ date, pattern }) => {
    const words = new RegExp(pattern, 'is');
    return found.visits
      .filter((visit) => visit.date === date)
      .flatMap(({ facts }) => facts)
      .some(
        ({ rank, text, sources }) =>
          rank === 'key' && (words.test(text) || sources.some(({ quote }) => words.test(quote.replace(/\s+/g, ' ')))),
      );
  });
  return [
    least('shoulder case: documents with first page, kind and date', right.length, documents.length),
    least('shoulder case: facts of its summary proposed as key', told.length, keyFacts.length),
    most('shoulder case: key facts a clinical page', found.keyFacts / found.clinicalPages, '', KEY_FACTS_PER_PAGE),
    printed('shoulder case: visits to judge', found.visits.length, `for ${found.statements} statements`),
  ];
};

const letters = async (): Promise<Figure[]> => {
  const missing = PUBLISHED.find(({ present }) => !present);
  if (missing?.present === false) return [notMeasured('dates of published letters', '', missing.reason)];
  let dates = 0;
  for (const name of publishedNames()) dates += findDates(await publishedText(name), { latest: '2018-12-31' }).length;
  return [printed('dates found in the published letters', dates, 'dates')];
};

const drawnPages = async (): Promise<string[]> => {
  const open = await openPdf(await clinicalPdf(DRAWN), '');
  try {
    const pages: string[] = [];
    for (let page = 1; page <= open.pages; page += 1) pages.push((await open.read(page)).text);
    return pages;
  } finally {
    open.close();
  }
};

const readAll = (texts: readonly string[]): ToldDraft[] => {
  const drafts: ToldDraft[] = [];
  for (let from = 0; from < PAGES; from += SLICE) {
    const pages = Array.from({ length: Math.min(SLICE, PAGES - from) }, (_, at): PageText => {
      const page = from + at + 1;
      // Each page a string of its own: nothing known of one is known of the next.
      return { page, text: `${texts[(page - 1) % texts.length] ?? ''}\n` };
    });
    const file = { record: 'chart' as RecordId, fileName: 'chart.pdf', pages };
    for (const record of splitRecords(file, { latest: LATEST })) {
      const own = pages.filter(({ page }) => page >= record.first && page <= record.last);
      drafts.push(...proposeEntries({ ...file, pages: own }, record, { latest: LATEST }));
    }
  }
  return drafts;
};

const speed = async (): Promise<Figure[]> => {
  const texts = await drawnPages();
  const before = process.cpuUsage();
  const drafts = readAll(texts);
  const { user, system } = process.cpuUsage(before);
  const some = drafts.slice(0, DRAFTS);
  const grouped = await timed(() => visitsOf(some, { items: [{ heading: 'MRI of the lumbar spine' }] }));
  return [
    most(
      `${PAGES} pages of clinical text divided and read for the timeline: processor time`,
      (user + system) / 1000 / PAGES,
      'ms a page',
      READING_GOAL,
    ),
    most(`visits of ${some.length} statements`, grouped, 'ms', 1000),
  ];
};

/** What the timeline gives of cases whose truth is known, and how quickly. */
export const benchTimelineReading: Bench = async (say) => {
  say('timeline: the shoulder case');
  const known = await shoulder();
  say('timeline: the published letters');
  const dates = await letters();
  say(`timeline: ${PAGES} pages of text`);
  return [...known, ...dates, ...(await speed())];
};
