import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Under what names packages keep the text of their licence. */
const NAMES = /^(licen[cs]e|copying|ofl|notice)/i;
/** In the packages of the HEIC decoder and of sharp the text stands beside the code that it is about. */
const BESIDE = { 'libheif-js': 'libheif-wasm' };

const textIn = (folder) =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isFile() && NAMES.test(entry.name))
        .map(({ name }) => readFileSync(join(folder, name), 'utf8').trim())
        .join('\n\n')
    : '';

const WARRANTY =
  'THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.';
/** The text of a licence that a package only names; the copyright is its authors'. */
const STANDARD = {
  MIT: `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:\n\nThe above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.\n\n${WARRANTY}`,
  ISC: `Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted, provided that the above copyright notice and this permission notice appear in all copies.\n\nTHE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.`,
};
const authorOf = ({ author, contributors: [first] = [] }) => {
  const who = author ?? first;
  return typeof who === 'string' ? who : (who?.name ?? '');
};
/** Where a package has no text of its own but names a licence whose text is known. */
const standardText = (described) => {
  const text = STANDARD[described.license];
  const author = authorOf(described);
  return text === undefined ? '' : [author === '' ? '' : `Copyright (c) ${author}`, text].join('\n\n').trim();
};

const partOf = (root, path) => {
  const folder = join(root, path);
  const described = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const { name, version, license } = described;
  const text = textIn(folder) || textIn(join(folder, BESIDE[name] ?? 'none')) || standardText(described);
  return { name, version, licence: typeof license === 'string' ? license : (license?.type ?? ''), text };
};

/** Places in `node_modules` of the packages that are packed: what `dependencies` in package.json lead to. */
const packedPlaces = (root) => {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  return Object.entries(packages)
    .filter(([path, { dev, devOptional }]) => path !== '' && dev !== true && devOptional !== true)
    .map(([path]) => path)
    .filter((path) => !/node_modules\/(node-(linux|win)|@xarsh\/)/.test(path))
    .filter((path) => existsSync(join(root, path, 'package.json')));
};

/** The place of the package that a bundled module is of; null for a module of ours. */
const placeOf = (module) => /^.*?(node_modules\/(?:.*node_modules\/)?(?:@[^/]+\/)?[^/]+)/.exec(module)?.[1] ?? null;

const assetParts = (root) =>
  ['letter/fonts', 'ocr', 'spelling'].flatMap((folder) =>
    readdirSync(join(root, 'assets', folder))
      .filter((name) => /^licen[cs]e/i.test(name))
      .map((name) => ({
        name: `assets/${folder}`,
        version: name,
        licence: '',
        text: readFileSync(join(root, 'assets', folder, name), 'utf8').trim(),
      })),
  );

/**
 * Every part of IMR Desk that is somebody else's, with the text of its licence: packages that are packed, packages whose
 * `modules` went into the page, and data. A part that brings no text has only the name of its licence.
 */
export const collectParts = (root, modules) => {
  const places = [...new Set([...packedPlaces(root), ...modules.flatMap((module) => placeOf(module) ?? [])])];
  const parts = [...places.map((place) => partOf(root, place)), ...assetParts(root)];
  return parts.sort((a, b) => `${a.name} ${a.version}`.localeCompare(`${b.name} ${b.version}`));
};

const sectionOf = ({ name, version, licence, text }) =>
  [`${name} ${version}${licence === '' ? '' : `, ${licence}`}`, text].filter((line) => line !== '').join('\n\n');

const RULE = `\n\n${'-'.repeat(80)}\n\n`;

/** Writes `dist/licences.txt`, which *About* shows and every package carries. */
export const writeLicences = (root, modules) => {
  const path = join(root, 'dist', 'licences.txt');
  mkdirSync(dirname(path), { recursive: true });
  const head = 'Electron and Chromium bring their licences beside the program: LICENSE and LICENSES.chromium.html.';
  writeFileSync(path, [head, ...collectParts(root, modules).map(sectionOf)].join(RULE));
};
