import { join } from 'node:path';
import { Document, Packer, Paragraph, TextRun } from 'docx';
import { checkLetter } from '../../main/letters/check-letter.ts';
import { compareLetters } from '../../main/letters/compare-letters.ts';
import { composeLetter } from '../../main/letters/compose-letter.ts';
import { paginateLetter } from '../../main/letters/layout/paginate-letter.ts';
import { letterToDocx } from '../../main/letters/letter-to-docx.ts';
import type { Letter, LetterBlock } from '../../shared/letter.ts';
import { soundContext } from '../letters/support/check-context.ts';
import { editionAnswers } from '../letters/support/edition-days.ts';
import { FORMS } from '../letters/support/letter-assets.ts';
import { PUBLISHED } from '../letters/support/published.ts';
import {
  comesOutAgain,
  findingsAlone,
  isReadWell,
  noticeFaults,
  readPublished,
} from '../letters/support/published-figures.ts';
import { benchProof } from './proof.ts';
import { soundLetter } from '../letters/support/sound-letter.ts';
import { ASSETS, openBackend } from '../support/open-backend.ts';
import { below, median, notMeasured, percentile, printed, ratio, timed, type Bench, type Figure } from './figure.ts';

const ITEMS = 21;
const RUNS = 15;
const KEYSTROKES = 40;
const WARM_UP = 5;
const LONG =
  'The notes before and after the therapy show the same range of motion and the same score of pain at rest. '.repeat(
    18,
  );

/** A letter of 21 items with rationales of some 400 words. */
const longLetter = (): Letter => {
  const { items, ...letter } = soundLetter();
  return {
    ...letter,
    items: Array.from({ length: ITEMS }, (_, index) => ({
      ...items[index % 3]!,
      heading: `${items[index % 3]!.heading}, request ${String(index + 1)}`,
      rationale: `${LONG}${items[index % 3]!.rationale}`,
    })),
  };
};

/** The same paragraphs, written with the docx package and nothing else. */
const docxAlone = (blocks: readonly LetterBlock[]): Promise<Buffer> =>
  Packer.toBuffer(
    new Document({
      sections: [
        { children: blocks.map(({ runs }) => new Paragraph({ children: runs.map((run) => new TextRun(run)) })) },
      ],
    }),
  );

/** What writing, reading back and comparing a letter of 21 items takes, against the docx package writing it alone. */
export const benchLetterExport = async (say: (line: string) => void): Promise<Figure[]> => {
  say('writing, reading back and comparing');
  const blocks = composeLetter(longLetter(), FORMS);
  const exported = async (): Promise<void> => {
    if (!(await compareLetters(blocks, await letterToDocx(blocks))).same)
      throw new Error('the letter does not read back the same');
  };
  const [ours, theirs]: [number[], number[]] = [[], []];
  // The first runs of either load and compile packages.
  for (let run = -WARM_UP; run < RUNS; run += 1) {
    const [alone, whole] = [await timed(() => docxAlone(blocks)), await timed(exported)];
    if (run < 0) continue;
    theirs.push(alone);
    ours.push(whole);
  }
  return [
    ratio(
      'letter of 21 items exported, read back and compared, against docx writing it',
      median(ours) / median(theirs),
      { most: 3 },
    ),
    below('letter of 21 items exported, read back and compared', median(ours), 500),
  ];
};

/** One more letter typed into one of the rationales before each run, as while somebody writes. */
const benchChecks = async (): Promise<Figure> => {
  const [letter, context] = [longLetter(), soundContext()];
  const typed = (run: number): Letter => ({
    ...letter,
    items: letter.items.map((item, index) =>
      index === Math.abs(run) % ITEMS ? { ...item, rationale: `${item.rationale} ${'x'.repeat(Math.abs(run))}` } : item,
    ),
  });
  for (let run = 1; run <= WARM_UP; run += 1) checkLetter({ letter: typed(-run * ITEMS), mode: 'case', context });
  const times: number[] = [];
  for (let run = 1; run <= KEYSTROKES; run += 1)
    times.push(await timed(() => checkLetter({ letter: typed(run), mode: 'case', context })));
  return below('all checks over a letter of 21 items after a keystroke, 95th percentile', percentile(times, 0.95), 50);
};

/**
 * The same over the contract, in a case with the sample's records: what a screen waits for after a keystroke is stored.
 */
const benchLiveChecks = async (say: (line: string) => void): Promise<Figure[]> => {
  say('the same over a case with records');
  const desk = await openBackend();
  try {
    const caseId = await desk.newCase(longLetter());
    await desk.ask('record.import', {
      caseId,
      files: [await desk.offer({ kind: 'path', path: join(ASSETS, 'sample-case', 'records') })],
    });
    await desk.ask('letter.check', { caseId, settled: true });
    const items = await desk.ask('item.list', { caseId });
    const [stored, checked]: [number[], number[]] = [[], []];
    for (let run = 1; run <= KEYSTROKES; run += 1) {
      const item = items[run % ITEMS]!;
      stored.push(
        await timed(() =>
          desk.ask('item.edit', { caseId, id: item.id, change: { rationale: `${item.rationale} ${'x'.repeat(run)}` } }),
        ),
      );
      checked.push(await timed(() => desk.ask('letter.check', { caseId })));
    }
    return [
      below(
        'all checks over a case of 21 items with its records after a keystroke, 95th percentile',
        percentile(checked, 0.95),
        50,
      ),
      printed('a keystroke in such a case stored on the disk, median', median(stored), 'ms'),
    ];
  } finally {
    await desk.close();
  }
};

