import type { CheckContext, CheckInput } from '../../../main/letters/checks/check.ts';
import { Settings } from '../../../shared/settings.ts';
import { FORMS, GUIDELINES } from './letter-assets.ts';
import { soundLetter } from './sound-letter.ts';

/** A context in which the sound letter is sound, on the day of its decision. */
export const soundContext = (): CheckContext => ({
  today: '2017-03-21',
  forms: FORMS,
  guidelines: GUIDELINES,
  settings: Settings.parse({ reviewerName: 'Quentin Testwell', credentials: [], organisation: 'Example Review Services', guidelineLabel: 'EXAMPLE', letterForm: '2016', lockAfterMinutes: 15, singleKeys: true, theme: 'system' }),
});

export const soundInput = (): CheckInput => ({ letter: soundLetter(), mode: 'case', context: soundContext() });
