import { wordFinding } from '../../main/letters/word-finding.ts';
import { FINDING_KINDS, found, type Found } from '../../shared/finding-kinds.ts';
import type { ItemPart, Part } from '../../shared/part.ts';

const item = (name: ItemPart['name']): ItemPart => ({ kind: 'item', item: 1, name });
const header = (name: Extract<Part, { kind: 'header-value' }>['name']) => ({ kind: 'header-value', name }) as const;
const reviewer = (name: 'licensure' | 'specialty' | 'organisation' | 'guidelineLabel') =>
  ({ kind: 'reviewer-value', name }) as const;
const LETTER = { kind: 'letter' } as const;
const SUMMARY = { kind: 'summary' } as const;

/**
 * Every kind of finding in words. Overrides of version 0.1.0 are found by these sentences: one that is changed keeps its
 * former words for them.
 */
const SENTENCES: readonly (readonly [Found, string])[] = [
  [
    found('malformed-case-number', header('caseNumber'), { caseNumber: 'CM1' }),
    'The case number "CM1" is not CM, two digits, a dash and seven digits.',
  ],
  [found('missing-header', { kind: 'header' }, {}), 'None of the header values is given.'],
  [found('missing-header-value', header('urDenialDate'), {}), 'UR Denial Date is not given.'],
  [
    found('date-before-earlier', header('decisionDate'), {
      date: '2017-03-01',
      before: 'dateAssigned',
      other: '2017-03-02',
    }),
    'Decision Date (03/01/2017) lies before Date Assigned (03/02/2017).',
  ],
  [
    found('unknown-priority', header('priority'), { priority: 'Urgent' }),
    'The priority "Urgent" is neither Standard nor Expedited.',
  ],
  [
    found('overdue', header('decisionDate'), { due: '2017-03-20', days: 1, isDecided: false }),
    'The decision was due on 03/20/2017, 1 day before today. A late decision stays valid.',
  ],
  [
    found('overdue', header('decisionDate'), { due: '2017-03-20', days: 2, isDecided: true }),
    'The decision was due on 03/20/2017, 2 days before its date. A late decision stays valid.',
  ],
  [
    found('due-soon', header('decisionDate'), { due: '2017-03-20', days: 0 }),
    'The decision is due on 03/20/2017, today.',
  ],
  [
    found('due-soon', header('decisionDate'), { due: '2017-03-20', days: 3 }),
    'The decision is due on 03/20/2017, in 3 days.',
  ],
  [
    found('decision-on-weekend', header('decisionDate'), { date: '2017-03-19', day: 'Sunday' }),
    'The decision date (03/19/2017) is a Sunday.',
  ],
  [
    found('late-application', header('applicationReceived'), { days: 31, allowed: 30 }),
    'The application was received 31 days after the denial; 30 are allowed (LC 4610.5(h)), 5 more where the denial was served by mail and the case says so.',
  ],
  [found('missing-credential', reviewer('licensure'), { what: 'licensure' }), 'No state of licensure is given.'],
  [found('missing-credential', reviewer('specialty'), { what: 'specialty' }), 'No specialty is given.'],
  [
    found('item-outside-specialty', reviewer('specialty'), {
      item: { item: 2 },
      service: 'drug',
      specialty: 'Acupuncture',
    }),
    'Item 3 (drug) lies outside the field of Acupuncture.',
  ],
  [
    found('not-attested', { kind: 'reviewer' }, {}),
    'The reviewer has not yet attested to have no conflict of interest in this case.',
  ],
  [
    found('expired-credential', reviewer('licensure'), {
      credential: 'license',
      held: 'California',
      expires: '2017-03-20',
    }),
    'The license "California" expired on 03/20/2017.',
  ],
  [found('reviewer-named', SUMMARY, { words: 'Dr. Testwell' }), 'The reviewer is named: "Dr. Testwell".'],
  [found('no-items', LETTER, {}), 'The letter decides no item.'],
  [found('repeated-item', item('heading'), { first: { item: 0 } }), 'Item 2 is the same request as item 1.'],
  [
    found('undecided-request', LETTER, { request: 'MRI of the knee' }),
    'The disputed item "MRI of the knee" is not decided.',
  ],
  [found('missing-item-part', item('heading'), {}), 'Item 2 lacks the item as requested.'],
  [found('missing-item-part', item('claimsGuideline'), {}), 'Item 2 lacks the Claims Administrator guideline.'],
  [found('missing-item-part', item('reviewerGuideline'), {}), 'Item 2 lacks the reviewer guideline.'],
  [found('missing-item-part', item('rationale'), {}), 'Item 2 lacks the decision rationale.'],
  [found('missing-decision', item('decision'), {}), 'Item 2 is not decided.'],
  [
    found('unknown-decision', item('decision'), { decision: 'Modified' }),
    '"Modified" is neither Upheld nor Overturned.',
  ],
  [
    found('contrary-result', LETTER, { stated: 'Upheld', result: 'Partial' }),
    'The letter is said to be Upheld, but its items make it Partial.',
  ],
  [found('no-documents', LETTER, {}), 'The case file holds no document that could have been reviewed.'],
  [found('review-alone', LETTER, {}), 'The case file holds nothing but the utilization review and the application.'],
  [
    found('wrong-remainder', item('heading'), { original: 12, authorised: 4, rest: 8, stated: 6 }),
    '12 less 4 is 8, not 6.',
  ],
  [
    found('units-differ', item('heading'), {}),
    'Original and authorised are counted in different units; the form "The original request ... is" fits here.',
  ],
  [
    found('request-differs', item('heading'), { what: 'strength', words: 'Tramadol 100mg', original: 'Tramadol 50mg' }),
    'The strength in "Tramadol 100mg" is not that of "Tramadol 50mg".',
  ],
  [found('miscounted', item('heading'), { product: 12, stated: 10 }), 'Frequency and duration come to 12, not 10.'],
  [found('citation-without-chapter', item('reviewerGuideline'), {}), "The reviewer's MTUS citation names no chapter."],
  [
    found('citation-without-year', item('reviewerGuideline'), { chapter: 'Knee' }),
    'The reviewer\'s MTUS citation names no year for "Knee".',
  ],
  [
    found('citation-without-section', item('reviewerGuideline'), { chapter: 'Knee', year: '2004' }),
    'The reviewer\'s MTUS citation names no section of "Knee 2004".',
  ],
  [
    found('citation-out-of-form', item('reviewerGuideline'), { wants: ['chapter'] }),
    "The reviewer's MTUS citation does not give its chapter as the form does.",
  ],
  [
    found('citation-out-of-form', item('reviewerGuideline'), { wants: ['chapter', 'year', 'sections'] }),
    "The reviewer's MTUS citation does not give chapter, year and section as the form does.",
  ],
  [
    found('unknown-chapter', item('reviewerGuideline'), { chapter: 'Kneecap' }),
    '"Kneecap" is no chapter of the guideline table.',
  ],
  [
    found('edition-not-in-force', item('reviewerGuideline'), {
      chapter: 'Chronic Pain',
      year: '2009',
      day: '2017-03-21',
      basis: 'denial',
      current: 2016,
      others: [],
    }),
    'Chronic Pain 2009 was not in force on 03/21/2017 (the denial, for want of the day of the request); Chronic Pain 2016 was.',
  ],
  [
    found('edition-not-in-force', item('reviewerGuideline'), {
      chapter: 'Chronic Pain',
      year: '2009',
      day: '2017-03-21',
      basis: 'service',
      current: null,
      others: [],
    }),
    'Chronic Pain 2009 was not in force on 03/21/2017 (the day of service).',
  ],
  [
    found('edition-not-in-force', item('reviewerGuideline'), {
      chapter: 'Stress-Related Conditions',
      year: '2004',
      day: '2020-10-01',
      basis: 'decision',
      current: null,
      others: ['Workplace Mental Health: A 2018', 'Workplace Mental Health: B 2020'],
    }),
    'Stress-Related Conditions 2004 was not in force on 10/01/2020 (the decision date); Workplace Mental Health: A 2018 and Workplace Mental Health: B 2020 were.',
  ],
  ...(
    [
      [
        'beyond-table',
        'on 03/21/2024 (the decision date) is not known here: the guideline table is complete to 11/23/2021.',
      ],
      ['unknown-end', 'on 03/21/2024 (the decision date) is not known: no source says when it ended.'],
      ['memory', 'is not known: its row of the guideline table is from memory.'],
      ['proposal', 'is not known: it was proposed, and no order that adopts it was found.'],
      ['no-day', 'is not known: no source gives the day on which it came into force.'],
      ['no-year', 'is not known: no source gives the year of the edition that was.'],
      ['service-date', 'is not known: editions changed within the time in which the service may have been rendered.'],
      ['request-date', 'is not known: it goes by the day of the request, and neither that nor the denial is given.'],
    ] as const
  ).map(
    ([why, sentence]) =>
      [
        found('edition-not-known', item('reviewerGuideline'), {
          chapter: 'Knee Disorders',
          year: '2019',
          day: '2024-03-21',
          basis: 'decision',
          why,
          completeTo: '2021-11-23',
        }),
        `Whether Knee Disorders 2019 was in force ${sentence}`,
      ] as const,
  ),
  [
    found('old-standard', item('rationale'), { date: '2018-03-21' }),
    'The standards of LC 4610.5(c)(2) applied in the order listed to decisions before 01/01/2017; on 03/21/2018 they are applied as the MTUS sets forth, the drug formulary included.',
  ],
  [
    found('missing-outside-reason', item('rationale'), {}),
    'The decision rests on sources outside the MTUS, and the rationale does not say why the MTUS does not apply (8 CCR 9792.21.1).',
  ],
  [
    found('unweighed-evidence', item('rationale'), {}),
    'Two recommendations compete here, and the rationale does not weigh their evidence (8 CCR 9792.25.1).',
  ],
  [
    found('uncited-decision', item('reviewerGuideline'), {}),
    'Item 2 depends on no other item, so the reviewer must cite the evidence for its decision.',
  ],
  [
    found('contrary-dependent', item('decision'), { parent: { item: 0 } }),
    'Item 2 is Overturned, but item 1, on which it depends, is Upheld.',
  ],
  [
    found('weak-source', item('reviewerGuideline'), { source: 'slideshare' }),
    '"slideshare" is a weak source for a medical recommendation.',
  ],
  [
    found('contrary-closing', item('rationale'), { decision: 'Upheld', says: 'necessary' }),
    'The decision is Upheld, but the rationale ends saying that the treatment is medically necessary.',
  ],
  [
    found('contrary-closing', item('rationale'), { decision: 'Overturned', says: 'not-necessary' }),
    'The decision is Overturned, but the rationale ends saying that the treatment is not medically necessary.',
  ],
  [
    found('body-part-differs', item('rationale'), { what: 'side', wanted: 'left knee', in: 'rationale' }),
    'The side of item 2 is left knee; the rationale says otherwise.',
  ],
  [
    found('dose-differs', item('heading'), { what: 'strength', wanted: '50 mg', in: 'summary' }),
    'The strength of item 2 is 50 mg; the summary says otherwise.',
  ],
  [
    found('contradicted-absence', item('rationale'), { term: 'locking', pages: ['Report, page 2', 'Report, page 3'] }),
    'The rationale says that "locking" is not documented, but it is mentioned on Report, page 2; Report, page 3.',
  ],
  [
    found('contradicted-absence', item('rationale'), { term: 'locking', pages: ['1', '2', '3', '4', '5', '6', '7'] }),
    'The rationale says that "locking" is not documented, but it is mentioned on 1; 2; 3; 4; 5 and 2 more.',
  ],
  [
    found('contradicted-denial', LETTER, {
      sentence: 'There is no documentation of an MRI or x-rays.',
      term: 'MRI',
      page: 'Review, page 1',
      pages: ['Report, page 2'],
      absent: [],
      unread: [],
    }),
    'The denial says that "MRI" is not documented (Review, page 1), but it is mentioned on Report, page 2.',
  ],
  [
    found('contradicted-denial', LETTER, {
      sentence: 'There is no documentation of an MRI or x-rays.',
      term: 'MRI',
      page: 'Review, page 1',
      pages: ['Report, page 2'],
      absent: ['x-rays'],
      unread: ['Report, page 3'],
    }),
    'The denial says that "MRI" is not documented (Review, page 1), but it is mentioned on Report, page 2. No page documents x-rays; not relied on: Report, page 3.',
  ],
  [
    found('unproven-absence', item('rationale'), { terms: ['MRI', 'x-rays'], unread: ['Report, page 3'] }),
    'No page documents "MRI" and "x-rays", but these pages cannot be relied on: Report, page 3.',
  ],
  [
    found('outdated-search', item('rationale'), { term: 'MRI', day: '2016-10-20', pages: [] }),
    'The search for "MRI" of 10/20/2016 is evidence here, but pages have changed since: run it again.',
  ],
  [
    found('outdated-search', item('rationale'), { term: 'MRI', day: '2016-10-20', pages: ['Report, page 3'] }),
    'The search for "MRI" of 10/20/2016 is evidence here, but pages have changed since: it is mentioned on Report, page 3.',
  ],
  [
    found('missing-opioid-paragraph', item('rationale'), {}),
    'An opioid is denied here without the paragraph that this is no advice to stop abruptly.',
  ],
  [
    found('needless-opioid-paragraph', item('rationale'), { because: 'overturned' }),
    'The paragraph on stopping opioids stands here, but the item is Overturned.',
  ],
  [
    found('needless-opioid-paragraph', item('rationale'), { because: 'no-opioid' }),
    'The paragraph on stopping opioids stands here, but the item is no opioid.',
  ],
  [
    found('rationale-of-other-item', item('rationale'), { other: { item: 0 } }),
    'The rationale is that of item 1, which asks for something else.',
  ],
  [
    found('rationale-of-earlier-case', item('rationale'), { earlier: 'case CM16-0999999, item 1' }),
    'The rationale is that of case CM16-0999999, item 1.',
  ],
  [
    found('no-case-facts', item('rationale'), {}),
    'The rationale is mostly the words of a guideline and tells no fact of the case.',
  ],
  [
    found('wrong-standard', item('rationale'), { words: 'no guarantee' }),
    '“no guarantee”: more is asked of the treatment than the law does; it has to cure or relieve, by a preponderance of the evidence.',
  ],
  [
    found('beyond-power', item('rationale'), { what: 'causation', words: 'is not industrial' }),
    "“is not industrial”: what caused the condition is not a reviewer's to decide.",
  ],
  [
    found('beyond-power', item('rationale'), { what: 'liability', words: 'is liable' }),
    "“is liable”: who is liable for it is not a reviewer's to decide.",
  ],
  [
    found('beyond-power', item('rationale'), { what: 'timeliness', words: 'untimely' }),
    "“untimely”: whether the utilization review came in time is not a reviewer's to decide.",
  ],
  [
    found('formulary-only', item('rationale'), {}),
    'That a drug is not exempt or not on the drug list is no ground of denial by itself; say what the guideline or the records say of it.',
  ],
  [
    found('level-differs', item('rationale'), { wanted: 'L4-5', named: 'L5-S1', in: 'rationale' }),
    'The item is for L4-5, but the rationale speaks of L5-S1.',
  ],
  [
    found('level-differs', item('heading'), { wanted: 'L4-5', named: 'L5-S1', in: 'request' }),
    'The item is for L4-5, but the records ask for L5-S1.',
  ],
  [
    found('over-visit-cap', item('heading'), { therapy: 'physical therapy', had: 18, asked: 12, cap: 24 }),
    '18 visits of physical therapy are documented; with 12 more there are over 24 for the injury (Labor Code 4604.5(c)), unless more were authorised in writing or it follows surgery.',
  ],
  [
    found('under-visit-cap', item('rationale'), { therapy: 'physical therapy', had: 8, asked: 6, cap: 24 }),
    'The rationale rests on the cap of 24 visits, but 8 visits of physical therapy are documented and 6 more stay within it.',
  ],
  [
    found('unseen-determination', item('rationale'), { label: 'IMR determination, 05/02/2016', words: 'Upheld.' }),
    'IMR determination, 05/02/2016 decided the same treatment before; the rationale says nothing of it.',
  ],
  [
    found('unheard-evaluator', LETTER, { label: 'AME report, 03/04/2016' }),
    'AME report, 03/04/2016 is cited for no item and in no sentence.',
  ],
  [
    found('missing-evaluator-report', LETTER, { page: 'Progress report, page 3' }),
    'Progress report, page 3 tells of a medical-legal report that is not in the file.',
  ],
  [
    found('several-requesters', LETTER, { physicians: ['Jane Example, MD', 'Pat Sample, DC'] }),
    'The requests come from Jane Example, MD and Pat Sample, DC; applications are decided together only for one requesting physician and one injury date.',
  ],
  [
    found('hard-reading', item('rationale'), { grade: 21.6 }),
    'The rationale asks for a reading level of grade 22; shorter sentences would help.',
  ],
  [
    found('restated-date-differs', SUMMARY, { written: '11/05/2016', header: 'dateOfInjury', date: '2016-11-15' }),
    "The summary gives 11/05/2016 where the header's Date of Injury is 11/15/2016.",
  ],
  [found('impossible-date', SUMMARY, { written: '02-30-2017' }), '"02-30-2017" is no date.'],
  [
    found('date-after-decision', SUMMARY, { written: '04-20-2017', decision: '2017-03-21' }),
    '04-20-2017 lies after the decision (03/21/2017).',
  ],
  [found('date-before-birth', SUMMARY, { written: '01-20-1970' }), "01-20-1970 lies before the worker's birth."],
  [
    found('date-after-application', SUMMARY, { written: '02-27-2017', received: '2017-02-25' }),
    '02-27-2017 lies after the application was received (02/25/2017).',
  ],
  [
    found('uneven-words', SUMMARY, { what: 'words for the person', used: ['patient', 'applicant', 'claimant'] }),
    'The summary uses 3 words for the person: patient, applicant and claimant.',
  ],
  [found('date-without-page', SUMMARY, {}), 'This dated statement has no page of the case file behind it.'],
  [
    found('sentence-differs', SUMMARY, { what: 'date', words: '06/11/14', says: '', at: 0 }),
    'None of its sources gives the date 06/11/14.',
  ],
  [
    found('sentence-differs', SUMMARY, { what: 'number', words: '8 visits', says: '', at: 0 }),
    'None of its sources gives “8 visits”.',
  ],
  [
    found('sentence-differs', SUMMARY, { what: 'side', words: 'left', says: '', at: 0 }),
    'None of its sources names the side “left”.',
  ],
  [
    found('sentence-differs', SUMMARY, { what: 'other-side', words: 'left', says: '', at: 0 }),
    'Its sources name the other side than “left”.',
  ],
  [
    found('sentence-differs', SUMMARY, { what: 'level', words: 'L4-5', says: '', at: 0 }),
    'None of its sources names L4-5.',
  ],
  [
    found('sentence-differs', SUMMARY, { what: 'drug', words: 'naproxen', says: '', at: 0 }),
    'None of its sources names naproxen.',
  ],
  [
    found('sentence-differs', SUMMARY, { what: 'strength', words: '600 mg', says: '', at: 0 }),
    'None of its sources gives 600 mg.',
  ],
  [
    found('sentence-differs', SUMMARY, { what: 'other-strength', words: '600 mg', says: '', at: 0 }),
    'Its sources give this drug, but not as 600 mg.',
  ],
  [
    found('sentence-differs', SUMMARY, { what: 'denied', words: 'no spasm', says: '', at: 0 }),
    '“no spasm”: its sources do not deny this.',
  ],
  [
    found('sentence-differs', SUMMARY, { what: 'stated', words: 'spasm', says: '', at: 0 }),
    '“spasm”: its sources deny this.',
  ],
  [
    found('sentence-differs', SUMMARY, { what: 'opposite', words: 'positive', says: 'negative', at: 0 }),
    '“positive”: its sources say “negative”.',
  ],
  [
    found('sentence-behind-timeline', SUMMARY, { offered: 'He rested.' }),
    'The timeline says something else now: He rested.',
  ],
  [
    found('sentence-behind-timeline', SUMMARY, { offered: '' }),
    'The timeline no longer says what this sentence was made from.',
  ],
  [
    found('rationale-differs', item('rationale'), { what: 'opposite', words: 'positive', says: 'negative', at: 3 }),
    '“positive”: its evidence says “negative”.',
  ],
  [
    found('rationale-differs', item('rationale'), { what: 'number', words: '8 visits', says: '', at: 3 }),
    'None of its evidence gives “8 visits”.',
  ],
  [
    found('rationale-differs', item('rationale'), { what: 'other-side', words: 'left', says: '', at: 3 }),
    'Its evidence names the other side than “left”.',
  ],
  [found('uncited-records', SUMMARY, { records: ['MRI'] }), 'No sentence cites this record: MRI.'],
  [found('uncited-records', SUMMARY, { records: ['MRI', 'CT'] }), 'No sentence cites these records: MRI; CT.'],
  [found('unfilled-blank', SUMMARY, { blank: '{finding}' }), '"{finding}" is a blank that was never filled in.'],
  [
    found('missing-name', reviewer('organisation'), { what: 'organisation' }),
    'The review organisation is not given, with which the first paragraph begins.',
  ],
  [
    found('missing-name', reviewer('guidelineLabel'), { what: 'guidelineLabel' }),
    'The guideline label is not given, which stands before "guideline" in each item.',
  ],
  [
    found('statement-without-citation', item('claimsGuideline'), { side: 'claims' }),
    'Item 2: the Claims Administrator guideline does not say yet what it cites.',
  ],
  [
    found('statement-without-citation', item('reviewerGuideline'), { side: 'reviewer' }),
    'Item 2: the reviewer guideline does not say yet what it cites.',
  ],
  [
    found('person-identified', SUMMARY, { words: 'Sampleman', what: 'name', instead: 'the injured worker' }),
    '"Sampleman" is a name of the case file; write "the injured worker".',
  ],
  [
    found('person-identified', SUMMARY, { words: '12 Nowhere Lane', what: 'address', instead: '' }),
    '"12 Nowhere Lane" is an address of the case file; leave it out.',
  ],
  [found('metadata-given', LETTER, { field: 'creator' }), 'The file\'s metadata holds "creator".'],
  [found('unknown-word', SUMMARY, { word: 'diagnossis' }), '"diagnossis" is not in the dictionary.'],
  [found('more-unknown-words', LETTER, { count: 3 }), '3 further words are not in the dictionary.'],
  [
    found('changed-section', LETTER, { heading: 'HOW', words: 'It was made.' }),
    'The words under "HOW" are not the form\'s own: "It was made.".',
  ],
  [
    found('changed-lead-in', LETTER, { heading: 'CLINICAL CASE SUMMARY' }),
    'Under "CLINICAL CASE SUMMARY" the form\'s own first sentence is missing or changed; what stands there was kept.',
  ],
  [
    found('missing-heading', LETTER, { heading: 'IMR ISSUES' }),
    'The heading "IMR ISSUES" was not found; the letter may be cut off.',
  ],
  [found('cut-off', LETTER, {}), 'The last rationale stops within a sentence; the letter may be cut off.'],
];

describe('a finding in words', () => {
  it.each(SENTENCES)('%j', (finding, sentence) => {
    expect(wordFinding(finding)).toBe(sentence);
  });

  it('has its sentence here for every kind, made of values that the kind allows', () => {
    expect([...new Set(SENTENCES.map(([{ name }]) => name))].sort()).toEqual(Object.keys(FINDING_KINDS).sort());
    for (const [{ name, part, values }] of SENTENCES) {
      expect(FINDING_KINDS[name].values.parse(values)).toEqual(values);
      expect(FINDING_KINDS[name].parts).toContain(part.kind);
    }
  });
});
