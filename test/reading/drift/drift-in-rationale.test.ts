import { driftInRationale } from '../../../main/reading/drift/drift-in-rationale.ts';

const drift = (text: string, ...quotes: string[]): string[] =>
  driftInRationale(text, quotes, '2017-12-31').map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);

describe('a sentence of a rationale', () => {
  it.each([
    [
      'The worker attended 14 visits of physical therapy.',
      'Completed 12 visits of physical therapy.',
      'number 14 visits',
    ],
    ['The Hawkins test of the shoulder was negative.', 'Hawkins test positive, right shoulder.', 'opposite negative'],
    ['The worker has not completed the strengthening program.', 'She completed a strengthening program.', 'denied'],
    ['The left shoulder was weak in abduction.', 'Right shoulder weak in abduction.', 'other-side left'],
    ['Tramadol 100 mg gave relief of pain.', 'Tramadol 50 mg gives relief of pain.', 'other-strength 100 mg'],
  ])('that differs from the evidence it speaks of is marked: %s', (text, quote, mark) => {
    expect(drift(text, quote)).toEqual([expect.stringContaining(mark)]);
  });

  it.each([
    ['The worker attended 12 visits of physical therapy.', 'Completed 12 visits of physical therapy.'],
    ['Tramadol 50mg #60 is not medically necessary.', 'Right shoulder pain 7/10, worse with lifting.'],
    ['The guideline allows 24 visits over 14 weeks after surgery.', 'Completed 12 visits of physical therapy.'],
    ['On 09/12/2016 the Hawkins test was positive.', 'Hawkins test positive, right shoulder.'],
  ])('that agrees, or speaks of something else, is not: %s', (text, quote) => {
    expect(drift(text, quote)).toEqual([]);
  });
});
