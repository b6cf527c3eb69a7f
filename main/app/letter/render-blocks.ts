import type { LetterBlock } from '../../../shared/letter.ts';
import { Refusal } from '../../../shared/reply.ts';
import type { FileFormat } from '../../../shared/reviewed.ts';
import { compareLetters, comparePdf, type Comparison } from '../../letters/compare-letters.ts';
import { paginateLetter } from '../../letters/layout/paginate-letter.ts';
import { letterToDocx } from '../../letters/letter-to-docx.ts';
import { letterToPdf } from '../../letters/letter-to-pdf.ts';
import type { App, Call } from '../backend/app.ts';
import { loadLetterFonts } from './load-letter-fonts.ts';
import { readBytes } from '../intake/read-once.ts';

const readBack = async (
  app: App,
  blocks: readonly LetterBlock[],
  format: FileFormat,
  bytes: Uint8Array,
  call: Call,
): Promise<Comparison> => {
  if (format === 'docx') return compareLetters(blocks, bytes);
  const { pages } = await readBytes(app, 'letter.pdf', bytes, { ...call, progress: () => undefined });
  return comparePdf(
    blocks,
    pages.map(({ text }) => text),
  );
};

/** Paragraphs as a Word file or a PDF, read back and compared; refuses what does not read back the same. */
export const renderBlocks = async (
  app: App,
  blocks: readonly LetterBlock[],
  format: FileFormat,
  call: Call,
): Promise<Uint8Array> => {
  call.progress(0, 2, 'Writing');
  const bytes =
    format === 'docx'
      ? await letterToDocx(blocks)
      : await letterToPdf(paginateLetter(blocks), loadLetterFonts(app.assets.dir));
  call.progress(1, 2, 'Reading it back');
  const compared = await readBack(app, blocks, format, bytes, call);
  if (!compared.same) {
    const advice = format === 'pdf' ? ' Export it as a Word file, which keeps every sign.' : '';
    throw new Refusal(
      'refused',
      `The written file does not read back the same (${compared.where}) It was not put in place.${advice}`,
    );
  }
  call.signal.throwIfAborted();
  return bytes;
};