const PRECEDENTS = 20_000;
const ITEMS_A_LETTER = 100;
const QUERIES = 200;
const SERVICES = [
  'MRI of the',
  'Physical therapy 2 times a week for 3 weeks for the',
  'X-ray of the',
  'Acupuncture 6 sessions for the',
  'Arthroscopy of the',
  'Steroid injection to the',
  'EMG/NCV of the',
  'Brace for the',
  'Functional capacity evaluation of the',
];
const PARTS = [
  'lumbar spine',
  'cervical spine',
  'left knee',
  'right knee',
  'left shoulder',
  'right shoulder',
  'right wrist',
  'left ankle',
  'right hip',
  'left elbow',
];
const DRUGS = [
  'Norco 10/325mg',
  'Tramadol 50mg',
  'Gabapentin 300mg',
  'Naproxen 500mg',
  'Cyclobenzaprine 10mg',
  'Omeprazole 20mg',
];

const requestOf = (index: number): string =>
  index % 3 === 0
    ? `${DRUGS[index % DRUGS.length]!} #${String(30 + (index % 7) * 15)}`
    : `${SERVICES[index % SERVICES.length]!} ${PARTS[(index * 7) % PARTS.length]!}`;

/** Determinations of many items each, as `imr read-letter --json` prints them. */
const manyLetters = (): Letter[] =>
  Array.from({ length: PRECEDENTS / ITEMS_A_LETTER }, (_, at) => ({
    ...soundLetter(),
    items: Array.from({ length: ITEMS_A_LETTER }, (_unused, item) => {
      const index = at * ITEMS_A_LETTER + item;
      return {
        heading: requestOf(index),
        decision: index % 5 === 0 ? 'Overturned' : 'Upheld',
        claimsGuideline: '',
        reviewerGuideline: 'Decision based on MTUS Low Back Complaints 2004, Section(s): Special Studies.',
        rationale: `${LONG.slice(0, 700)} Number ${String(index)}.`,
      };
    }),
  }));

/** Over the contract, in a vault: what a screen waits for. */
const benchPrecedents = async (say: (line: string) => void): Promise<Figure[]> => {
  say('20,000 precedents');
  const desk = await openBackend();
  try {
    const files = await Promise.all(
      manyLetters().map((letter, at) => desk.offerText(`letter-${String(at)}.json`, JSON.stringify(letter))),
    );
    const loaded = await timed(() => desk.ask('precedent.load', { files, isOwn: true }));
    const caseId = await desk.newCase({
      ...soundLetter(),
      items: Array.from({ length: 20 }, (_, at) => ({ ...soundLetter().items[0]!, heading: requestOf(at * 13 + 1) })),
    });
    const items = await desk.ask('item.list', { caseId });
    const first = await timed(() => desk.ask('precedent.similar', { caseId, itemId: items[0]!.id }));
    const times: number[] = [];
    for (let query = 0; query < QUERIES; query += 1)
      times.push(await timed(() => desk.ask('precedent.similar', { caseId, itemId: items[query % items.length]!.id })));
    const words = await timed(() =>
      desk.ask('precedent.search', { words: 'range motion', heading: 'MRI of the left knee' }),
    );
    return [
      below('items similar to the one in hand, among 20,000 precedents, 95th percentile', percentile(times, 0.95), 100),
      printed('the first such question after the vault was opened', first, 'ms'),
      printed('20,000 precedents searched by words and item', words, 'ms'),
      printed('20,000 precedents loaded into the vault', loaded, 'ms'),
    ];
  } finally {
    await desk.close();
  }
};

const benchPages = async (): Promise<Figure> => {
  const blocks = composeLetter(longLetter(), FORMS);
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) times.push(await timed(() => paginateLetter(blocks)));
  return printed('letter of 21 items laid out in pages', median(times), 'ms');
};

const of = (name: string, count: number, all: number, least: number): Figure => ({
  name,
  value: count / all,
  unit: `(${String(count)} of ${String(all)})`,
  goal: `>= ${String(least)}`,
  holds: count / all >= least,
});

/** How the published letters are read, written again and checked; the tests assert the same. */
const benchPublished = async (say: (line: string) => void): Promise<Figure[]> => {
  const missing = PUBLISHED.find(({ present }) => !present);
  if (missing !== undefined)
    return [notMeasured('the published letters read, written again and checked', 'all', missing.reason)];
  say('the published letters');
  const letters = await readPublished();
  const findings = letters.flatMap(({ letter }) => findingsAlone(letter));
  const planted = letters.flatMap(({ letter }) => noticeFaults(letter));
  const warnings = findings.filter(({ severity }) => severity === 'warn').length;
  return [
    of('published letters read with every part as it is', letters.filter(isReadWell).length, letters.length, 1),
    of('published letters composed again word for word', letters.filter(comesOutAgain).length, letters.length, 1),
    of(
      'faults planted in them that are noticed',
      planted.filter(({ noticed }) => noticed).length,
      planted.length,
      0.95,
    ),
    { name: 'warnings over them in all', value: warnings, unit: 'warnings', goal: '<= 40', holds: warnings <= 40 },
    printed(
      'blocking findings over them, every one looked at',
      findings.filter(({ severity }) => severity === 'block').length,
      'findings',
    ),
  ];
};

const benchEditions = (): Figure => {
  const answers = editionAnswers();
  return of('editions told right around their days of effect', answers.filter(Boolean).length, answers.length, 1);
};

/** The figures of the letter: published letters, checks, export, pages and precedents. */
export const benchLetters: Bench = async (say) => {
  say('all checks, live');
  return [
    ...(await benchPublished(say)),
    benchEditions(),
    await benchChecks(),
    ...(await benchLiveChecks(say)),
    ...(await benchProof(say)),
    ...(await benchLetterExport(say)),
    await benchPages(),
    ...(await benchPrecedents(say)),
  ];
};
