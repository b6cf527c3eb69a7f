import { isDeepStrictEqual } from 'node:util';
import { checkLetter } from '../../../main/letters/check-letter.ts';
import { composeLetter } from '../../../main/letters/compose-letter.ts';
import type { CheckContext } from '../../../main/letters/checks/check.ts';
import { letterText } from '../../../main/letters/letter-text.ts';
import { readLetter } from '../../../main/letters/read-letter.ts';
import type { Finding } from '../../../shared/check.ts';
import { foldSpace, type Letter } from '../../../shared/letter.ts';
import { soundContext } from './check-context.ts';
import { FORMS } from './letter-assets.ts';
import { plantFaults } from './plant-faults.ts';
import { letterOfTruth, publishedNames, publishedText, truthOf } from './published.ts';

/** A published letter as it was read, with the text that it was read from. */
export type ReadPublished = { readonly name: string; readonly text: string; readonly letter: Letter };

export const readPublished = (): Promise<ReadPublished[]> =>
  Promise.all(
    publishedNames().map(async (name) => {
      const text = await publishedText(name);
      return { name, text, letter: readLetter(text, FORMS) };
    }),
  );

/** The parts that can be compared with the truth beside a letter, white space folded. */
export const comparableParts = ({
  header,
  reviewer,
  summary,
  items,
}: Pick<Letter, 'header' | 'reviewer' | 'summary' | 'items'>) => ({
  header,
  reviewer: { licensure: foldSpace(reviewer.licensure), specialty: foldSpace(reviewer.specialty) },
  summary: foldSpace(summary),
  items: items.map((item) => Object.fromEntries(Object.entries(item).map(([part, text]) => [part, foldSpace(text)]))),
});

/** Whether every part was read as it is in the truth beside the letter. */
export const isReadWell = ({ name, letter }: ReadPublished): boolean =>
  isDeepStrictEqual(comparableParts(letter), comparableParts(letterOfTruth(truthOf(name))));

/** Whether the letter composed of its parts has the words of the original in their order, from its first heading on. */
export const comesOutAgain = ({ text, letter }: ReadPublished): boolean => {
  const original = foldSpace(text.replace(/\f/gu, '\n'));
  return (
    foldSpace(letterText(composeLetter(letter, FORMS).filter(({ part }) => part.kind !== 'header'))) ===
    original.slice(original.indexOf('HOW THE IMR'))
  );
};

const { forms, guidelines, settings } = soundContext();
const context: CheckContext = { today: '2017-06-01', forms, guidelines, settings };

/** What the checks say of a letter alone, but for what is only to know. */
export const findingsAlone = (letter: Letter): Finding[] =>
  checkLetter({ letter, mode: 'letter-alone', context }).filter(({ severity }) => severity !== 'info');

const nameOf = ({ name, part, values }: Finding): string => JSON.stringify([name, part, values]);

/** Every fault that can be planted in the letter, and whether a check says something that it did not say before. */
export const noticeFaults = (letter: Letter): { readonly kind: string; readonly noticed: boolean }[] => {
  const before = new Set(findingsAlone(letter).map(nameOf));
  return plantFaults(letter).map((fault) => ({
    kind: fault.kind,
    noticed: findingsAlone(fault.letter).some((finding) => !before.has(nameOf(finding))),
  }));
};
