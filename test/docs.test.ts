import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHECK_LIST } from '../shared/check-list.ts';
import { FORM_FILES } from './letters/support/letter-assets.ts';

const ROOT = join(import.meta.dirname, '..');
const DOCS = readdirSync(join(ROOT, 'docs')).filter((name) => name.endsWith('.md'));
const textOf = (name: string): string => readFileSync(join(ROOT, 'docs', name), 'utf8');

/** Paths of the project as a document writes them, between back ticks. */
const pathsIn = (text: string): string[] =>
  [...text.matchAll(/`((?:main|renderer|shared|assets|test|docs)\/[\w./-]*)`/gu)].map(([, path = '']) => path);

describe('the documents', () => {
  it.each(DOCS)('%s names only files and folders that are there', (name) => {
    expect(pathsIn(textOf(name)).filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  it.each(DOCS)('%s links only to files that are there', (name) => {
    const links = [...textOf(name).matchAll(/\]\(([^)#:]+)\)/gu)].map(([, target = '']) => target);
    expect(links.filter((target) => !existsSync(join(ROOT, 'docs', target)))).toEqual([]);
  });

  const rows = textOf('domain.md')
    .split('\n')
    .flatMap(
      (line) => /^\| (\d+) \| `([\w-]+)` \|.*\| (block|warn|info)(?: ◦)? \|/u.exec(line)?.slice(1, 4).join(' ') ?? [],
    );
  const listed = Object.entries(CHECK_LIST);

  it('name every check with its number and its severity', () => {
    expect(rows).toEqual(listed.map(([name, { number, severity }]) => `${String(number)} ${name} ${severity}`));
  });

  it('mark the checks that are milder in a form', () => {
    const marked = [...textOf('domain.md').matchAll(/`([\w-]+)` \|.*◦ \|/gu)].map(([, name]) => name);
    const milder = Object.values(FORM_FILES).flatMap((form) =>
      Object.keys((form as { severities: object }).severities),
    );
    expect(marked).toEqual([...new Set(milder)]);
  });
});
