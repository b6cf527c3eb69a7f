import { Document, Packer, Paragraph, TextRun } from 'docx';
import { checkLetter } from '../../main/letters/check-letter.ts';
import { compareLetters } from '../../main/letters/compare-letters.ts';
import { composeLetter } from '../../main/letters/compose-letter.ts';
import { paginateLetter } from '../../main/letters/layout/paginate-letter.ts';
import { letterToDocx } from '../../main/letters/letter-to-docx.ts';
import { buildPrecedentIndex, findSimilar, type Precedent } from '../../main/letters/precedents/precedent-index.ts';
import type { Letter, LetterBlock } from '../../shared/letter.ts';
import { soundContext } from '../letters/support/check-context.ts';
import { FORMS } from '../letters/support/letter-assets.ts';
import { soundLetter } from '../letters/support/sound-letter.ts';
import { median, percentile, printed, ratio, timed, type Bench, type Figure } from './figure.ts';

const ITEMS = 21;
const RUNS = 15;
const KEYSTROKES = 40;
const LONG = 'The notes before and after the therapy show the same range of motion and the same score of pain at rest. '.repeat(18);

/** A letter of 21 items with rationales of some 400 words. */
const longLetter = (): Letter => {
  const { items, ...letter } = soundLetter();
  return { ...letter, items: Array.from({ length: ITEMS }, (_, index) => ({ ...items[index % 3]!, heading: `${items[index % 3]!.heading}, request ${String(index + 1)}`, rationale: `${LONG}${items[index % 3]!.rationale}` })) };
};

/** The same paragraphs, written with the docx package and nothing else. */
const docxAlone = (blocks: readonly LetterBlock[]): Promise<Buffer> =>
  Packer.toBuffer(new Document({ sections: [{ children: blocks.map(({ runs }) => new Paragraph({ children: runs.map((run) => new TextRun(run)) })) }] }));

const below = (name: string, value: number, goal: number): Figure => ({ name, value, unit: 'ms', goal: `< ${String(goal)}`, holds: value < goal });

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
    below('letter of 21 items exported, read back and compared', median(ours), 500),
  ];
};

/** One more letter typed into one of the rationales before each run, as while somebody writes. */
const benchChecks = async (): Promise<Figure> => {
  const [letter, context] = [longLetter(), soundContext()];
  const typed = (run: number): Letter => ({ ...letter, items: letter.items.map((item, index) => (index === run % ITEMS ? { ...item, rationale: `${item.rationale} ${'x'.repeat(run)}` } : item)) });
  checkLetter({ letter, mode: 'case', context });
  const times: number[] = [];
  for (let run = 1; run <= KEYSTROKES; run += 1) times.push(await timed(() => checkLetter({ letter: typed(run), mode: 'case', context })));
  return below('all checks over a letter of 21 items after a keystroke, 95th percentile', percentile(times, 0.95), 50);
};

const PRECEDENTS = 20_000;
const QUERIES = 200;
const SERVICES = ['MRI of the', 'Physical therapy 2 times a week for 3 weeks for the', 'X-ray of the', 'Acupuncture 6 sessions for the', 'Arthroscopy of the', 'Steroid injection to the', 'EMG/NCV of the', 'Brace for the', 'Functional capacity evaluation of the'];
const PARTS = ['lumbar spine', 'cervical spine', 'left knee', 'right knee', 'left shoulder', 'right shoulder', 'right wrist', 'left ankle', 'right hip', 'left elbow'];
const DRUGS = ['Norco 10/325mg', 'Tramadol 50mg', 'Gabapentin 300mg', 'Naproxen 500mg', 'Cyclobenzaprine 10mg', 'Omeprazole 20mg'];

const requestOf = (index: number): string => (index % 3 === 0 ? `${DRUGS[index % DRUGS.length]!} #${String(30 + (index % 7) * 15)}` : `${SERVICES[index % SERVICES.length]!} ${PARTS[(index * 7) % PARTS.length]!}`);

const manyPrecedents = (): Precedent[] =>
  Array.from({ length: PRECEDENTS }, (_, index) => ({ id: `p${String(index)}`, heading: requestOf(index), decision: index % 5 === 0 ? 'Overturned' : 'Upheld', reviewerGuideline: 'Decision based on MTUS Low Back Complaints 2004, Section(s): Special Studies.', rationale: LONG.slice(0, 700), isOwn: index % 9 === 0 }));

const benchPrecedents = async (say: (line: string) => void): Promise<Figure[]> => {
  say('20,000 precedents');
  let index = buildPrecedentIndex([]);
  const made = await timed(() => {
    index = buildPrecedentIndex(manyPrecedents());
  });
  const times: number[] = [];
  for (let query = 0; query < QUERIES; query += 1) times.push(await timed(() => findSimilar(index, { heading: requestOf(query * 13 + 1), limit: 10 })));
  return [below('items similar to one, among 20,000 precedents, 95th percentile', percentile(times, 0.95), 100), printed('20,000 precedents made searchable', made, 'ms')];
};

const benchPages = async (): Promise<Figure> => {
  const blocks = composeLetter(longLetter(), FORMS);
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) times.push(await timed(() => paginateLetter(blocks)));
  return printed('letter of 21 items laid out in pages', median(times), 'ms');
};

/** The figures of the letter: checks, export, pages and precedents. */
export const benchLetters: Bench = async (say) => {
  say('all checks, live');
  return [await benchChecks(), ...(await benchLetterExport(say)), await benchPages(), ...(await benchPrecedents(say))];
};
