import { checkLetter } from '../../../main/letters/check-letter.ts';
import { readLetter } from '../../../main/letters/read-letter.ts';
import { describeWith } from '../../support/optional.ts';
import { soundContext } from '../support/check-context.ts';
import { FORMS } from '../support/letter-assets.ts';
import { PUBLISHED, publishedNames, publishedText } from '../support/published.ts';

/** Every blocking finding over the published letters, each looked at and true: the summary restates a date of the header wrongly. */
const TRUE_FINDINGS = [
  'CM16-0219557 37: The summary gives October 10, 2015 where the header\'s Date of Injury is 10/10/2016.',
  'CM16-0219557 37: The summary gives November 15, 2016 where the header\'s UR Denial Date is 11/09/2016.',
  'CM16-0239569 37: The summary gives 11/05/2016 where the header\'s Date of Injury is 11/15/2016.',
  'CM17-0011703 37: The summary gives 12/20/2016 where the header\'s UR Denial Date is 12/22/2016.',
  'CM17-0020243 37: The summary gives 01-23-2017 where the header\'s UR Denial Date is 01/24/2017.',
];

describeWith(PUBLISHED, 'the checks over the published letters', () => {
  const letters = publishedNames().map((name) => ({ name, letter: readLetter(publishedText(name), FORMS) }));
  const findings = letters.flatMap(({ name, letter }) => checkLetter({ letter, mode: 'letter-alone', context: { ...soundContext(), today: '2017-06-01' } }).map((finding) => ({ name, ...finding })));

  it('block where they should, and nowhere else', () => {
    const blocking = findings.filter(({ severity }) => severity === 'block').map(({ name, check, message }) => `${name} ${String(check)}: ${message}`);
    expect(blocking).toEqual(TRUE_FINDINGS);
  });

  it('warn at most forty times in all', () => {
    expect(findings.filter(({ severity }) => severity === 'warn').length).toBeLessThanOrEqual(40);
  });
});
