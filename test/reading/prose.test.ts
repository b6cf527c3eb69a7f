import fc from 'fast-check';
import type { ComposeContext } from '../../main/reading/prose/plan-summary.ts';
import { composeSummary, type SummaryStyle } from '../../main/reading/compose-summary.ts';
import { overviewEntries, type Person } from '../../main/reading/prose/overview.ts';
import { listed } from '../../main/reading/prose/join-statements.ts';
import { reconcileSentences } from '../../main/reading/reconcile-sentences.ts';
import { entriesOf, heldEntries } from '../../main/reading/sentence-origins.ts';
import { standingOf, timelineOf, updateSummary } from '../../main/reading/update-summary.ts';
import type { Entry, EntryKind } from '../../shared/entry.ts';
import type { EntryId, RecordId, SentenceId, VisitId } from '../../shared/ids.ts';
import { patternFault, PATTERN_KINDS, PATTERN_NAMES } from '../../shared/sentence-patterns.ts';
import type { StoredSentence } from '../../shared/summary.ts';
import type { VisitHead } from '../../shared/visit-card.ts';
import { AS_FACT } from '../support/as-fact.ts';

const STYLE = {
  personWord: 'injured worker',
  dateStyle: 'MM/DD/YY',
  pronoun: 'she',
  order: 'date',
  patterns: {},
} satisfies SummaryStyle;
const SPAN = { record: 'r1' as RecordId, page: 1, start: 0, end: 4, quote: 'word' };
const PERSON: Person = { age: '41', sex: 'female', sources: [{ ...SPAN, quote: '41-year-old woman' }] };

let next = 0;
const entry = (date: string | null, kind: EntryKind, text: string, visit = date ?? 'v'): Entry => ({
  ...AS_FACT,
  visit: visit as VisitId,
  id: `e${String((next += 1))}` as EntryId,
  date,
  dateText: '',
  dateKind: 'service',
  kind,
  text,
  provider: '',
  reason: '',
  state: 'accepted',
  origin: 'proposed',
  sources: [{ ...SPAN, start: next * 10, end: next * 10 + 4 }],
});

const visitsOf = (entries: readonly Entry[], of: Partial<VisitHead>): ComposeContext['visits'] =>
  new Map(
    entries.map(({ visit, date }) => [visit, { kind: 'visit', specialty: '', provider: 'A. Nobody, PT', ...of, date }]),
  );
const NO_VISITS: ComposeContext['visits'] = new Map();

const prose = (entries: readonly Entry[], style: SummaryStyle = STYLE, visits = NO_VISITS): string[] =>
  composeSummary([...overviewEntries({ entries, visits, person: PERSON }, { ...STYLE, ...style }), ...entries], style, {
    visits,
    held: new Map(),
  }).map(({ text }) => text);

const CASE = [
  entry('2016-03-07', 'injury', 'She felt a pop in the right shoulder while lifting a bag.'),
  entry('2016-03-08', 'visit', 'She had right shoulder pain rated 8/10.'),
  entry('2016-03-08', 'diagnosis', 'She was diagnosed with a right shoulder strain.'),
  entry('2016-03-08', 'medication', 'Naproxen 550 mg twice a day, #30, was prescribed.'),
  entry(
    '2016-07-18',
    'procedure',
    'She underwent a subacromial injection of the right shoulder with 40 mg of triamcinolone.',
  ),
  entry('2016-09-12', 'diagnosis', 'She was diagnosed with right shoulder impingement.'),
];

describe('the opening of a summary', () => {
  it('says who, when, how, with what, and how it was treated, as letters do', () => {
    expect(prose(CASE).slice(0, 5)).toEqual([
      'The injured worker is a 41 year old female who sustained an industrial injury on 03/07/16.',
      'She felt a pop in the right shoulder while lifting a bag.',
      'Diagnoses have included right shoulder strain and right shoulder impingement.',
      'Treatment to date has included naproxen and subacromial injection of the right shoulder.',
      'On 03/08/16, she had right shoulder pain rated 8/10.',
    ]);
  });

  it('counts as treatment nothing that was denied, asked for, stopped or only thought of', () => {
    const others = [
      'Tramadol was not prescribed.',
      'Gabapentin was requested.',
      'Cyclobenzaprine was discontinued.',
      'In a urine drug test, oxycodone was not detected.',
      'Baclofen would be prescribed if spasm returned.',
    ].map((text) => entry('2016-04-01', 'medication', text));
    const [treatment] = prose([...CASE, ...others]).filter((text) => text.startsWith('Treatment to date'));
    expect(treatment).toBe('Treatment to date has included naproxen and subacromial injection of the right shoulder.');
  });

  it('is not made where the day of the injury is told in two ways', () => {
    const two = [...CASE, entry('2016-03-09', 'injury', 'She fell at home.')];
    expect(prose(two)[0]).toBe('On 03/07/16, the injured worker felt a pop in the right shoulder while lifting a bag.');
  });

  it('leaves what was before the injury out of diagnoses and treatment', () => {
    const before = [
      entry('2014-01-11', 'diagnosis', 'She was diagnosed with asthma.'),
      entry('2014-01-11', 'medication', 'Prednisone 10 mg was prescribed.'),
    ];
    const text = prose([...CASE, ...before]).join(' ');
    expect(text).toContain('On 01/11/14, she was diagnosed with asthma.');
    expect(text.match(/prednisone/gi)).toHaveLength(1);
  });
});

