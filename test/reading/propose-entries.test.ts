import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { joinProposals } from '../../main/reading/join-proposals.ts';
import { EntryDraft } from '../../shared/entry.ts';
import { spanHolds } from '../../shared/span.ts';
import { fixture, FORMS, propose, recordOf, told } from './read-fixture.ts';

const NAMES = readdirSync(join(import.meta.dirname, 'records')).map((name) => name.replace('.txt', ''));

describe.each(FORMS)('the proposals of a record with its text in %s', (form) => {
  const lines = (name: string): string[] => told(propose(fixture(name, form)));

  it('tell a PR-2 form section by section, without its print', () => {
    expect(lines('pr2-form')).toEqual([
      '2014-06-10 visit: He stated he had not improved significantly.',
      '2014-06-10 visit: He complained of dull, moderately severe low back pain 7/10, worse with bending.',
      '2014-06-10 therapy: He was attending chiropractic.',
      '2014-06-10 medication: Medication made him dizzy and pain medications were not helping.',
      '2014-06-10 visit: He denied numbness or tingling in the legs.',
      '2014-06-10 work-status: He was on light duty.',
      '2014-06-10 visit: Gait was normal.',
      '2014-06-10 visit: There was no weakness of the legs.',
      '2014-06-10 visit: There was no spasm.',
      '2014-06-10 visit: There was tenderness of the lumbar paravertebral muscles.',
      '2014-06-10 visit: Range of motion was restricted: flexion 40/60, extension 10/25.',
      '2014-06-10 visit: Straight leg raise was negative bilaterally.',
      '2014-06-10 visit: Neurologic exam was intact.',
      '2014-06-10 diagnosis: He was diagnosed with lumbar sprain/strain and muscle spasm.',
      '2014-06-10 medication: Ibuprofen 800 mg #90, one tablet three times a day with food, was prescribed.',
      '2014-06-10 request: Acupuncture 2 times a week for 3 weeks (6) for the lower back was requested.',
      '2014-06-10 request: An X-ray of the lumbar spine was requested.',
      '2014-06-10 medication: Cyclobenzaprine was discontinued.',
      '2014-06-10 work-status: He was returned to modified work on 06/10/2014: no lifting over 10 pounds, no repetitive bending or stooping.',
    ]);
  });

  it('date each visit of a record by its own heading, and an event by its own sentence', () => {
    const found = lines('progress-notes');
    expect(found).toContain('2014-06-17 visit: He reported that he was the same.');
    expect(found).toContain('2014-06-17 request: An MRI of the lumbar spine without contrast was requested.');
    expect(found).toContain(
      '2014-06-17 medication: Ibuprofen 800 mg, one tablet three times a day, #90, was continued.',
    );
    expect(found).toContain('2014-06-20 visit: He was given a back support and wore it at work.');
    expect(found).toContain('2014-06-27 medication: Medrol dosepak was started.');
    expect(found).toContain(
      '2014-06-27 diagnosis: He was diagnosed with sciatica and sprain of the low back with muscle spasm.',
    );
    expect(found).toContain('2014-06-27 work-status: He was off work until 07/11/2014.');
    expect(found.join('\n')).not.toMatch(/allerg|blood pressure|BP|well-developed|Nobody|Placeholder|Printed|signed/i);
  });

  it('tell the injury of the first report on its day', () => {
    const found = lines('first-report');
    expect(found[0]).toBe(
      '2014-05-24 injury: He stated that he was pulling a box off a pallet when he felt a sharp pain in his low back.',
    );
    expect(found).toContain('2014-05-24 medication: Cyclobenzaprine 10 mg #20 and naproxen 500 mg #30 were dispensed.');
    expect(found).toContain('2014-05-24 request: Physical therapy 3 times a week for 2 weeks was requested.');
    expect(found).toContain('2014-05-24 diagnosis: He was diagnosed with lumbar strain.');
  });

  it('tell each row of a flow sheet', () => {
    const found = lines('therapy-log').filter((line) => / therapy: .*attend/.test(line));
    expect(found).toEqual([
      '2014-05-30 therapy: The patient attended visit 1 of physical therapy; pain was 7/10 before and 6/10 after.',
      '2014-06-02 therapy: The patient attended visit 2 of physical therapy; pain was 7/10 before and 7/10 after.',
      '2014-06-04 therapy: The patient attended visit 3 of physical therapy; pain was 8/10 before and 7/10 after.',
      '2014-06-06 therapy: The patient attended visit 4 of physical therapy; pain was 7/10 before and 6/10 after.',
      '2014-06-09 therapy: The patient did not attend physical therapy.',
      '2014-06-11 therapy: The patient attended visit 6 of physical therapy; pain was 6/10 before and 6/10 after.',
    ]);
  });

  it('tell chart entries that begin with their day, their shorthand spelled out', () => {
    const found = lines('chiro-notes');
    expect(found).toContain('2014-05-26 visit: The patient had low back pain after lifting box at work 5/24.');
    expect(found).toContain('2014-05-28 visit: There was tenderness to palpation at L5.');
    expect(found).toContain('2014-06-02 therapy: Chiropractic manipulation and electrical stimulation were provided.');
    expect(found).toContain('2014-06-04 visit: There was tenderness to palpation at L4-5.');
  });

  it.each([
    [
      'mri',
      [
        '2014-07-03 imaging: An MRI of the lumbar spine showed a 3 mm left paracentral disc protrusion at L4-5 with mild left neural foraminal narrowing and a 2 mm disc bulge at L5-S1.',
      ],
    ],
    [
      'emg',
      [
        '2014-07-15 imaging: Electrodiagnostic testing was normal.',
        '2014-07-15 imaging: There was no evidence of lumbar radiculopathy.',
      ],
    ],
    [
      'injection',
      [
        '2014-08-21 procedure: The patient underwent a left L4-5 transforaminal epidural steroid injection under fluoroscopy.',
      ],
    ],
    [
      'drug-test',
      [
        '2014-07-11 medication: A urine drug test was positive for tramadol and THC; THC was reported as inconsistent.',
        '2014-07-11 medication: In a urine drug test, opiates and benzodiazepines were negative.',
      ],
    ],
    [
      'rfa',
      [
        '2014-06-11 request: Authorization was requested for acupuncture, 2 times a week for 3 weeks for the lower back; and an X-ray of the lumbar spine, AP and lateral.',
      ],
    ],
    [
      'ur-denial',
      [
        '2014-06-20 utilization-review: Utilization review denied acupuncture 2 times a week for 3 weeks for the lower back and an X-ray of the lumbar spine and certified ibuprofen 800 mg #90.',
      ],
    ],
    ['imr-application', []],
    [
      'work-status',
      [
        '2014-06-20 diagnosis: The patient was diagnosed with lumbar strain.',
        '2014-06-20 work-status: The patient was returned to modified work from 06/20/2014 to 06/27/2014: no lifting, pushing or pulling over 10 pounds, must wear back support.',
        '2014-06-20 medication: Meloxicam 7.5 mg #30 and orphenadrine ER 100 mg #60 were dispensed.',
        '2014-06-20 request: MRI lumbar spine was pending authorization.',
      ],
    ],
  ])('tell what %s is about', (name, expected) => {
    expect(lines(name)).toEqual(expected);
  });

  it.each([
    [
      'hospital',
      [
        '2016-10-05 injury: She was a 36 y/o female who slipped on a wet floor at work and fell on her outstretched right hand.',
        '2016-10-05 imaging: An X-ray of the right wrist showed a mildly displaced fracture of the distal radius.',
        '2016-10-05 medication: She was given Norco 5/325 and a sugar tong splint was applied.',
        '2016-10-05 diagnosis: She was diagnosed with closed right distal radius fracture.',
        '2016-10-05 work-status: She was off work for 3 days.',
      ],
    ],
    [
      'consultation',
      [
        '2016-10-12 visit: On examination, there was moderate swelling of the right wrist.',
        '2016-10-12 imaging: X-rays of the right wrist, three views, were obtained and showed a displaced intra-articular fracture of the distal radius.',
        '2016-10-12 request: The provider was requesting authorization for surgery, pre-operative clearance, and 12 visits of post-operative physical therapy.',
        '2016-10-12 work-status: She was to remain off work.',
      ],
    ],
    [
      'encounter',
      [
        '2016-12-14 therapy: She had completed 12 sessions of occupational therapy with improvement in range of motion.',
        '2016-12-14 visit: She still had stiffness and weakness.',
        '2016-12-14 request: Additional occupational therapy 2 times a week for 4 weeks (8 visits) was requested.',
        '2016-12-14 work-status: She was placed on modified work: no lifting more than 5 pounds with right hand.',
      ],
    ],
    [
      'handwritten',
      [
        '2016-10-26 visit: The patient complained of continued right wrist pain 6-7/10, increased with gripping.',
        '2016-10-18 procedure: The patient had ORIF.',
        '2016-10-26 medication: Norco 5/325 #30 was continued.',
        '2016-10-26 work-status: The patient was temporarily totally disabled for 4 weeks.',
      ],
    ],
    [
      'review-remarks',
      [
        '2016-10-20 utilization-review: Utilization review denied Norco 10/325 mg #60, modified physical therapy, right wrist, 3 x 4 (12 visits), to six visits, and certified open reduction internal fixation right distal radius.',
      ],
    ],
    ['acupuncture-log', ['2016-11-09 therapy: The patient attended acupuncture; pain was 5/10.']],
    [
      'work-slip',
      [
        '2016-10-12 work-status: The patient was off work until 11/09/2016.',
        '2016-10-12 diagnosis: The patient was diagnosed with fracture right distal radius.',
      ],
    ],
  ])('tell what matters of %s', (name, expected) => {
    expect(lines(name)).toEqual(expect.arrayContaining(expected));
  });

  it('tell the history of a medical-legal report on the days that it names', () => {
    const found = lines('qme');
    expect(found).toContain('2014-05-26 therapy: Chiropractic care was started.');
    expect(found).toContain('2014-07-03 imaging: An MRI of the lumbar spine revealed a 3 mm disc protrusion at L4-5.');
    expect(found).toContain(
      '2014-08-21 procedure: He underwent a left L4-5 epidural steroid injection, which gave 50% relief for two weeks.',
    );
    expect(found).toContain('2014-09-04 work-status: The work restrictions were no lifting over 20 pounds.');
  });

  it.each(NAMES)('of %s cite words that stand on the page, once each, and give a reason', (name) => {
    const source = fixture(name, form);
    const drafts = propose(source);
    for (const draft of drafts) {
      const { toldIn, ...entry } = draft;
      expect(EntryDraft.safeParse(entry).success).toBe(true);
      expect(toldIn?.key).toMatch(/^\w+:\d+:\d+$/);
      expect(draft.reason).toMatch(/^[A-Z].*\.$/);
      expect(draft.text).toMatch(/^[A-Z].*[.!?]["”]?$|^(?:[A-Z][\w ]*: )?".+"$/);
      for (const span of draft.sources) {
        expect(span.quote).not.toBe('');
        expect(spanHolds(span, source.pages[span.page - 1]?.text ?? '')).toBe(true);
      }
    }
    const keys = drafts.map(({ kind, date, sources }) => JSON.stringify([kind, date, sources[0]]));
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('proposals', () => {
  it('keep each document of a bundle under its own date and kind', () => {
    const bundle = recordOf(
      [fixture('mri'), fixture('rfa'), fixture('pr2-form'), fixture('ur-denial')]
        .map(({ pages }) => pages[0]?.text ?? '')
        .join('\f'),
    );
    const drafts = propose(bundle);
    expect(drafts.filter(({ kind }) => kind === 'imaging').map(({ date }) => date)).toEqual(['2014-07-03']);
    expect(drafts.filter(({ kind }) => kind === 'utilization-review').map(({ date }) => date)).toEqual(['2014-06-20']);
    expect(told(drafts)).toContain('2014-06-10 visit: There was no spasm.');
  });

  it('leave out a page that names another birth date', () => {
    const own = fixture('pr2-form').pages[0]?.text ?? '';
    const other =
      'PROGRESS NOTE\nPatient: Somebody Else   DOB: 01/02/1950\nDate of Visit: 06/11/2014\nSUBJECTIVE: Her knee pain is worse.';
    expect(
      told(propose(recordOf([own, fixture('rfa').pages[0]?.text ?? '', other].join('\f')))).join('\n'),
    ).not.toContain('knee');
  });

  it('are found in rows of a table of treatments, for the day of start and of stop', () => {
    const source = recordOf(
      'MEDICATION LIST\nPatient: Alex Nobody\nNaproxen 500 mg #30 1 twice a day 05/24/2014 05/28/2014 nausea\nIbuprofen 800 mg 06/10/2014 -\nPhysical therapy, 6 visits 05/30/2014 to 06/11/2014 No better',
    );
    expect(told(propose(source))).toEqual([
      '2014-05-24 medication: Naproxen 500 mg #30, 1 twice a day, was started.',
      '2014-05-28 medication: Naproxen 500 mg was stopped (nausea).',
      '2014-06-10 medication: Ibuprofen 800 mg was started.',
      '2014-06-11 therapy: Physical therapy, 6 visits, was given from 05/30/2014 to 06/11/2014 (no better).',
    ]);
  });

  it('count days and weeks back from the visit', () => {
    const source = recordOf(
      'PROGRESS NOTE\nDate of visit: 06/10/2014\nSUBJECTIVE: He stopped naproxen three days ago because of nausea. Two weeks ago he felt better.',
    );
    expect(told(propose(source))).toEqual([
      '2014-06-07 medication: He stopped naproxen because of nausea.',
      '2014-05-27 visit: He felt better.',
    ]);
  });

  it('tell the rows of a table headed left and right', () => {
    const source = recordOf(
      'PHYSICAL THERAPY EVALUATION\nDate of evaluation\t06/10/2014\tDate of injury\t05/24/2014\nExamination\nTest\tLeft\tRight\nStraight leg raise\t75 degrees\t80 degrees\nKnee reflex\t2+\t2+',
    );
    expect(told(propose(source))).toEqual([
      '2014-06-10 visit: Straight leg raise was 75 degrees on the left and 80 degrees on the right.',
      '2014-06-10 visit: Knee reflex was 2+ on both sides.',
    ]);
  });

  it('do not take longer than the text is long, whatever the text', () => {
    for (const piece of [
      'Patient ',
      'PLAN: ',
      'A ',
      'MRI of the ',
      '(Include ',
      'no pain, ',
      'request for ',
      '1. x\n',
      'was ',
      '[X] ',
    ]) {
      const start = performance.now();
      propose(recordOf(piece.repeat(4000)));
      expect(performance.now() - start).toBeLessThan(3000);
    }
  });

  it('of a record that was faxed twice are made one, with both sources', () => {
    const once = propose(fixture('pr2-form', 'columns', 'first'));
    const joined = joinProposals([...once, ...propose(fixture('pr2-form', 'single blanks', 'second'))]);
    expect(joined).toHaveLength(once.length);
    expect(joined.every(({ sources }) => new Set(sources.map(({ record }) => record)).size === 2)).toBe(true);
  });

  it('joined stand in date order, undated ones last', () => {
    const joined = joinProposals(['qme', 'mri', 'first-report'].flatMap((name) => propose(fixture(name))));
    const dates = joined.map(({ date }) => date ?? '9999');
    expect(dates).toEqual([...dates].sort());
  });

  it('are never made of pages without words, nor fail on any words', () => {
    expect(propose(recordOf('\f \f\n\n'))).toEqual([]);
    const word = fc.constantFrom(
      'Date of exam: 06/10/2014',
      'SUBJECTIVE:',
      'PLAN:',
      'MRI',
      '[X]',
      '[ ] Off work',
      '(',
      ')',
      '1.',
      'no',
      'ibuprofen 800 mg',
      '06/10/14',
      ';',
      'He',
      'was',
      'pain 7/10',
      '\n',
      '\f',
      'Diagnosis:',
      '"',
      '#90',
      'WORK STATUS:',
      'Patient:',
      '+',
    );
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 60 }).map((words) => words.join(' ')),
        (text) => {
          const source = recordOf(text);
          for (const { sources } of propose(source))
            for (const span of sources) expect(spanHolds(span, source.pages[span.page - 1]?.text ?? '')).toBe(true);
        },
      ),
    );
  });
});
