import type { CheckContext } from '../../letters/checks/check.ts';
import type { ReadCase } from '../../store/case-file.ts';
import { documentsInCase } from '../../store/documents.ts';
import { documentsVersion } from '../../store/find-mentions.ts';
import { readTexts } from '../../store/pages.ts';
import { readingsVersion } from '../../store/readings.ts';

type Earlier = Omit<(CheckContext['earlierDeterminations'] & object)[number], 'isCited'>;
type Memory = { readonly version: string; readonly determinations: readonly Earlier[] };

const memories = new WeakMap<ReadCase, Memory>();

const read = (file: ReadCase): Earlier[] =>
  documentsInCase(file)
    .filter(({ kind }) => kind === 'imr-determination')
    .map(({ file: record, first, pages, title }) => {
      const texts = readTexts(file, record, first - 1, pages);
      const [page] = texts;
      return {
        label: title,
        text: texts.map(({ text }) => text).join('\n'),
        span: { record, page: first, start: 0, end: page?.text.length ?? 0, quote: page?.text ?? '' },
      };
    });

/** The earlier determinations that a case file holds, with their text; remembered until texts or documents change. */
export const earlierDeterminations = (file: ReadCase): readonly Earlier[] => {
  const version = `${readingsVersion(file)} ${documentsVersion(file)}`;
  const known = memories.get(file);
  if (known?.version === version) return known.determinations;
  const memory = { version, determinations: read(file) };
  memories.set(file, memory);
  return memory.determinations;
};
