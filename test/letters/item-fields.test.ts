import { buildPartial } from '../../main/letters/items/build-partial.ts';
import { itemFacts } from '../../main/letters/items/item-facts.ts';
import { setItemField } from '../../main/letters/items/set-item-field.ts';
import type { ItemField } from '../../shared/item.ts';

const LATEST = '2017-06-01';
const set = (heading: string, field: ItemField, value: string) => setItemField(heading, field, value, LATEST);
const PARTIAL =
  'Norco 10/325mg #60 was the original request. Norco 10/325mg #25 was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, Norco 10/325mg #35 is';

describe('a field set in an item as requested', () => {
  it.each<readonly [heading: string, field: ItemField, value: string, result: string]>([
    ['MRI of the left knee', 'side', 'right', 'MRI of the right knee'],
    ['MRI of the knee', 'side', 'left', 'MRI of the left knee'],
    ['MRI of the left knee', 'side', '', 'MRI of the knee'],
    ['MRI of the left knee', 'bodyPart', 'shoulder', 'MRI of the left shoulder'],
    ['MRI', 'bodyPart', 'lumbar spine', 'MRI of the lumbar spine'],
    ['Acupuncture', 'bodyPart', 'lumbar spine', 'Acupuncture for the lumbar spine'],
    ['Tramadol 50mg #60', 'strength', '100mg', 'Tramadol 100mg #60'],
    ['Tramadol #60', 'strength', '50mg', 'Tramadol 50mg #60'],
    ['Tramadol 50mg #60', 'drug', 'Gabapentin', 'Gabapentin 50mg #60'],
    ['Tramadol 50mg #60', 'count', '30', 'Tramadol 50mg #30'],
    ['Tramadol 50mg', 'count', '30', 'Tramadol 50mg #30'],
    ['Tramadol 50mg #60', 'count', '', 'Tramadol 50mg'],
    ['Acupuncture for eight sessions', 'count', '6', 'Acupuncture for six sessions'],
    [
      'Physical therapy 2 times a week for 3 weeks (6) for the lumbar spine',
      'frequency',
      '3 times a week for 4 weeks',
      'Physical therapy 3 times a week for 4 weeks (12) for the lumbar spine',
    ],
    [
      'Physical therapy for the lumbar spine',
      'frequency',
      '2 times a week for 3 weeks',
      'Physical therapy for the lumbar spine 2 times a week for 3 weeks (6)',
    ],
    ['Urine drug screen', 'prefix', 'retrospective', 'Retrospective Urine drug screen'],
    ['Retrospective Urine drug screen', 'prefix', '', 'Urine drug screen'],
    ['EKG', 'prefix', 'associated-surgical-service', 'Associated surgical service: EKG'],
    ['Retrospective EKG', 'prefix', 'associated-surgical-service', 'Associated surgical service: EKG'],
    [
      'Retrospective urine drug screen',
      'dateOfService',
      '2016-11-02',
      'Retrospective urine drug screen (DOS: 11/02/2016)',
    ],
    [
      'Retrospective urine drug screen (DOS: 11/02/2016)',
      'dateOfService',
      '2016-12-03',
      'Retrospective urine drug screen (DOS: 12/03/2016)',
    ],
    ['Retrospective urine drug screen (DOS: 11/02/2016)', 'dateOfService', '', 'Retrospective urine drug screen'],
    ['Tramadol 50mg #60', 'service', 'Ultram', 'Ultram 50mg #60'],
    [PARTIAL, 'count', '90', PARTIAL.replace('#60', '#90').replace('#35', '#65')],
    [PARTIAL, 'drug', 'Percocet', PARTIAL.replaceAll('Norco', 'Percocet')],
  ])('%s, %s "%s": %s', (heading, field, value, result) => {
    expect(set(heading, field, value)).toEqual({ heading: result });
  });

  it.each<readonly [field: ItemField, value: string]>([
    ['count', 'many'],
    ['frequency', 'often'],
    ['dateOfService', '2016-13-01'],
    ['prefix', 'urgent'],
  ])('refuses %s "%s" in a sentence', (field, value) => {
    expect(set('EKG', field, value)).toEqual({ refused: expect.stringMatching(/^[A-Z].*\.$/u) });
  });

  it('is read again as it was set', () => {
    const built = (['drug', 'strength', 'count', 'frequency'] as const).reduce((heading, field) => {
      const after = set(heading, field, { drug: 'Tramadol', strength: '50mg', count: '60', frequency: '' }[field]);
      return 'heading' in after ? after.heading : heading;
    }, '');
    expect(itemFacts(built, LATEST)).toMatchObject({
      drugs: ['tramadol'],
      strengths: ['50 mg'],
      count: 60,
      kind: 'drug',
    });
  });
});

describe('the builder of partly authorised requests', () => {
  it('computes the remainder where it can', () => {
    expect(buildPartial('Norco 10/325mg #60', 'Norco 10/325mg #25')).toEqual({
      partial: expect.objectContaining({ form: 'remaining-portion', remaining: 'Norco 10/325mg #35' }),
      heading: PARTIAL,
      amount: 35,
      message: '',
    });
  });

  it('uses the other form where it cannot, and says why', () => {
    const built = buildPartial('Partial hospitalization', 'an evaluation only');
    expect(built.partial).toMatchObject({ form: 'original-request', remaining: 'Partial hospitalization' });
    expect(built.message).toMatch(/No single quantity/u);
    expect(built.heading).toContain('leaving the original request IMR eligible');
  });

  it('keeps the words that the user gives for the remainder, and gives no heading while a part is missing', () => {
    expect(
      buildPartial(
        'Physical therapy 12 sessions',
        'Physical therapy 10 sessions',
        'remaining-portion',
        '2 sessions of physical therapy',
      ).partial.remaining,
    ).toBe('2 sessions of physical therapy');
    expect(buildPartial('Physical therapy 12 sessions', '').heading).toBe('');
  });
});
