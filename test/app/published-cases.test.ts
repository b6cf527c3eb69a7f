import { join } from 'node:path';
import { readDocxText } from '../support/read-docx-text.ts';
import { foldSpace, HEADER_LABELS, type HeaderName, type Letter } from '../../shared/letter.ts';
import { usDate } from '../../shared/partial-date.ts';
import { validate, VALIDATOR } from '../letters/support/validate-docx.ts';
import { letterOfTruth, PUBLISHED, publishedNames, publishedText, truthOf } from '../letters/support/published.ts';
import { comparableParts } from '../letters/support/published-figures.ts';
import { openBackend, type OpenBackend } from '../support/open-backend.ts';
import { describeWith, SHARED } from '../support/optional.ts';

/** A case is made, checked, exported and read again for every letter; milliseconds. */
const MANY_CASES_TIME = 300_000;

/** A line that ends with a hyphen reads with a blank after it, in the published letters too. */
const joined = (letter: object): string => JSON.stringify(letter).replace(/-\s/gu, '-');

/** The case block of an exported letter: its values by their names. */
const valuesOf = (text: string): Record<string, string> => {
  const block = foldSpace(text.slice(0, text.indexOf('HOW THE IMR')));
  const labels = Object.values(HEADER_LABELS);
  const starts = labels.map((label) => ({ label, at: block.indexOf(`${label}:`) })).sort((a, b) => a.at - b.at);
  return Object.fromEntries(
    starts.map(({ label, at }, index) => [label, block.slice(at + label.length + 1, starts[index + 1]?.at).trim()]),
  );
};

describeWith(PUBLISHED, 'the published letters made into cases', () => {
  let desk: OpenBackend;
  beforeAll(async () => {
    desk = await openBackend();
  });
  afterAll(() => desk.close());
  const exportsMade: Uint8Array[] = [];
  afterAll(() => {
    exportsMade.length = 0;
  });

  const read = async (offer: Parameters<OpenBackend['offer']>[0]): Promise<Letter> =>
    desk.ask('letter.read', { file: await desk.offer(offer) });
  const exported = async (letter: Letter, format: 'docx' | 'pdf'): Promise<Uint8Array> => {
    const caseId = await desk.newCase(letter, 'published-letter');
    const { bytes } = await desk.written((target) =>
      desk.ask('letter.export', { caseId, form: '2016', format, target, force: 'The published letter itself is so.' }),
    );
    await desk.ask('case.erase', { caseId });
    return bytes;
  };

  it(
    'come out again with every value by its name and every word in its order',
    async () => {
      for (const name of publishedNames()) {
        const truth = letterOfTruth(truthOf(name));
        const letter = await read({ kind: 'path', path: join(SHARED, 'letters/published', `${name}.pdf`) });
        expect(comparableParts(letter)).toEqual(comparableParts(truth));
        const docx = await exported(letter, 'docx');
        exportsMade.push(docx);
        const text = readDocxText(docx);
        const named = (Object.keys(HEADER_LABELS) as HeaderName[]).map((key) => [
          HEADER_LABELS[key],
          key === 'caseNumber' || key === 'priority' ? truth.header[key] : usDate(truth.header[key]),
        ]);
        expect(valuesOf(text)).toEqual(Object.fromEntries(named));
        const original = foldSpace((await publishedText(name)).replace(/\f/gu, '\n'));
        expect(foldSpace(text.slice(text.indexOf('HOW THE IMR')))).toBe(
          original.slice(original.indexOf('HOW THE IMR')),
        );
      }
    },
    MANY_CASES_TIME,
  );

  it(
    'are read the same from the exported Word file, its PDF and its plain text',
    async () => {
      for (const name of publishedNames().slice(0, 3)) {
        const letter = await read({ kind: 'path', path: join(SHARED, 'letters/published', `${name}.pdf`) });
        const [docx, pdf] = [await exported(letter, 'docx'), await exported(letter, 'pdf')];
        expect(comparableParts(await read({ kind: 'bytes', name: 'again.docx', bytes: docx }))).toEqual(
          comparableParts(letter),
        );
        expect(joined(comparableParts(await read({ kind: 'bytes', name: 'again.pdf', bytes: pdf })))).toBe(
          joined(comparableParts(letter)),
        );
        expect(
          comparableParts(
            await read({ kind: 'bytes', name: 'again.txt', bytes: new TextEncoder().encode(readDocxText(docx)) }),
          ),
        ).toEqual(comparableParts(letter));
      }
    },
    MANY_CASES_TIME,
  );

  describeWith([VALIDATOR], 'and their Word files', () => {
    it(
      'keep the OOXML schema, every one',
      () => {
        expect(exportsMade).toHaveLength(publishedNames().length);
        expect(validate(exportsMade)).toEqual([]);
      },
      MANY_CASES_TIME,
    );
  });
});
