import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDocxText } from '../support/read-docx-text.ts';
import { foldSpace, type Letter } from '../../shared/letter.ts';
import { imr, imrJson } from '../support/imr.ts';
import { describeWith, SHARED, wantShared } from '../support/optional.ts';
import { temporaryFolder } from '../support/temporary.ts';

const GOLDEN = join(SHARED, 'golden', 'determination-2014.txt');

describeWith([wantShared('golden/determination-2014.txt')], 'the golden letter', () => {
  const store = join(temporaryFolder(), 'vault');
  const written = (path: string): string => foldSpace(readDocxText(readFileSync(path)));
  const golden = (): string => foldSpace(readFileSync(GOLDEN, 'utf8'));

  it('comes out again word for word when it is made a case and exported in its form', async () => {
    const { caseId } = await imrJson<{ caseId: string }>(['read-letter', GOLDEN, '--case', 'new', '--store', store]);
    const out = join(temporaryFolder(), 'golden.docx');
    const { code, err } = await imr([
      'letter',
      caseId,
      '--form',
      '2014',
      '--out',
      out,
      '--store',
      store,
      '--force',
      'a published letter',
    ]);
    expect([code, err]).toEqual([0, '']);
    expect(written(out)).toBe(golden());
  });

  it('is composed from its parts: changing one part changes that part alone', async () => {
    const letter = await imrJson<Letter>(['read-letter', GOLDEN]);
    const file = join(temporaryFolder(), 'case.json');
    const changed = {
      ...letter,
      items: letter.items.map((item, at) => (at === 1 ? { ...item, heading: 'Arthrogram of the third elbow' } : item)),
    };
    writeFileSync(file, JSON.stringify(changed));
    const { caseId } = await imrJson<{ caseId: string }>(['case', 'new', file, '--store', store]);
    const out = join(temporaryFolder(), 'changed.docx');
    const { code, err } = await imr([
      'letter',
      caseId,
      '--form',
      '2014',
      '--out',
      out,
      '--store',
      store,
      '--force',
      'a test',
    ]);
    expect([code, err]).toEqual([0, '']);
    expect(written(out)).toBe(golden().replace(`${letter.items[1]!.heading}:`, 'Arthrogram of the third elbow:'));
  });

  it('passes the checks that a letter alone can answer, but for what its form does not hold', async () => {
    const findings = await imrJson<{ severity: string }[]>(['check-letter', GOLDEN]);
    expect(findings.filter(({ severity }) => severity === 'block')).toEqual([]);
  });
});
