import fc from 'fast-check';
import { composeSummary, type SummaryStyle } from '../../main/reading/compose-summary.ts';
import { joinProposals } from '../../main/reading/join-proposals.ts';
import { writeDate } from '../../main/reading/write-date.ts';
import type { Entry, EntryKind } from '../../shared/entry.ts';
import type { EntryId, RecordId } from '../../shared/ids.ts';
import { fixture, propose } from './read-fixture.ts';
import { AS_FACT } from '../support/as-fact.ts';

const STYLE: SummaryStyle = { personWord: 'claimant', dateStyle: 'MM/DD/YY', pronoun: 'he' };

let next = 0;
const entry = (date: string | null, kind: EntryKind, text: string, record = 'r1', start = (next += 1) * 10): Entry => ({
  ...AS_FACT,
  id: `e${String(start)}` as EntryId,
  date,
  dateText: '',
  dateKind: 'service',
  kind,
  text,
  provider: '',
  reason: '',
  state: 'accepted',
  origin: 'proposed',
  sources: [{ record: record as RecordId, page: 1, start, end: start + 4, quote: 'word' }],
});
const prose = (entries: readonly Entry[], style: SummaryStyle = STYLE): string =>
  composeSummary(entries, style)
    .map(({ text }) => text)
    .join(' ');

