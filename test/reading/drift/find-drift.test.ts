import { findDrift } from '../../../main/reading/drift/find-drift.ts';
import { composeSummary } from '../../../main/reading/compose-summary.ts';
import { joinProposals } from '../../../main/reading/join-proposals.ts';
import type { EntryId, RecordId } from '../../../shared/ids.ts';
import { fixture, LATEST, propose } from '../read-fixture.ts';

const drift = (text: string, quote: string, date: string | null = '2014-06-10'): string[] => {
  const sources = [{ record: 'r1' as RecordId, page: 1, start: 0, end: quote.length, quote }];
  return findDrift({ text, sources }, [{ date, dateText: '', sources }], LATEST).map(
    ({ start, end, reason }) => `${text.slice(start, end)}: ${reason}`,
  );
};

describe('a sentence', () => {
  it.each([
    ['On 06/10/14, ibuprofen 800 mg was prescribed.', 'Ibuprofen 800mg #90'],
    ['Naproxen was prescribed.', 'Naprosyn 500 mg'],
    ['Acupuncture two times a week for three weeks (6) was requested.', 'acupuncture 2x/week x 3 weeks'],
    ['Both knees hurt; the bilateral hips were free.', 'b/l knees and hips'],
    ['The left leg was weak.', 'L leg weak'],
    ['He took it three times a day.', 'TID'],
    ['Norco 10/325 mg was refilled.', 'Norco 10/325'],
    ['On 05/24/14, he was injured; on 06/10/14 he was seen.', 'DOI 5/24/2014'],
  ])('is borne out by its sources: %j by %j', (text, quote) => {
    expect(drift(text, quote)).toEqual([]);
  });

  it.each([
    ['On 06/11/14, ibuprofen was prescribed.', 'Ibuprofen 800 mg', ['06/11/14: None of the sources gives this date.']],
    ['Naproxen was prescribed.', 'Ibuprofen 800 mg', ['Naproxen: None of the sources names this drug.']],
    ['Ibuprofen 600 mg was prescribed.', 'Ibuprofen 800 mg', ['600 mg: None of the sources gives this strength.']],
    ['The right leg was weak.', 'left leg weak', ['right: None of the sources gives this side.']],
    ['He had 8 visits.', 'completed 6 visits', ['8 visits: None of the sources gives this amount.']],
    ['Pain was 7/10.', 'pain 6/10', ['7/10: None of the sources gives this amount.']],
    ['He had seven visits.', 'completed six visits', ['seven visits: None of the sources gives this amount.']],
  ])('that drifted is marked: %j against %j', (text, quote, expected) => {
    expect(drift(text, quote)).toEqual(expected);
  });

  it('without sources is not marked', () => {
    expect(findDrift({ text: 'On 06/10/14 he had 8 visits.', sources: [] }, [], LATEST)).toEqual([]);
  });

  it('as composed from its entries is never marked', () => {
    const names = [
      'ur-denial',
      'pr2-form',
      'progress-notes',
      'first-report',
      'rfa',
      'mri',
      'qme',
      'therapy-log',
      'chiro-notes',
      'drug-test',
      'work-status',
      'injection',
      'emg',
    ];
    const entries = joinProposals(names.flatMap((name) => propose(fixture(name)))).map((draft, index) => ({
      ...draft,
      id: `d${String(index)}` as EntryId,
      state: 'accepted' as const,
      origin: 'proposed' as const,
    }));
    const marked = composeSummary(entries, { personWord: 'patient', dateStyle: 'MM/DD/YY', pronoun: 'he' })
      .filter(
        (sentence) =>
          findDrift(
            sentence,
            entries.filter(({ id }) => sentence.entries.includes(id)),
            LATEST,
          ).length > 0,
      )
      .map(({ text }) => text);
    expect(marked).toEqual([]);
  });
});
