import { therapySeries, wordTherapySeries } from '../../main/reading/visits/therapy-series.ts';
import type { VisitDraft } from '../../main/reading/visits/visits-of.ts';
import { caseVisits, type CaseVisits } from '../support/case-visits.ts';
import { describeWith } from '../support/optional.ts';
import { readShoulder, SHOULDER, shoulderTruth } from '../support/read-shoulder.ts';

const LATEST = '2016-12-01';
const KEY_FACTS_PER_PAGE = 2.5;

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
