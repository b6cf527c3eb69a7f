import { computeRemaining } from '../../main/letters/items/compute-remaining.ts';
import { parseItemHeading } from '../../main/letters/items/parse-item-heading.ts';
import { parsePartial, partialHeading } from '../../main/letters/items/partial-request.ts';
import { splitItemList } from '../../main/letters/items/split-item-list.ts';
import type { PartialRequest } from '../../shared/item.ts';

describe('what remains of a partly authorised request', () => {
  it.each([
    ['Norco 10/325mg #60', 'Norco 10/325mg #25', 'Norco 10/325mg #35'],
    ['Chiropractic manipulation times 12', 'Chiropractic manipulation times 6', 'Chiropractic manipulation times 6'],
    [
      'Physical therapy 3 times a week for 4 weeks (12 sessions)',
      'Physical therapy for 10 sessions',
      'Physical therapy for 2 sessions',
    ],
    ['Acupuncture for eight sessions', 'Acupuncture for six sessions', 'Acupuncture for two sessions'],
    [
      'PT/OT two to three times a week for six to eight weeks (24 sessions) left hand',
      'PT/OT 6 sessions left hand',
      'PT/OT 18 sessions left hand',
    ],
    ['Eight (8) massage sessions', 'Six (6) massage sessions', 'two massage sessions'],
    [
      'Physical therapy 2 times a week for 4 weeks',
      'Physical therapy 2 times a week for 2 weeks',
      'Physical therapy 2 times a week for 2 weeks (4)',
    ],
    ['Cream 240 grams', 'Cream 100 grams', 'Cream 140 grams'],
    // A letter was once blocked falsely, because seven days a week for four weeks came to 28 on either side.
    [
      'Home health aide 12 hours a day, 7 days a week for 4 weeks',
      'Home health aide 6 hours a day, 7 days a week for 4 weeks',
      'Home health aide 6 hours a day, 7 days a week for 4 weeks',
    ],
    ['Home care 20 hours per week x 6 weeks', 'Home care 8 hours per week', 'Home care 12 hours per week'],
    ['Attendant care twelve hours/day', 'Attendant care four hours/day', 'Attendant care eight hours/day'],
  ])('%s less %s is %s', (original, authorised, text) => {
    expect(computeRemaining(original, authorised)).toMatchObject({ kind: 'remaining', text });
  });

  it.each([
    [
      'Inpatient rehabilitation for 10 days',
      'Physical therapy 6 sessions',
      'The request is counted in days, what was authorised in sessions.',
    ],
    [
      'Home care 8 hours a day, 7 days a week',
      'Home care 4 hours a day, 5 days a week',
      'The request and what was authorised are rates over different times.',
    ],
    ['Partial hospitalization', 'An evaluation', 'No single quantity can be read in "Partial hospitalization".'],
    ['Tramadol 50mg #60', 'Tramadol 50mg #60', 'Nothing remains: as much was authorised as was asked for.'],
    [
      'Physical therapy 7-10 days',
      'Physical therapy 6 days',
      'No single quantity can be read in "Physical therapy 7-10 days".',
    ],
  ])('%s less %s cannot be told', (original, authorised, reason) => {
    expect(computeRemaining(original, authorised)).toEqual({ kind: 'not-subtractable', reason });
  });
});

describe('the heading of a partly authorised request', () => {
  const partial: PartialRequest = {
    form: 'remaining-portion',
    original: 'Norco 10/325mg #60',
    authorised: 'Norco 10/325mg #25',
    remaining: 'Norco 10/325mg #35',
  };
  it.each([
    partial,
    { ...partial, form: 'original-request' as const, authorised: 'an evaluation only', remaining: partial.original },
  ])('is read as it was built ($form)', (request) => {
    expect(parsePartial(partialHeading(request))).toEqual(request);
  });

  it('is none for an ordinary request', () => {
    expect(parsePartial('MRI of the left knee')).toBeNull();
  });
});

describe('the facts of an item as requested', () => {
  it.each([
    ['MRI of the left knee without contrast', { kind: 'imaging', bodyParts: ['knee'], sides: ['left'], prefix: null }],
    ['Tramadol 50mg #60', { kind: 'drug', drugs: ['tramadol'], strengths: ['50 mg'], service: 'Tramadol' }],
    [
      'Physical therapy 2 times a week for 3 weeks (6) for the lumbar spine',
      {
        kind: 'therapy',
        bodyParts: ['lumbar spine'],
        frequency: { times: [2, 2], unit: 'week', periods: [3, 3], total: 6 },
      },
    ],
    ['Six physical therapy sessions', { kind: 'therapy', service: 'physical therapy sessions' }],
    ['Associated surgical service: EKG', { kind: 'laboratory', prefix: 'associated-surgical-service', request: 'EKG' }],
    [
      'Retrospective urine drug screen (DOS 11/02/2016)',
      { prefix: 'retrospective', dateOfService: '2016-11-02', kind: 'laboratory' },
    ],
    ['Arthroscopy of the right shoulder', { kind: 'surgery', sides: ['right'] }],
    ['Knee brace', { kind: 'equipment' }],
    ['EMG/NCV of the bilateral upper extremities', { kind: 'electrodiagnostic', sides: ['bilateral'] }],
  ])('%s', (heading, facts) => {
    expect(parseItemHeading(heading, '2017-06-01')).toMatchObject(facts);
  });
});

describe('a pasted list of items', () => {
  it.each([
    ['lines', 'MRI of the left knee\nTramadol 50mg #60\n', ['MRI of the left knee', 'Tramadol 50mg #60']],
    [
      'numbers',
      'Disputed items:\n1. MRI of the left knee;\n2) Tramadol 50mg #60.',
      ['MRI of the left knee', 'Tramadol 50mg #60'],
    ],
    [
      'bullets, one of them over two lines',
      '• Physical therapy 2 times a week\n  for 3 weeks\n• EKG',
      ['Physical therapy 2 times a week for 3 weeks', 'EKG'],
    ],
    [
      'numbers in one line',
      '1. MRI of the left knee 2. Tramadol 50mg #60',
      ['MRI of the left knee', 'Tramadol 50mg #60'],
    ],
    ['nothing', ' \n', []],
  ])('is split by %s', (_, text, items) => {
    expect(splitItemList(text)).toEqual(items);
  });
});
