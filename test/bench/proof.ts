import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mentionsIn } from '../../main/app/letter/find-mentions.ts';
import { searcherOf, textsVersion, wordingsOf } from '../../main/app/letter/search-absence.ts';
import { closeCaseFile } from '../../main/store/open-case.ts';
import { ABSENCE_TERMS } from '../../shared/facts/absence-terms.ts';
import type { CaseId } from '../../shared/ids.ts';
import { soundLetter } from '../letters/support/sound-letter.ts';
import { newCaseFile } from '../support/case-files.ts';
import { openBackend } from '../support/open-backend.ts';
import { below, percentile, printed, timed, type Figure } from './figure.ts';
import { fillPages } from './search.ts';

const TERMS = 20;
const VISITS = 300;
const ITEMS = 21;
const KEYSTROKES = 40;

/** Twenty terms with all their wordings looked for in 10,000 pages, each for the first time. */
const benchAbsences = async (): Promise<Figure[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'imr-absences-'));
  const file = newCaseFile(join(folder, 'case.db'), 'a' as CaseId);
  try {
    const terms = ABSENCE_TERMS.slice(0, TERMS);
    fillPages(
      file,
      terms.flatMap(({ wordings }) => wordings.slice(0, 3).map((wording) => wording.replace('*', ''))),
    );
    const find = mentionsIn(file);
    const time = await timed(() => terms.forEach(({ name }) => find(name)));
    const search = await timed(() => {
      textsVersion(file);
      const run = searcherOf(file);
      terms.forEach(({ name }) => run(wordingsOf(name)));
    });
    return [
      below('20 terms in all their wordings looked for in 10,000 pages', time, 500),
      below('a negative search of 20 terms over 10,000 pages, with the pages not relied on', search, 500),
    ];
  } finally {
    closeCaseFile(file);
    rmSync(folder, { recursive: true });
  }
};

const dayOf = (visit: number): string =>
  `${String(1 + (visit % 12)).padStart(2, '0')}/${String(1 + (visit % 28)).padStart(2, '0')}/${String(2014 + Math.floor(visit / 120))}`;

/** Notes of 300 visits on as many pages. */
const visits = (): string =>
  Array.from(
    { length: VISITS },
    (_, visit) =>
      `PROGRESS REPORT (PR-2)\nDate of visit: ${dayOf(visit)}\nSubjective: Low back pain ${String(visit % 10)}/10.\nPlan: Naproxen 550 mg twice a day.`,
  ).join('\f');

/** Drift, checks and all, over a case of 300 visits and 21 items with evidence, after a keystroke. */
const benchKeystrokes = async (): Promise<Figure[]> => {
  const desk = await openBackend();
  try {
    const { items, ...letter } = soundLetter();
    const caseId = await desk.newCase({
      ...letter,
      items: Array.from({ length: ITEMS }, (_, at) => ({
        ...items[at % 3]!,
        heading: `${items[at % 3]!.heading}, ${String(at)}`,
      })),
    });
    await desk.ask('record.import', { caseId, files: [await desk.offerText('visits.txt', visits())] });
    await desk.ask('timeline.propose', { caseId });
    const entries = await desk.ask('timeline.list', { caseId });
    await desk.ask('timeline.decide', { caseId, ids: entries.map(({ id }) => id), state: 'accepted' });
    const sentences = await desk.ask('summary.compose', { caseId });
    const listed = await desk.ask('item.list', { caseId });
    const sources = sentences.flatMap((sentence) => sentence.sources.slice(0, 1));
    for (const [at, { id }] of listed.entries()) {
      const span = sources[at];
      if (span !== undefined) await desk.ask('item.cite', { caseId, id, span });
    }
    await desk.ask('letter.check', { caseId, settled: true });
    const odd = await timed(() => desk.ask('oddity.list', { caseId }));
    const times: number[] = [];
    for (let run = 1; run <= KEYSTROKES; run += 1) {
      const { id, rationale } = listed[run % ITEMS]!;
      await desk.ask('item.edit', {
        caseId,
        id,
        change: { rationale: `${rationale} Pain was 4/10 ${'x'.repeat(run)}` },
      });
      times.push(
        await timed(async () => {
          await desk.ask('letter.check', { caseId });
          await desk.ask('treatment.list', { caseId });
        }),
      );
    }
    return [
      below(
        'drift, all checks and the ledger over 300 visits and 21 items after a keystroke, 95th percentile',
        percentile(times, 0.95),
        50,
      ),
      printed('sentences of that summary', sentences.length, 'sentences'),
      printed('what is missing or odd in those 300 visits, compared anew', odd, 'ms'),
    ];
  } finally {
    await desk.close();
  }
};

/** What is proved while somebody types: drift over a long case, and what is said not to be documented. */
export const benchProof = async (say: (line: string) => void): Promise<Figure[]> => {
  say('drift and negative claims');
  return [...(await benchAbsences()), ...(await benchKeystrokes())];
};
