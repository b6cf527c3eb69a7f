import { Document, Packer, Paragraph, TextRun } from 'docx';
import { checkLetter } from '../../main/letters/check-letter.ts';
import { compareLetters } from '../../main/letters/compare-letters.ts';
import { composeLetter } from '../../main/letters/compose-letter.ts';
import { letterToDocx } from '../../main/letters/letter-to-docx.ts';
import type { Letter, LetterBlock } from '../../shared/letter.ts';
import { soundContext } from '../letters/support/check-context.ts';
import { FORMS } from '../letters/support/letter-assets.ts';
import { soundLetter } from '../letters/support/sound-letter.ts';
import { median, percentile, printed, ratio, timed, type Bench, type Figure } from './figure.ts';

const ITEMS = 21;
const RUNS = 15;
const LONG = 'The notes before and after the therapy show the same range of motion and the same score of pain at rest. '.repeat(18);

/** A letter of 21 items with rationales of some 400 words. */
const longLetter = (): Letter => {
  const { items, ...letter } = soundLetter();
  return { ...letter, items: Array.from({ length: ITEMS }, (_, index) => ({ ...items[index % 3]!, heading: `${items[index % 3]!.heading}, request ${String(index + 1)}`, rationale: `${LONG}${items[index % 3]!.rationale}` })) };
};

/** The same paragraphs, written with the docx package and nothing else. */
const docxAlone = (blocks: readonly LetterBlock[]): Promise<Buffer> =>
  Packer.toBuffer(new Document({ sections: [{ children: blocks.map(({ runs }) => new Paragraph({ children: runs.map((run) => new TextRun(run)) })) }] }));

/** What writing, reading back and comparing a letter of 21 items takes, against the docx package writing it alone. */
export const benchLetterExport = async (say: (line: string) => void): Promise<Figure[]> => {
  say('writing, reading back and comparing');
  const blocks = composeLetter(longLetter(), FORMS);
  const exported = async (): Promise<void> => {
    if (!compareLetters(blocks, await letterToDocx(blocks)).same) throw new Error('the letter does not read back the same');
  };
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (let run = 0; run < RUNS; run += 1) {
    theirs.push(await timed(() => docxAlone(blocks)));
    ours.push(await timed(exported));
  }
  return [
    ratio('letter of 21 items exported, read back and compared, against docx writing it', median(ours) / median(theirs), { most: 3 }),
    printed('letter of 21 items exported, read back and compared', median(ours), 'ms'),
  ];
};

const below = (name: string, value: number, goal: number): Figure => ({ name, value, unit: 'ms', goal: `< ${String(goal)}`, holds: value < goal });

const benchChecks = async (): Promise<Figure> => {
  const [letter, context] = [longLetter(), soundContext()];
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) times.push(await timed(() => checkLetter({ letter, mode: 'case', context })));
  return below('all checks over a letter of 21 items, 95th percentile', percentile(times.slice(1), 0.95), 50);
};

/** The figures of the letter: export and checks. */
export const benchLetters: Bench = async (say) => {
  say('all checks, live');
  return [await benchChecks(), ...(await benchLetterExport(say))];
};