describe('what belongs together', () => {
  it.each([
    [
      'the drugs of a visit',
      'medication',
      ['Naproxen 550 mg was prescribed.', 'Omeprazole 20 mg was prescribed.', 'Tramadol 50 mg was started.'],
      'On 05/16/16, naproxen 550 mg and omeprazole 20 mg were prescribed; tramadol 50 mg was started.',
    ],
    [
      'the requests of a visit',
      'request',
      ['An MRI of the knee was requested.', 'Physical therapy was requested.'],
      'On 05/16/16, an MRI of the knee and physical therapy were requested.',
    ],
    [
      'the findings of one place',
      'visit',
      ['At the knee, flexion was 110 degrees.', 'At the knee, McMurray was positive.'],
      'On 05/16/16, at the knee, flexion was 110 degrees; McMurray was positive.',
    ],
  ] as const)('is told in one sentence: %s', (_, kind, texts, expected) => {
    expect(prose(texts.map((text) => entry('2016-05-16', kind, text)))).toEqual([expected]);
  });

  it.each([
    [
      'of two visits',
      [
        entry('2016-05-16', 'visit', 'Neer was positive.', 'a'),
        entry('2016-05-16', 'visit', 'Hawkins was positive.', 'b'),
      ],
    ],
    [
      'of two places',
      [
        entry('2016-05-16', 'visit', 'At the left knee, swelling was present.'),
        entry('2016-05-16', 'visit', 'Strength was 4/5.'),
      ],
    ],
    [
      'of which one is quoted',
      [entry('2016-05-16', 'visit', '"Neer +."'), entry('2016-05-16', 'visit', 'Hawkins was positive.')],
    ],
    [
      'of which one was not given',
      [
        entry('2016-05-16', 'medication', 'No tramadol was prescribed.'),
        entry('2016-05-16', 'medication', 'Naproxen was prescribed.'),
      ],
    ],
    [
      'of which one goes on',
      [
        entry('2016-05-16', 'visit', 'Neer was positive. It hurt.'),
        entry('2016-05-16', 'visit', 'Hawkins was positive.'),
      ],
    ],
  ] as const)('is not what statements are: %s', (_, entries) => {
    expect(prose(entries)).toHaveLength(2);
  });

  const therapy = (day: string, text: string): Entry => entry(`2016-05-${day}`, 'visit', text);
  const COURSE = [
    therapy('03', 'The patient had pain rated 8/10 right shoulder.'),
    therapy('05', 'The patient had pain rated 7/10 right shoulder.'),
    therapy('10', '"No further gain; plateau."'),
    therapy('12', 'The patient had pain rated 6/10 right shoulder.'),
  ];
  const THERAPY = { kind: 'therapy', specialty: 'Physical therapy' } as const;

  it('tells a course of therapy in one sentence, with what its notes say beside the scores', () => {
    expect(prose(COURSE, STYLE, visitsOf(COURSE, THERAPY))).toEqual([
      'From 05/03/16 to 05/12/16, 4 visits of physical therapy were documented, with pain rated 8/10 at the first and 6/10 at the last; on 05/10/16, "No further gain; plateau".',
    ]);
  });

  it('tells each by itself where one of them was missed, or says more', () => {
    const missed = [...COURSE, therapy('17', 'The patient did not attend.')];
    expect(prose(missed, STYLE, visitsOf(missed, THERAPY))).toHaveLength(5);
    const more = [...COURSE, entry('2016-05-12', 'visit', 'Abduction was 95 degrees.')];
    expect(prose(more, STYLE, visitsOf(more, THERAPY))).toHaveLength(2);
  });

  it('stands by topic where that is chosen, each sentence with its day', () => {
    const entries = [
      entry('2016-03-08', 'visit', 'She had pain rated 8/10.'),
      entry('2016-03-08', 'medication', 'Naproxen was prescribed.'),
      entry('2016-04-02', 'imaging', 'An X-ray showed no fracture.'),
      entry('2016-05-16', 'visit', 'She had pain rated 6/10.'),
    ];
    expect(prose(entries, { ...STYLE, order: 'topic' })).toEqual([
      'On 03/08/16, the injured worker had pain rated 8/10.',
      'On 05/16/16, she had pain rated 6/10.',
      'On 04/02/16, an X-ray showed no fracture.',
      'On 03/08/16, naproxen was prescribed.',
    ]);
  });

  it('holds every entry once, whatever they are and whichever of them a sentence of the reviewer holds', () => {
    const any = fc.record({
      date: fc.constantFrom(null, '2016-03-07', '2016-05', '2014-06-10', '2016-06-17', '2016-06-18', '2016-06-19'),
      kind: fc.constantFrom<EntryKind>('injury', 'visit', 'medication', 'request', 'diagnosis', 'therapy', 'procedure'),
      text: fc.constantFrom(
        'Neer was positive.',
        'Flexion was 110 degrees; extension was 10 degrees.',
        'Naproxen 550 mg was prescribed.',
        'The patient had pain rated 6/10 right shoulder.',
        'She was diagnosed with sciatica.',
        'An MRI was requested.',
        '"No gain."',
      ),
      visit: fc.constantFrom('a', 'b', 'c', 'd'),
      hold: fc.constantFrom(undefined, 's1', 's2'),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 14 }), fc.constantFrom('date', 'topic'), (drafts, order) => {
        const entries = drafts.map(({ date, kind, text, visit }) => entry(date, kind, text, visit));
        const visits = visitsOf(entries, THERAPY);
        const held = new Map(
          entries.flatMap(({ id }, at) => (drafts[at]!.hold === undefined ? [] : [[id, drafts[at]!.hold] as const])),
        );
        const all = [...overviewEntries({ entries, visits, person: PERSON }, STYLE), ...entries];
        const sentences = composeSummary(all, { ...STYLE, order }, { visits, held });
        expect(sentences.flatMap((sentence) => sentence.entries).sort()).toEqual(all.map(({ id }) => id).sort());
        for (const { text } of sentences) expect(text).toMatch(/^["A-Z].*\.["”]?$/);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a sentence of several entries that the reviewer changed', () => {
  const findings = [
    entry('2016-05-16', 'visit', 'Neer was positive.'),
    entry('2016-05-16', 'visit', 'Hawkins was positive.'),
  ];
  const newIds = (): (() => SentenceId) => {
    let made = 0;
    return () => `s${String((made += 1))}` as SentenceId;
  };
  const timeline = (entries: readonly Entry[], sentences: readonly StoredSentence[]) =>
    timelineOf(entries, () => STYLE, { visits: NO_VISITS, held: heldEntries(sentences) });
  const changed = (newId: () => SentenceId): StoredSentence[] => {
    const first = updateSummary([], timeline(findings, []), newId);
    return reconcileSentences(first, first[0]!.text.replace('Hawkins was', 'Hawkins sign was'), newId);
  };

  it('stays, and what is accepted later gets a sentence of its own', () => {
    const newId = newIds();
    const before = changed(newId);
    const all = [...findings, entry('2016-05-16', 'visit', 'Strength was 4/5.')];
    const after = updateSummary(before, timeline(all, before), newId);
    expect(after.map(({ text }) => text)).toEqual([
      'On 05/16/16, Neer was positive; hawkins sign was positive.'.replace('hawkins', 'Hawkins'),
      'Strength was 4/5.',
    ]);
    expect(after.flatMap(entriesOf).sort()).toEqual(all.map(({ id }) => id).sort());
  });

  it('is offered its new words when one of its entries is corrected', () => {
    const before = changed(newIds());
    const corrected = findings.with(1, { ...findings[1]!, text: 'Hawkins was negative.' });
    const { offered, behind } = standingOf(before[0]!, before, timeline(corrected, before));
    expect(offered).toBe('On 05/16/16, Neer was positive; Hawkins was negative.');
    expect(behind).toHaveLength(1);
  });
});

describe('a sentence pattern', () => {
  it.each(PATTERN_NAMES)('%s holds its fields as it is', (name) => {
    expect(patternFault(name, PATTERN_KINDS[name].usual)).toBe('');
  });

  it.each([
    ['On {date}, {statement} {place}', 'There is no field {place} for this sentence.'],
    ['{statement}', 'The sentence has to hold {date} once.'],
    ['On {date}, {date}, {statement}', 'The sentence has to hold {date} once.'],
  ])('%j is refused with the reason', (pattern, reason) => {
    expect(patternFault('day', pattern)).toBe(reason);
  });

  it('words the sentences where it was changed, and counts for nothing where it is faulty', () => {
    const patterns = { person: 'This is a {description} injured on {date} ({person}).', treatment: 'No field.' };
    const [person, , , treatment] = prose(CASE, { ...STYLE, patterns });
    expect(person).toBe('This is a 41 year old female injured on 03/07/16 (injured worker).');
    expect(treatment).toMatch(/^Treatment to date has included/);
  });
});

describe('a list', () => {
  it.each([
    [['a'], 'a'],
    [['a', 'b'], 'a and b'],
    [['a', 'b', 'c'], 'a, b and c'],
    [['a, x', 'b'], 'a, x, and b'],
    [['a, x', 'b', 'c'], 'a, x; b; and c'],
  ])('of %j reads %j', (parts, expected) => {
    expect(listed(parts)).toBe(expected);
  });
});
