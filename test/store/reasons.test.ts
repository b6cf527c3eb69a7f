import { readReasons } from '../../main/store/reasons.ts';
import { wantsPassword, type Reason } from '../../shared/reason.ts';

describe('the reasons of a line of the ledger', () => {
  it('are read as they were stored', () => {
    const reasons: Reason[] = [
      { code: 'needs-password' },
      { code: 'too-many-pages', values: { most: 20_000 } },
      { code: 'part-not-shown', values: { because: { code: 'damaged', values: { what: 'PDF' } } } },
    ];
    expect(readReasons(JSON.stringify(reasons))).toEqual(reasons);
  });

  it.each([
    [
      'The file is protected with a password. Give its password, or ask the sender for an open copy.',
      'needs-password',
      true,
    ],
    [
      'This file is protected with a password. Try it again with the password, or ask the sender for an open copy.',
      'needs-password-inside',
      true,
    ],
    ['The password does not open this file. Check it with the sender and try again.', 'wrong-password', true],
    ['1,204 files.', 'files-inside', false],
    ['This file is about a password, and is damaged.', 'in-words', false],
  ])('are told from the sentence that version 0.1.0 kept: %s', (sentence, code, isLocked) => {
    const [reason, ...others] = readReasons(JSON.stringify([sentence]));
    expect([reason?.code, wantsPassword(reason!), others]).toEqual([code, isLocked, []]);
  });

  it('keep a sentence that has no code, and leave out what is not known', () => {
    expect(readReasons(JSON.stringify(['It rained.', { code: 'of-a-later-version' }, 7]))).toEqual([
      { code: 'in-words', values: { sentence: 'It rained.' } },
    ]);
    expect(readReasons('no JSON')).toEqual([]);
  });
});
