import type { CheckContext, CheckInput } from '../../../main/letters/checks/check.ts';
import type { LetterHeader, LetterItem } from '../../../shared/letter.ts';
import { soundContext, soundInput } from './check-context.ts';
import { soundLetter, withItem } from './sound-letter.ts';

/** The sound input with one thing changed. */
export const withHeader = (change: Partial<LetterHeader>): CheckInput => ({
  ...soundInput(),
  letter: { ...soundLetter(), header: { ...soundLetter().header, ...change } },
});
export const withChange = (index: number, change: Partial<LetterItem>): CheckInput => ({
  ...soundInput(),
  letter: withItem(soundLetter(), index, change),
});
export const withContext = (change: Partial<CheckContext>): CheckInput => ({
  ...soundInput(),
  context: { ...soundContext(), ...change },
});

/** The sound input with words of its summary, or of a part of an item, replaced; they must be there. */
export const summaryWith = (from: string, to: string): CheckInput => {
  const { summary } = soundLetter();
  if (!summary.includes(from)) throw new Error(`not in the summary: ${from}`);
  return { ...soundInput(), letter: { ...soundLetter(), summary: summary.replace(from, to) } };
};
export const partWith = (index: number, part: keyof LetterItem, from: string, to: string): CheckInput => {
  const words = soundLetter().items[index]?.[part] ?? '';
  if (!words.includes(from)) throw new Error(`not in item ${String(index)}: ${from}`);
  return withChange(index, { [part]: words.replaceAll(from, to) });
};
