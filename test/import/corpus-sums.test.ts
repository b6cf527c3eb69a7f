import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { forkParser } from '../../main/import/fork-parser.ts';
import type { ReaderPool } from '../../main/import/read-page.ts';
import { createReaderPool } from '../../main/import/reader-pool.ts';
import { describeWith, wantShared } from '../support/optional.ts';
import { readCorpus, type CorpusRead } from '../support/read-corpus.ts';

/** Letters and figures that each file of the corpus gave, without recognition, as they were read before step 5. */
const SUMS = JSON.parse(readFileSync(join(import.meta.dirname, 'fixtures', 'corpus-sums.json'), 'utf8')) as Readonly<
  Record<string, number>
>;

/** Files that give less, and why that is right. */
const LESS: Readonly<Record<string, string>> = {
  'office-tika/testPDFEmbeddingAndEmbedded.docx': 'words of the PDF in it stand beyond the edge of its page',
  'pdf-pdfjs/pdf/sci-notation.pdf': 'a line stands beyond the edge of the page',
  'office-tika/txt-encodings/testMessageNews.txt':
    'it is a letter, and most lines of its head say which machines passed it',
  'office-tika/txt-encodings/testRFC822_simple_inline_body.txt':
    'it is a letter, and most lines of its head say which machines passed it',
};

const sumOf = ({ read }: CorpusRead): number =>
  read.reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}]/gu) ?? []).length, 0);

let pool: ReaderPool;
beforeAll(() => {
  pool = createReaderPool({ start: forkParser, size: 2 });
});
afterAll(() => pool.close());

describeWith([wantShared('corpus')], 'the text of the corpus', () => {
  it('is nowhere less than it was before pages were read as they are seen, but where that is why', async () => {
    const reads = await readCorpus(pool, Object.keys(SUMS));
    const less = reads.filter((read) => sumOf(read) < (SUMS[read.name] ?? 0));
    expect(less.map(({ name }) => name).sort()).toEqual(Object.keys(LESS).sort());
  }, 300_000);
});
