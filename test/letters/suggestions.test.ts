import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkLetter } from '../../main/letters/check-letter.ts';
import { fillSnippet, snippetValues } from '../../main/letters/suggest/fill-snippet.ts';
import { mendFinding } from '../../main/letters/suggest/mend-finding.ts';
import { rationaleEnds } from '../../main/letters/suggest/rationale-ends.ts';
import {
  parseSuggestions,
  suggestClosing,
  suggestDependentRationale,
  suggestOpioidParagraph,
} from '../../main/letters/suggest/suggestions.ts';
import type { Mend } from '../../shared/check.ts';
import type { Letter, LetterItem } from '../../shared/letter.ts';
import { soundInput } from './support/check-context.ts';
import { partWith, summaryWith, withChange, withContext } from './support/planting.ts';
import { soundLetter } from './support/sound-letter.ts';

const suggestions = parseSuggestions(
  JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'assets/letter/suggestions.json'), 'utf8')),
);
const [, mri, tramadol] = soundLetter().items as [LetterItem, LetterItem, LetterItem];

describe('the end of a rationale', () => {
  const CLOSING = 'Therefore, oxycodone is not medically necessary.';
  const OPIOID =
    'Although recommendation to stop opioids is given, this decision addresses the medical necessity of opioids alone.';
  it.each([
    ['closes by its last sentence of necessity', `Facts. ${CLOSING}`, { closing: CLOSING, opioidParagraph: null }],
    [
      'has the opioid paragraph behind that',
      `Facts. ${CLOSING}\n${OPIOID}`,
      { closing: `${CLOSING}\n${OPIOID}`, opioidParagraph: OPIOID },
    ],
    ['is the opioid paragraph alone', `Facts.\n${OPIOID}`, { closing: OPIOID, opioidParagraph: OPIOID }],
    [
      'is not there yet',
      'The guideline says that acupuncture is recommended.',
      { closing: null, opioidParagraph: null },
    ],
    ['is not there in an empty one', '', { closing: null, opioidParagraph: null }],
  ])('%s', (_, rationale, expected) => {
    expect(rationaleEnds(rationale)).toEqual(expected);
  });
});

describe('what is offered while writing', () => {
  it.each([
    ['MRI of the left knee', 'Upheld', 'Therefore, the request for MRI of the left knee is not medically necessary.'],
    [
      'Physical therapy 6 sessions',
      'Overturned',
      'Therefore, the request for physical therapy 6 sessions is medically necessary.',
    ],
    ['Norco 10/325mg #60', 'Upheld', 'Therefore, the request for Norco 10/325mg #60 is not medically necessary.'],
  ] as const)('closes %s, %s', (heading, decision, sentence) => {
    expect(suggestClosing(heading, decision, suggestions)).toBe(sentence);
  });

  it('gives a dependent item its one sentence', () => {
    expect(suggestDependentRationale('Arthroscopy of the left knee', 'Upheld', suggestions)).toBe(
      'As the arthroscopy of the left knee is not medically necessary, this associated service is not medically necessary.',
    );
  });

  it('offers the opioid paragraph on an upheld opioid that lacks it, and nowhere else', () => {
    const without = tramadol.rationale.slice(0, tramadol.rationale.indexOf('This decision addresses'));
    expect(suggestOpioidParagraph({ ...tramadol, rationale: without }, 'patient', suggestions)).toContain(
      'the patient is advised',
    );
    expect(suggestOpioidParagraph(tramadol, 'patient', suggestions)).toBeNull();
    expect(
      suggestOpioidParagraph({ ...tramadol, rationale: without, decision: 'Overturned' }, 'patient', suggestions),
    ).toBeNull();
    expect(suggestOpioidParagraph(mri, 'patient', suggestions)).toBeNull();
  });

  it('fills a snippet from the case and names what it cannot fill', () => {
    expect(fillSnippet('The {side} {bodyPart} was examined on {examDate}.', snippetValues(soundLetter(), 1))).toEqual({
      text: 'The left knee was examined on {examDate}.',
      blanks: ['examDate'],
    });
  });
});

const mended = (letter: Letter, { part, from, to }: Mend): Letter => {
  const items = letter.items.map((item, at) => {
    if (part.kind !== 'item' || at !== part.item) return item;
    const words = item[part.name];
    return { ...item, [part.name]: from === '' ? `${words} ${to}` : words.replace(from, to) };
  });
  const added = {
    heading: to,
    decision: 'Upheld',
    claimsGuideline: items[1]!.claimsGuideline,
    reviewerGuideline: items[1]!.reviewerGuideline,
    rationale: 'The notes tell nothing of it. It is not medically necessary.',
  };
  if (part.kind === 'items') return { ...letter, items: [...items, added] };
  return part.kind === 'summary' ? { ...letter, summary: letter.summary.replace(from, to) } : { ...letter, items };
};

describe('the mend that a finding offers', () => {
  it.each([
    ['a wrong remainder', partWith(0, 'heading', 'physical therapy 8 sessions', 'physical therapy 6 sessions')],
    ['a flipped decision', withChange(1, { decision: 'Upheld' })],
    [
      'an opioid without its paragraph',
      withChange(2, { rationale: tramadol.rationale.slice(0, tramadol.rationale.indexOf('This decision addresses')) }),
    ],
    ['a count that frequency and duration do not make', partWith(0, 'heading', '(12)', '(10)')],
    ['an edition that was replaced', partWith(0, 'reviewerGuideline', 'Treatment 2016', 'Treatment 2009')],
    [
      'a source outside the MTUS without its reason',
      withChange(1, {
        reviewerGuideline:
          'The Expert Reviewer based their decision on recommendation(s) outside of the MTUS Guidelines. Decision based on Non-MTUS Citation ODG: Knee, MRI.',
      }),
    ],
    ['another injury date in the summary', summaryWith('on 11-14-2016 while', 'on 11-04-2016 while')],
    ['another UR date in the summary', summaryWith('On 02-10-2017, Utilization', 'On 02-11-2017, Utilization')],
    ['a second date style', summaryWith('On 01-20-2017', 'On 01/20/2017')],
    [
      'a disputed item left out',
      withContext({ disputedItems: ['MRI of the left knee', 'Functional capacity evaluation'] }),
    ],
    [
      'a name',
      {
        ...soundInput(),
        letter: {
          ...soundLetter(),
          summary: soundLetter().summary.replace('while lifting', 'of Mr. Sampleman while lifting'),
        },
      },
    ],
  ])('settles %s', (_, input) => {
    const [finding] = checkLetter(input);
    const mend = mendFinding(finding!, input.letter, { suggestions, latest: '2017-03-21' });
    expect(checkLetter({ ...input, letter: mended(input.letter, mend!) })).toEqual([]);
  });

  it('is none where only the reviewer can tell', () => {
    const input = withChange(1, { rationale: '' });
    expect(mendFinding(checkLetter(input)[0]!, input.letter, { suggestions, latest: '2017-03-21' })).toBeNull();
  });
});
