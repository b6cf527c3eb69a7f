import { readFileSync } from 'node:fs';
import { forkParser } from '../../main/import/fork-parser.ts';
import type { ReaderPool } from '../../main/import/read-page.ts';
import { createReaderPool } from '../../main/import/reader-pool.ts';
import { convertToText } from '../support/convert-to-text.ts';
import { describeWith, wantProgram, wantShared } from '../support/optional.ts';
import type { CorpusRead } from '../support/read-corpus.ts';
import { corpusFiles, LONGEST, readCorpus, unanswered } from '../support/read-corpus.ts';
import { temporaryFolder } from '../support/temporary.ts';

const CORPUS = wantShared('corpus');
const DOCUMENT = /\.(doc|docx|docm|rtf|odt)$/i;
/** Of the distinct words that LibreOffice writes, so many must be found. */
const ENOUGH = 0.98;

/** Files of which LibreOffice writes words that are not to be found, and why that is right. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'office-poi/53446.doc': 'it writes tracked deletions, run together with what replaces them',
  'office-poi/58067.docx': 'it writes tracked deletions',
  'office-tika/testWORD_embedded_pics.docx': 'it writes tracked deletions',
  'office-tika/testWORD_emptyParaInTextbox.docx': 'it writes hidden text',
  'office-poi/clusterfuzz-testcase-minimized-POIHWPFFuzzer-6610789829836800.doc':
    'it writes codes of broken fields of a file made up to break readers',
  'office-tika/testWordPerfect_42.doc': 'it is a WordPerfect document, which is not among the formats',
  'office-poi/bombs/protected_agile.docx': 'it knows the password that such files share',
};

/** Hyphens that show only at the end of a line are no part of a word. */
const wordsOf = (text: string): string[] =>
  text
    .replaceAll('\u00ad', '')
    .normalize('NFKC')
    .toLowerCase()
    .match(/\p{L}{3,}/gu) ?? [];
/** LibreOffice writes the Roman number of an endnote right after the word before it. */
const withoutNoteMark = (word: string): string => word.replace(/[ivx]+$/, '');

/** The words of the reference that the text lacks. */
const lacking = (text: string, reference: string): { readonly words: readonly string[]; readonly share: number } => {
  const found = new Set(wordsOf(text));
  const wanted = [...new Set(wordsOf(reference))];
  const words = wanted.filter((word) => !found.has(word) && !found.has(withoutNoteMark(word)));
  return { words, share: wanted.length === 0 ? 0 : words.length / wanted.length };
};
const textOf = ({ read }: CorpusRead): string => read.map((page) => page.text).join('\n');

let pool: ReaderPool;
let reads: readonly CorpusRead[] = [];
beforeAll(async () => {
  pool = createReaderPool({ start: forkParser, size: 2 });
  if (CORPUS.present) reads = await readCorpus(pool, [...corpusFiles('office-'), ...corpusFiles('notes-')]);
}, 180_000);
afterAll(() => pool.close());

describeWith([CORPUS], 'the documents and notes of the corpus', () => {
  it('are all read, or refused with one sentence', () => {
    expect(reads.length).toBeGreaterThan(280);
    expect(unanswered(reads.filter(({ entries }) => entries === undefined))).toEqual([]);
  });

  it('never take half a minute', () => {
    expect(reads.filter(({ took }) => took > LONGEST).map(({ name }) => name)).toEqual([]);
  });

  it('keep every word of the clinical notes', () => {
    const notes = reads.filter(({ name }) => /^notes-.*\.txt$/.test(name));
    expect(notes.length).toBeGreaterThan(80);
    expect(notes.flatMap((note) => lacking(textOf(note), readFileSync(note.path, 'utf8')).words)).toEqual([]);
  });
});

describeWith([CORPUS, wantProgram('soffice')], 'the text of the documents of the corpus, beside LibreOffice', () => {
  it('has at least 98 % of the distinct words, but for the exceptions named', () => {
    const documents = reads.filter(({ name }) => DOCUMENT.test(name));
    const begun = performance.now();
    const references = convertToText(
      documents.map(({ path }) => path),
      temporaryFolder(),
    );
    process.stderr.write(
      `LibreOffice read ${references.filter((text) => text !== undefined).length} of ${documents.length} documents in ${Math.round((performance.now() - begun) / 1000)} s\n`,
    );
    const short = documents.flatMap((document, index) => {
      const { words, share } = lacking(textOf(document), references[index] ?? '');
      return share > 1 - ENOUGH ? [{ name: document.name, words: words.slice(0, 8) }] : [];
    });
    expect(references.filter((text) => text !== undefined && text.trim() !== '').length).toBeGreaterThan(100);
    expect(short.filter(({ name }) => !Object.hasOwn(EXCEPTIONS, name))).toEqual([]);
    expect(Object.keys(EXCEPTIONS).filter((name) => !short.some((found) => found.name === name))).toEqual([]);
  }, 320_000);
});
