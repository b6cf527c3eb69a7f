import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseStatement } from '../../main/letters/build-statement.ts';
import { composeLetter } from '../../main/letters/compose-letter.ts';
import { blockText, letterText } from '../../main/letters/letter-text.ts';
import { readLetter } from '../../main/letters/read-letter.ts';
import { foldSpace, HEADER_LABELS, type HeaderName, type Letter } from '../../shared/letter.ts';
import { usDate } from '../../shared/partial-date.ts';
import { describeWith, SHARED, wantShared } from '../support/optional.ts';
import { FORMS } from './support/letter-assets.ts';
import { letterOfTruth, PUBLISHED, publishedNames, publishedText, truthOf } from './support/published.ts';
import { withItem } from './support/sound-letter.ts';

describeWith([wantShared('golden/determination-2014.txt')], 'the golden letter', () => {
  const golden = readFileSync(join(SHARED, 'golden/determination-2014.txt'), 'utf8');
  const letter = readLetter(golden, FORMS);

  it('comes out again word for word', () => {
    expect(letter.messages).toEqual([]);
    expect(foldSpace(letterText(composeLetter(letter, FORMS)))).toBe(foldSpace(golden));
  });

  it('is composed from its parts: one changed part changes only itself', () => {
    const before = composeLetter(letter, FORMS).map(blockText);
    const after = composeLetter(withItem(letter, 1, { decision: 'Overturned' }), FORMS).map(blockText);
    expect(after.filter((text, index) => text !== before[index])).toEqual([
      before.find((text) => text.endsWith('lumbar spine: Upheld'))?.replace('Upheld', 'Overturned'),
    ]);
  });

  it('has statements of the confirmed 2014 wording only', () => {
    const forms = letter.items.flatMap((item) => [
      parseStatement(item.claimsGuideline, '2014', 'claims', FORMS).form,
      parseStatement(item.reviewerGuideline, '2014', 'reviewer', FORMS).form,
    ]);
    expect(forms).toEqual(['mtus', 'mtus', 'other', 'mtus']);
  });
});

const folded = ({ header, reviewer, summary, items }: Pick<Letter, 'header' | 'reviewer' | 'summary' | 'items'>) => ({
  header,
  reviewer: { licensure: foldSpace(reviewer.licensure), specialty: foldSpace(reviewer.specialty) },
  summary: foldSpace(summary),
  items: items.map((item) => Object.fromEntries(Object.entries(item).map(([part, text]) => [part, foldSpace(text)]))),
});

describeWith(PUBLISHED, 'the published letters', () => {
  const letters = publishedNames().map((name) => ({ name, truth: letterOfTruth(truthOf(name)) }));

  it.each(letters)('$name is read with every part as it is', async ({ name, truth }) => {
    const letter = readLetter(await publishedText(name), FORMS);
    expect(letter.messages).toEqual([]);
    expect(folded(letter)).toEqual(folded(truth));
    expect(letter).toMatchObject({ form: '2016', organisation: 'MAXIMUS Federal Services', guidelineLabel: 'MAXIMUS' });
  });

  it.each(letters)('$name is composed again with its values by name and its words in order', async ({ name }) => {
    const text = await publishedText(name);
    const letter = readLetter(text, FORMS);
    const blocks = composeLetter(letter, FORMS);
    const header = Object.fromEntries(
      blocks
        .filter(({ part }) => part.kind === 'header')
        .map(({ runs }) => [foldSpace(runs[0]?.text ?? ''), foldSpace(runs[1]?.text ?? '')]),
    );
    const written = (Object.keys(HEADER_LABELS) as HeaderName[]).map((name) => [
      `${HEADER_LABELS[name]}:`,
      name.startsWith('date') || name.endsWith('Date') || name === 'applicationReceived'
        ? usDate(letter.header[name])
        : letter.header[name],
    ]);
    expect(header).toEqual(Object.fromEntries(written));
    const original = foldSpace(text.replace(/\f/gu, '\n'));
    expect(foldSpace(letterText(blocks.filter(({ part }) => part.kind !== 'header')))).toBe(
      original.slice(original.indexOf('HOW THE IMR')),
    );
  });

  it.each(letters)('$name has only statements that the form can build', ({ truth }) => {
    const typed = truth.items
      .flatMap((item) => [
        parseStatement(item.claimsGuideline, '2016', 'claims', FORMS),
        parseStatement(item.reviewerGuideline, '2016', 'reviewer', FORMS),
      ])
      .filter(({ form }) => form === 'typed');
    expect(typed).toEqual([]);
  });
});