describe('the summary', () => {
  it('tells the entries in date order, each day once', () => {
    expect(
      prose([
        entry('2014-06-17', 'visit', 'He stated he was the same.'),
        entry('2014-05-24', 'injury', 'He injured his low back.'),
        entry('2014-06-10', 'visit', 'He stated he had not improved significantly.'),
        entry('2014-06-10', 'medication', 'Ibuprofen 800 mg was prescribed.'),
        entry('2014-06-17', 'request', 'An MRI of the lumbar spine was requested.'),
      ]),
    ).toBe(
      'On 05/24/14, the claimant injured his low back. On 06/10/14, he stated he had not improved significantly. Ibuprofen 800 mg was prescribed. On 06/17/14, he stated he was the same. An MRI of the lumbar spine was requested.',
    );
  });

  it.each([
    ['Ibuprofen 800 mg was prescribed', 'On 06/10/14, ibuprofen 800 mg was prescribed.'],
    ['Medrol dosepak was ordered.', 'On 06/10/14, Medrol dosepak was ordered.'],
    ['MRI showed a bulge.', 'On 06/10/14, MRI showed a bulge.'],
    ['L4-5 fusion was performed..', 'On 06/10/14, L4-5 fusion was performed.'],
    ['There was no spasm', 'On 06/10/14, there was no spasm.'],
    ['She said "no better."', 'On 06/10/14, the claimant said "no better."'],
    ['the injured worker was seen;', 'On 06/10/14, the claimant was seen.'],
  ])('puts %j after its date', (text, expected) => {
    expect(prose([entry('2014-06-10', 'visit', text)])).toBe(expected);
  });

  it('uses one word for the person and then the pronoun', () => {
    const entries = [
      entry('2014-06-10', 'visit', 'The patient was seen.'),
      entry('2014-06-10', 'visit', "The patient's gait was slow."),
      entry('2014-06-11', 'visit', 'The applicant was better.'),
    ];
    expect(prose(entries)).toBe('On 06/10/14, the claimant was seen. His gait was slow. On 06/11/14, he was better.');
    expect(prose(entries, { ...STYLE, pronoun: null })).toBe(
      "On 06/10/14, the claimant was seen. The claimant's gait was slow. On 06/11/14, the claimant was better.",
    );
  });

  it('writes the dates inside a statement in the one style', () => {
    expect(
      prose([entry('2014-06-10', 'work-status', 'He was off work from 06/10/2014 through June 17, 2014.')], {
        ...STYLE,
        dateStyle: 'MM-DD-YYYY',
      }),
    ).toBe('On 06-10-2014, the claimant was off work from 06-10-2014 through 06-17-2014.');
  });

  it('says a month or a year where no day is known', () => {
    expect(prose([entry('2013-05', 'procedure', 'He had surgery.'), entry('2011', 'injury', 'He fell.')])).toBe(
      'In 2011, the claimant fell. In May 2013, he had surgery.',
    );
  });

  it('tells an undated entry with the rest of its record, background first and what nothing dates last', () => {
    expect(
      prose([
        entry(null, 'visit', 'There was no mention of exercise.', 'r9'),
        entry(null, 'diagnosis', 'He was diagnosed with sciatica.', 'r8'),
        entry('2014-06-10', 'visit', 'He was seen.', 'r1'),
        entry(null, 'visit', 'He walked well.', 'r1'),
        entry('2014-06-17', 'visit', 'He was better.', 'r2'),
      ]),
    ).toBe(
      'The claimant was diagnosed with sciatica. On 06/10/14, he was seen. He walked well. On 06/17/14, he was better. There was no mention of exercise.',
    );
  });

  it('says once what two entries of a day both say, with the sources of both', () => {
    const [only, ...others] = composeSummary(
      [
        entry('2014-06-10', 'visit', 'There was no spasm.', 'r1'),
        entry('2014-06-10', 'visit', 'There was no spasm', 'r2'),
      ],
      STYLE,
    );
    expect(others).toEqual([]);
    expect(only?.sources).toHaveLength(2);
    expect(only?.entries).toHaveLength(2);
  });

  it('gives every accepted entry exactly one sentence, whatever the entries', () => {
    const kinds: EntryKind[] = ['injury', 'visit', 'medication', 'request', 'utilization-review', 'diagnosis'];
    const any = fc.record({
      date: fc.constantFrom(null, '2014-06-10', '2014-05', '2013', '2014-06-17'),
      kind: fc.constantFrom(...kinds),
      text: fc.constantFrom('He was seen.', 'x', 'MRI', 'The patient had pain', 'A. B'),
      record: fc.constantFrom('r1', 'r2'),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 12 }), (drafts) => {
        const entries = drafts.map(({ date, kind, text, record }) => entry(date, kind, text, record));
        const sentences = composeSummary(entries, STYLE);
        expect(sentences.flatMap((sentence) => sentence.entries).sort()).toEqual(entries.map(({ id }) => id).sort());
        for (const { text } of sentences) expect(text).toMatch(/^[A-Z](?:.*[^.])?\.$/);
      }),
    );
  });

  it('of a whole fictional file reads from the injury to the review', () => {
    const drafts = joinProposals(
      ['ur-denial', 'pr2-form', 'progress-notes', 'first-report', 'rfa', 'mri'].flatMap((name) =>
        propose(fixture(name)),
      ),
    );
    const text = prose(
      drafts.map((draft, index) => ({
        ...{ ...draft, ...AS_FACT },
        id: `d${String(index)}` as EntryId,
        state: 'accepted',
        origin: 'proposed',
      })),
    );
    expect(text).toMatch(
      /^On 05\/24\/14, the claimant stated that he was pulling a box off a pallet when he felt a sharp pain in his low back\./,
    );
    expect(text).toContain('On 06/10/14, he stated he had not improved significantly.');
    expect(text).toContain('On 06/20/14, he was given a back support and wore it at work.');
    expect(text.indexOf('Utilization review denied')).toBeGreaterThan(text.search(/authorization was requested for/i));
    expect(text).not.toMatch(/\bhas\b|\bis\b|\.\.|Nobody|Placeholder|\s\s|patient/);
  });
});

describe('a date in a letter', () => {
  it.each([
    ['MM/DD/YY', '06/04/14'],
    ['MM/DD/YYYY', '06/04/2014'],
    ['M/D/YY', '6/4/14'],
    ['MM-DD-YYYY', '06-04-2014'],
    ['M-D-YY', '6-4-14'],
    ['Month D, YYYY', 'June 4, 2014'],
  ] as const)('is written %s', (style, expected) => {
    expect(writeDate('2014-06-04', style)).toBe(expected);
  });
});
