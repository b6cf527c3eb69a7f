import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { splitRecords } from '../../main/reading/records/split-records.ts';
import { proposeEntries } from '../../main/reading/propose-entries.ts';
import { reconcileSentences } from '../../main/reading/reconcile-sentences.ts';
import { typedSentence } from '../../main/reading/sentence-origins.ts';
import type { RecordText } from '../../main/reading/record-text.ts';
import { findDates } from '../../shared/find-dates.ts';
import type { RecordId, SentenceId } from '../../shared/ids.ts';
import type { StoredSentence } from '../../shared/summary.ts';
import { median, printed, timed, type Bench, type Figure } from './figure.ts';

const FOLDER = join(import.meta.dirname, '..', 'reading', 'records');
const LATEST = '2017-01-01';
const COPIES = 20;
const RUNS = 5;
const SENTENCES = 60;

const records = (): RecordText[] => {
  const texts = readdirSync(FOLDER).map((name) => readFileSync(join(FOLDER, name), 'utf8'));
  return Array.from({ length: COPIES }, () => texts)
    .flat()
    .map((text, at) => ({ record: `r${at}` as RecordId, pages: [{ page: 1, text }] }));
};

const repeated = async (work: () => unknown): Promise<number> => {
  await timed(work);
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) times.push(await timed(work));
  return median(times);
};

const atLeast = (name: string, value: number, goal: number): Figure => ({
  name,
  value,
  unit: 'pages/s',
  goal: `>= ${goal}`,
  holds: value >= goal,
});

const summary = (): StoredSentence[] =>
  Array.from({ length: SENTENCES }, (_, at) =>
    typedSentence(
      `s${at}` as SentenceId,
      `On 06/${1 + (at % 28)}/14, he stated for the ${at}th time that the low back pain was the same.`,
    ),
  );

/** How many pages a second the pages' words are read into dates and into proposals, and how long an edit takes. */
export const benchReading: Bench = async () => {
  const sources = records();
  const pages = sources.length;
  const dates = await repeated(() =>
    sources.map(({ pages: own }) => own.map(({ text }) => findDates(text, { latest: LATEST }))),
  );
  const entries = await repeated(() =>
    sources.map((source) =>
      splitRecords(source, { latest: LATEST }).map((record) => proposeEntries(source, record, { latest: LATEST })),
    ),
  );
  const before = summary();
  const edited = before.map(({ text }, at) => (at % 3 === 0 ? text.replace('stated', 'reported') : text)).join(' ');
  const edit = await repeated(() => reconcileSentences(before, edited, () => 'new' as SentenceId));
  return [
    atLeast('dates found in pages of text', (pages * 1000) / dates, 2000),
    atLeast('pages of text read into timeline proposals', (pages * 1000) / entries, 200),
    {
      name: `summary of ${SENTENCES} sentences matched to its sources after an edit`,
      value: edit,
      unit: 'ms',
      goal: '<= 5',
      holds: edit <= 5,
    },
    printed('pages read in this measurement', pages, 'pages'),
  ];
};
