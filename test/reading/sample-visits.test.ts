import { join } from 'node:path';
import { readSampleCase } from '../../main/app/vault/sample-case.ts';
import { foldSpace } from '../../shared/letter.ts';
import { caseVisits, type CaseVisits } from '../support/case-visits.ts';
import { readFolder } from '../support/read-folder.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'assets', 'sample-case');
/** What there was to judge before there were visits. */
const BEFORE = 223;

describe('the visits of the sample case', () => {
  const sample = readSampleCase(FOLDER);
  let found: CaseVisits;
  /** Files that have their words without recognition. */
  let readable: ReadonlySet<string>;

  beforeAll(async () => {
    const files = [
      ...(await readFolder(join(FOLDER, 'records'))),
      ...(await readFolder(join(FOLDER, 'more-records'))),
    ].filter(({ pages }) => pages.some(({ text }) => text.length > 100));
    readable = new Set(files.flatMap(({ fileName }) => fileName ?? []));
    found = caseVisits(files, '2016-10-20', {
      dateOfInjury: sample.letter.header.dateOfInjury,
      items: sample.items.map(({ heading }) => ({ heading })),
    });
    process.stdout.write(
      `sample case: ${found.statements} statements in ${found.visits.length} visits, ${found.keyFacts} key facts on ` +
        `${found.clinicalPages} clinical pages\n`,
    );
  });

  it('are a third of what there was to judge', () => {
    expect(found.visits.length).toBeLessThanOrEqual(BEFORE / 3);
    expect(found.keyFacts).toBeLessThan(found.statements);
  });

  it('fold nothing that its letter rests on', () => {
    const facts = found.visits.flatMap((visit) => visit.facts);
    const folded = [...sample.accepted, ...sample.edited]
      .filter(({ record }) => readable.has(record))
      .filter(
        ({ record, quote }) =>
          !facts.some(
            ({ rank, sources }) =>
              rank === 'key' &&
              sources.some(
                (source) => (source.record as string) === record && foldSpace(source.quote) === foldSpace(quote),
              ),
          ),
      );
    expect(folded).toEqual([]);
  });
});
