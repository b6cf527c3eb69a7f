import { composeSummary } from '../../main/reading/compose-summary.ts';
import { findDrift } from '../../main/reading/drift/find-drift.ts';
import { overviewEntries } from '../../main/reading/prose/overview.ts';
import { therapySeries, wordTherapySeries } from '../../main/reading/visits/therapy-series.ts';
import type { VisitDraft } from '../../main/reading/visits/visits-of.ts';
import type { Entry } from '../../shared/entry.ts';
import type { EntryId, VisitId } from '../../shared/ids.ts';
import { AS_FACT } from '../support/as-fact.ts';
import { caseVisits, type CaseVisits } from '../support/case-visits.ts';
import { describeWith } from '../support/optional.ts';
import { readShoulder, SHOULDER, shoulderTruth } from '../support/read-shoulder.ts';

const LATEST = '2016-12-01';
const KEY_FACTS_PER_PAGE = 2.5;

const STYLE = {
  personWord: 'injured worker',
  dateStyle: 'MM/DD/YY',
  pronoun: 'she',
  order: 'date',
  patterns: {},
} as const;

/** The key facts of visits as a reviewer takes them. */
const entriesOfVisits = (visits: readonly VisitDraft[]): Entry[] =>
  visits.flatMap((visit) =>
    visit.facts
      .filter(({ rank }) => rank === 'key')
      .map(({ rank, why, ...fact }, at) => ({
        ...fact,
        ...AS_FACT,
        rank,
        why,
        id: `${visit.key}-${String(at)}` as EntryId,
        visit: visit.key as VisitId,
        state: 'accepted' as const,
        origin: 'proposed' as const,
      })),
  );

describeWith([SHOULDER], 'the visits of the shoulder case', () => {
  let found: CaseVisits;
  const on = (date: string): VisitDraft[] => found.visits.filter((visit) => visit.date === date);

  beforeAll(async () => {
    const { header, items } = shoulderTruth();
    found = caseVisits(await readShoulder(), LATEST, {
      dateOfInjury: header.dateOfInjury,
      items: items.map((heading) => ({ heading })),
    });
    process.stdout.write(
      `shoulder case: ${found.statements} statements in ${found.visits.length} visits, ${found.keyFacts} key facts on ` +
        `${found.clinicalPages} clinical pages, ${(found.keyFacts / found.clinicalPages).toFixed(2)} a page\n`,
    );
  });

  it('have every fact that its summary rests on as a key fact under its date', () => {
    const missing = shoulderTruth().keyFacts.filter(({ date, pattern }) => {
      const words = new RegExp(pattern, 'is');
      return !on(date).some(({ facts }) =>
        facts.some(
          ({ rank, text, sources }) =>
            rank === 'key' && (words.test(text) || sources.some(({ quote }) => words.test(quote.replace(/\s+/g, ' ')))),
        ),
      );
    });
    expect(missing).toEqual([]);
  });

  it('make a summary that opens as letters do, with nothing that its sources do not bear out', () => {
    const since = found.visits.filter(({ date }) => date !== null && date >= shoulderTruth().header.dateOfInjury);
    const entries = entriesOfVisits(since);
    const visits = new Map(since.map((visit) => [visit.key as VisitId, visit]));
    const person = { age: '41', sex: 'female', sources: [] } as const;
    const opening = overviewEntries({ entries, visits, person }, STYLE);
    const sentences = composeSummary([...opening, ...entries], STYLE, { visits, held: new Map() });
    expect(sentences.slice(0, 4).map(({ text }) => text)).toEqual([
      'The injured worker is a 41 year old female who sustained an industrial injury on 03/07/16.',
      'While lifting a wet linen bag of about 45 lb over her head into a cart she felt a pop and immediate pain in the right shoulder.',
      expect.stringMatching(/^Diagnoses have included right shoulder strain; .*rotator cuff tear/),
      'Treatment to date has included physical therapy, naproxen, cyclobenzaprine, tramadol, omeprazole and subacromial injection of the right shoulder.',
    ]);
    expect(sentences.map(({ text }) => text)).toContainEqual(
      expect.stringMatching(/^From 03\/15\/16 to 06\/09\/16, 12 visits of physical therapy were documented/),
    );
    const said = [...opening, ...entries];
    const marked = sentences.flatMap((sentence) =>
      findDrift(
        sentence,
        said.filter(({ id }) => sentence.entries.includes(id)),
        LATEST,
      ).map(({ start, end }) => `${sentence.text} (${sentence.text.slice(start, end)})`),
    );
    expect(marked).toEqual([]);
    process.stdout.write(
      `shoulder case: ${String(entries.length)} key facts since the injury in ${String(sentences.length)} sentences, ` +
        `${String(sentences.flatMap(({ text }) => text.split(' ')).length)} words\n`,
    );
  });

  it('have few key facts a page', () => {
    expect(found.keyFacts / found.clinicalPages).toBeLessThanOrEqual(KEY_FACTS_PER_PAGE);
  });

  it('have the twelve therapy visits in one line', () => {
    expect(therapySeries(found.visits).map(wordTherapySeries)).toEqual([
      '12 visits, 03/15 to 06/09, pain 8/10 to 6/10, no further gain',
    ]);
  });

  it('have the copy that differs in one side once, with both places and both sides', () => {
    const [visit, ...others] = on('2016-08-15');
    expect(others).toEqual([]);
    expect(visit!.again.map(({ page }) => page)).toContain(57);
    const sides = visit!.facts.filter(({ text, rank }) => /empty can/i.test(text) && rank === 'key');
    expect(sides.map(({ sources: [source] }) => source!.page).sort()).toEqual([14, 57]);
  });

  it('have four primary care notes on each of their days', () => {
    const days = ['2014-01-11', '2014-06-03', '2015-02-19', '2015-08-27', '2016-01-14'];
    expect(days.map((day) => on(day).filter(({ kind }) => kind === 'visit').length)).toEqual([4, 4, 4, 4, 4]);
  });

  it('have the injury once, by itself', () => {
    expect(found.visits.filter(({ kind }) => kind === 'injury').map(({ date }) => date)).toEqual(['2016-03-07']);
  });
});
