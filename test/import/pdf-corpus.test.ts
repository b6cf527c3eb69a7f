import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { forkParser } from '../../main/import/fork-parser.ts';
import type { ReaderPool } from '../../main/import/read-page.ts';
import { createReaderPool } from '../../main/import/reader-pool.ts';
import { describeWith, wantProgram, wantShared } from '../support/optional.ts';
import type { CorpusRead } from '../support/read-corpus.ts';
import { corpusFiles, corpusPath, inLanes, LONGEST, readCorpus, unanswered } from '../support/read-corpus.ts';
import { readFile } from '../support/read-file.ts';

/** As the tests of the projects that the files come from give them. */
const PASSWORDS: readonly (readonly [file: string, password: string])[] = [
  ['pdf-qpdf/qtest/c-r6-in.pdf', 'user4'],
  ['pdf-qpdf/qtest/enc-R2,V1,U=view,O=master.pdf', 'view'],
  ['pdf-qpdf/qtest/enc-R2,V1,U=view,O=master.pdf', 'master'],
  ['pdf-qpdf/qtest/enc-R2,V1,U=view,O=view.pdf', 'view'],
  ['pdf-qpdf/qtest/enc-XI-R6,V5,U=wwwww,O=wwwww.pdf', 'wwwww'],
  ['pdf-qpdf/qtest/enc-long-password.pdf', 'asdf asdf asdf asdf asdf asdf qwer'],
  ['pdf-qpdf/qtest/job-json-encrypt-40.pdf', 'u'],
  [
    'pdf-tika/testUnicodePassword.pdf',
    '  ! < > " \\ \u20ac \u0153 \u00a4 1\u20444 1\u20442 \u{2070e} \u{29d98} \u{1f600}  ',
  ],
];

/** Encrypted with a password for changes only: they open like any other. */
const OPEN = ['V4-aes', 'c-decrypt-R6-with-owner', 'enc-R3,V2,O=master', 'enc-XI-R6,V5,O=master'].map(
  (name) => `pdf-qpdf/qtest/${name}.pdf`,
);

const CORPUS = wantShared('corpus');

/** Its font draws one shape and calls it both a blank and a sign; the page is sent to be recognised. */
const NO_WORDS = 'pdf-pdfjs/pdf/issue20319_2.pdf';

const run = promisify(execFile);
const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];
const textOf = ({ read }: Pick<CorpusRead, 'read'>): string => read.map((page) => page.text).join('\n');

/** What the reference finds in a file, nothing where it refuses it. */
const referenceText = async (path: string): Promise<string> => {
  try {
    return (await run('pdftotext', [path, '-'], { timeout: LONGEST })).stdout;
  } catch {
    return '';
  }
};

let pool: ReaderPool;
let reads: readonly CorpusRead[] = [];
beforeAll(async () => {
  pool = createReaderPool({ start: forkParser, size: 2 });
  if (CORPUS.present) reads = await readCorpus(pool, corpusFiles('pdf-'));
}, 120_000);
afterAll(() => pool.close());

describeWith([CORPUS], 'the PDFs of the corpus', () => {
  it('are all read page by page, or refused with one sentence', () => {
    expect(reads.length).toBeGreaterThan(300);
    expect(unanswered(reads)).toEqual([]);
  });

  it('never take half a minute', () => {
    expect(reads.filter(({ took }) => took > LONGEST).map(({ name }) => name)).toEqual([]);
  });

  it.each(PASSWORDS)('%s opens with the password "%s", and asks for it without', async (name, password) => {
    const opened = await readFile(pool, readFileSync(corpusPath(name)), password);
    expect(opened).toMatchObject({ status: 'read' });
    expect(textOf(opened).trim()).not.toBe('');
    expect(reads.find((read) => read.name === name)).toMatchObject({
      status: 'failed',
      reasons: [{ code: 'needs-password' }],
    });
  });

  it.each(OPEN)('%s opens without a password', (name) => {
    const opened = reads.find((read) => read.name === name)!;
    expect(opened).toMatchObject({ status: 'read' });
    expect(textOf(opened).trim()).not.toBe('');
  });
});

describeWith([CORPUS, wantProgram('pdftotext', ['-v'])], 'the text of the PDFs of the corpus, beside pdftotext', () => {
  let compared: readonly {
    readonly name: string;
    readonly wanted: readonly string[];
    readonly found: ReadonlySet<string>;
    readonly isToBeRecognised: boolean;
  }[] = [];
  beforeAll(async () => {
    compared = await inLanes(
      reads.filter(({ kind }) => kind === 'pdf'),
      2,
      async (read) => ({
        name: read.name,
        wanted: wordsOf(await referenceText(read.path)),
        found: new Set(wordsOf(textOf(read))),
        isToBeRecognised: read.read.some(({ needsOcr }) => needsOcr),
      }),
    );
  }, 120_000);

  it('is found in every file in which pdftotext finds words', () => {
    const lost = compared.filter(
      ({ name, wanted, found }) => wanted.length > 0 && found.size === 0 && name !== NO_WORDS,
    );
    expect(lost.map(({ name }) => name)).toEqual([]);
    expect(compared.find(({ name }) => name === NO_WORDS)).toMatchObject({ isToBeRecognised: true });
  });

  it('has nearly all of its words, but for pages that are judged to be gibberish and go to be recognised', () => {
    const sound = compared.filter(({ isToBeRecognised }) => !isToBeRecognised);
    const [wanted, missing] = [
      sound.flatMap((file) => file.wanted),
      sound.flatMap((file) => file.wanted.filter((word) => !file.found.has(word))),
    ];
    expect(wanted.length).toBeGreaterThan(3000);
    expect(missing.length).toBeLessThan(wanted.length * 0.01);
  });
});
