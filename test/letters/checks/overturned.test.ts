import { checkLetter } from '../../../main/letters/check-letter.ts';
import type { FindingName } from '../../../shared/finding-kinds.ts';
import type { LetterItem } from '../../../shared/letter.ts';
import { soundContext } from '../support/check-context.ts';
import { SOUND_SENTENCES } from '../support/sound-sentences.ts';
import { soundLetter } from '../support/sound-letter.ts';

const [therapy, mri, tramadol] = soundLetter().items as [LetterItem, LetterItem, LetterItem];
const NEW: readonly FindingName[] = ['wrong-standard', 'beyond-power', 'formulary-only', 'level-differs'];

/** What the new checks say of a letter with this one item. */
const newFindings = (item: LetterItem, requests: readonly string[] = []): FindingName[] =>
  checkLetter({
    letter: { ...soundLetter(), items: [item] },
    mode: 'letter-alone',
    context: { ...soundContext(), disputedItems: requests },
  })
    .map(({ name }) => name)
    .filter((name) => NEW.includes(name));

const saying = (sentence: string, item = therapy): LetterItem => ({
  ...item,
  rationale: `${sentence} Therefore, the request is not medically necessary.`,
});

const LAMINECTOMY: LetterItem = {
  ...mri,
  heading: 'Laminectomy and discectomy at L4-5',
  decision: 'Upheld',
};
const atLevel = (sentence: string): LetterItem => saying(sentence, LAMINECTOMY);
const drug = (sentence: string): LetterItem => ({
  ...tramadol,
  heading: 'Cyclobenzaprine 7.5mg #60',
  rationale: sentence,
});

const STANDARD = [
  'The treatment is not expected to lead to a complete recovery.',
  'There is no guarantee that further therapy will help.',
  'Acupuncture would not cure the underlying condition.',
  'Full resolution of the symptoms is unlikely with more visits.',
  'The physician has not shown beyond a reasonable doubt that the sessions are needed.',
  'The request lacks conclusive proof of its success.',
  'It cannot be said with certainty that the injection will work.',
  'Unless permanent relief is achieved, more treatment serves no purpose.',
  'The injured worker is not likely to return to his pre-injury status.',
  'Clear and convincing evidence of benefit has not been given.',
];
const POWER = [
  'The knee pain is not industrial in origin.',
  'The condition of the left knee is unrelated to the industrial injury.',
  'The symptoms are not due to the work injury of 11-14-2016.',
  'The left knee is not an accepted body part.',
  'The claims administrator is not liable for this treatment.',
  'The utilization review was untimely.',
  'The denial was issued after the statutory deadline.',
  'Industrial causation has not been established.',
  'The complaints are caused by aging rather than the injury.',
  'The UR determination is defective and void.',
];
const FORMULARY = [
  'Cyclobenzaprine is a non-exempt drug. Therefore, it is not medically necessary.',
  'The drug is not on the MTUS drug list and is not medically necessary.',
  'As this medication is unlisted, the request cannot be approved.',
  'The medication is non-formulary. As such, the request is not medically necessary.',
  'Because cyclobenzaprine is not exempt, the request is denied.',
  'The requested drug is not listed in the drug formulary. Thus, it is not medically necessary.',
  'This is a compounded product, so it is not medically necessary.',
  'The prescribed drug is absent from the formulary. For this reason, the request is not medically necessary.',
  'Being nonexempt, the muscle relaxant is not medically necessary.',
  'The drug is excluded from the drug list. Accordingly, medical necessity is not supported.',
];
const LEVEL = [
  'The MRI showed a disc herniation at L5-S1 with compression of the nerve root.',
  'Weakness corresponds to the L3-4 level.',
  'The surgeon plans to decompress L2-L3.',
  'There is stenosis at L5/S1.',
  'A discectomy at L3-L4 is not supported by the examination.',
  'Conservative care for the L5-S1 disc has not been exhausted.',
  'Imaging at L1-2 was normal.',
  'The request for surgery at L3/4 lacks correlation with the findings.',
  'No compression was seen at L5 - S1.',
  'Electrodiagnostic study suggests a lesion at the level of L2-3.',
];
const REQUESTED = [
  'L5-S1 laminectomy',
  'Discectomy at L3-4',
  'Laminectomy, L3/4',
  'lumbar laminectomy L2-L3',
  'Discectomy and laminectomy L5-S1',
  'L5/S1 discectomy',
  'Microscopic discectomy at L3-L4',
  'laminectomy of L1-2',
  'Right L2-3 discectomy',
  'Outpatient discectomy L5 - S1',
];

describe.each<[FindingName, readonly (readonly [string, LetterItem, readonly string[]])[]]>([
  ['wrong-standard', STANDARD.map((one) => [one, saying(one), []])],
  ['beyond-power', POWER.map((one) => [one, saying(one), []])],
  ['formulary-only', FORMULARY.map((one) => [one, drug(one), []])],
  ['level-differs', LEVEL.map((one) => [one, atLevel(one), []])],
  ['level-differs', REQUESTED.map((one) => [one, atLevel('The findings of the examination are equivocal.'), [one]])],
])('a fault for which a determination was sent back: %s', (name, variants) => {
  it.each(variants)('%s', (_, item, requests) => {
    expect(newFindings(item, requests)).toEqual([name]);
  });
});

describe('two hundred sound sentences that look alike', () => {
  it('are each another one', () => {
    expect(new Set(SOUND_SENTENCES).size).toBe(200);
  });

  it.each([
    ['of therapy', (sentence: string) => saying(sentence)],
    ['of surgery at a level', atLevel],
    ['of a drug', drug],
  ])('raise none of the new warnings in a rationale %s', (_, itemWith) => {
    expect(SOUND_SENTENCES.filter((sentence) => newFindings(itemWith(sentence)).length > 0)).toEqual([]);
  });
});
