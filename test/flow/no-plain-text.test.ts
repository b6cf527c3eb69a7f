import { existsSync, lstatSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { imr, imrJson } from '../support/imr.ts';
import { temporaryFolder } from '../support/temporary.ts';

const filesBelow = (folder: string): string[] =>
  !existsSync(folder)
    ? []
    : readdirSync(folder).flatMap((name) => {
        const path = join(folder, name);
        const stat = lstatSync(path);
        return stat.isDirectory() ? filesBelow(path) : stat.isFile() ? [path] : [];
      });

const RUN = 8;

/** The words of six letters or more and the runs of eight characters of the records' text. */
const tracesOf = (
  texts: readonly string[],
): { readonly words: ReadonlySet<string>; readonly runs: ReadonlySet<string> } => {
  const words = new Set(texts.flatMap((text) => text.match(/[A-Za-z]{6,}/gu) ?? []));
  const runs = new Set<string>();
  texts.forEach((text) => {
    for (let at = 0; at + RUN <= text.length; at += 1) {
      const run = text.slice(at, at + RUN);
      // Rulings and blanks say nothing of anybody.
      if (new Set(run.replace(/[\s\d._-]/gu, '')).size > 3) runs.add(run);
    }
  });
  return { words, runs };
};

const findTraces = (path: string, { words, runs }: ReturnType<typeof tracesOf>): string[] => {
  const bytes = readFileSync(path);
  return ['latin1', 'utf16le'].flatMap((encoding) => {
    const text = bytes.toString(encoding as BufferEncoding);
    const found = (text.match(/[A-Za-z]{6,}/gu) ?? []).filter((word) => words.has(word));
    for (let at = 0; at + RUN <= text.length; at += 1)
      if (runs.has(text.slice(at, at + RUN))) found.push(text.slice(at, at + RUN));
    return found.map((one) => `${path}: ${one}`);
  });
};

describe('the disk', () => {
  it('holds no word of a record, neither in the vault nor in the temporary folders, while or after it is worked on', async () => {
    const folder = temporaryFolder();
    const [out, temp] = [join(folder, 'out'), join(folder, 'temp')];
    mkdirSync(temp);
    const env = { TMPDIR: temp, TMP: temp, TEMP: temp, HOME: temp, XDG_CACHE_HOME: temp, XDG_CONFIG_HOME: temp };
    const { caseId, vault } = await imrJson<{ caseId: string; vault: string }>(['demo', '--out', out], env);
    const pages = await imrJson<{ text: string }[]>(['pages', caseId, '--store', vault], env);
    await imr(['search', caseId, 'lumbar spine', '--store', vault], env);
    const traces = tracesOf(pages.map(({ text }) => text));
    expect(traces.words.size).toBeGreaterThan(300);
    const files = [...filesBelow(vault), ...filesBelow(temp)];
    expect(files.length).toBeGreaterThan(2);
    expect(files.flatMap((path) => findTraces(path, traces)).slice(0, 20)).toEqual([]);
  });

  it('would be caught: the same search finds the words of a file in clear', () => {
    const path = join(import.meta.dirname, '..', '..', 'assets', 'sample-case', 'records', 'medication-list.txt');
    expect(findTraces(path, tracesOf([readFileSync(path, 'utf8')])).length).toBeGreaterThan(10);
  });
});
