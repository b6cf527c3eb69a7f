import type { CheckContext, CheckInput, Mention } from '../../../main/letters/checks/check.ts';
import { DEFAULT_SETTINGS } from '../../../main/app/vault/settings-service.ts';
import { splitSentences } from '../../../shared/split-sentences.ts';
import type { TextSpan } from '../../../shared/span.ts';
import { FORMS, GUIDELINES } from './letter-assets.ts';
import { soundLetter } from './sound-letter.ts';

const somewhere = { record: 'r1', page: 1, start: 0, end: 5, quote: 'words' } as TextSpan;

/** A page that mentions a term after the words `before`. */
export const mention = (label: string, before = ''): Mention => ({ label, before, span: somewhere });

/** A context that knows everything, and in which the sound letter is sound on the day of its decision. */
export const soundContext = (): CheckContext => ({
  today: '2017-03-21',
  forms: FORMS,
  guidelines: GUIDELINES,
  settings: {
    ...DEFAULT_SETTINGS,
    reviewerName: 'Quentin Testwell, MD',
    credentials: [
      { id: 'c1', kind: 'license', name: 'California', expires: '2018-06-30' },
      { id: 'c2', kind: 'certification', name: 'Pain Management', expires: '' },
    ],
    organisation: 'Example Review Services',
    guidelineLabel: 'EXAMPLE',
  },
  due: '2017-03-31',
  attested: true,
  disputedItems: [
    'Physical therapy 2 times a week for 6 weeks for the lumbar spine',
    'MRI of left knee',
    'Tramadol 50mg #60',
  ],
  records: [
    { kind: 'utilization-review', label: 'Utilization review, 02/10/2017', isCited: true },
    { kind: 'progress-report', label: 'Progress report, 01/20/2017', isCited: true },
  ],
  sentences: splitSentences(soundLetter().summary).map(({ text }) => ({ text, sources: [somewhere] })),
  birthDate: '1975-08-02',
  findMentions: () => [],
  weighedItems: [],
  earlierRationales: [
    {
      label: 'case CM16-0999999, item 1',
      text: 'Another text altogether, which has nothing to do with the words of this letter and shares no run of six words with any of its rationales, however long it may become in the end, and it does become rather long.',
    },
  ],
  identities: [
    { kind: 'name', text: 'Orville Sampleman', instead: 'the injured worker' },
    { kind: 'number', text: 'WC-558-1207', instead: 'the claim' },
    { kind: 'birth-date', text: '1975-08-02', instead: 'the age' },
    { kind: 'address', text: '12 Nowhere Lane', instead: '' },
  ],
  isKnownWord: (word) => word !== 'diagnossis',
  metadata: {},
});

export const soundInput = (): CheckInput => ({ letter: soundLetter(), mode: 'case', context: soundContext() });
