import { join } from 'node:path';
import { collectParts } from '../../main/hosts/licences.js';
import { openBackend } from '../support/open-backend.ts';

const ROOT = join(import.meta.dirname, '..', '..');
type Part = { readonly name: string; readonly licence: string; readonly text: string };
const parts = (modules: readonly string[]): Part[] => collectParts(ROOT, modules) as Part[];

describe('the licences of the parts', () => {
  it('are there with their text, but for one whose text lies in the package itself', () => {
    const bare = parts([]).filter(({ text }) => text.length < 200);
    expect(bare.filter(({ name }) => !name.startsWith('@img/sharp-libvips-'))).toEqual([]);
  });

  it('name what reads, encrypts and writes, and data too', () => {
    const names = parts([]).map(({ name }) => name);
    for (const name of [
      '@embedpdf/pdfium',
      'better-sqlite3-multiple-ciphers',
      'sharp',
      'libheif-js',
      'docx',
      'assets/ocr',
    ])
      expect(names).toContain(name);
    expect(names.filter((name) => /^(jest|electron|typescript|vite)$/.test(name))).toEqual([]);
  });

  it('take in what went into the page, whatever depends on it', () => {
    const names = parts([
      '/somewhere/node_modules/react/cjs/react.production.js',
      `${ROOT}/renderer/app.tsx`,
      '\0virtual',
    ]).map(({ name }) => name);
    expect(names).toContain('react');
  });

  it('are what About shows', async () => {
    const desk = await openBackend();
    const { version, licences } = await desk.ask('about.show', {});
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(licences).toMatch(/pdfium|npm run build/);
    await desk.close();
  });
});
