import { createFlowBuilder } from '../flow/flow-builder.ts';
import type { FlowText } from '../flow/flow-document.ts';
import { unzipParts } from '../xml/unzip-parts.ts';
import type { Parts } from '../xml/unzip-parts.ts';
import { walkXml } from '../xml/walk-xml.ts';
import { relatedParts } from './related-parts.ts';

const WORKBOOK = 'xl/workbook.xml';
const MOST_CELLS = 400_000;
/** Empty columns between two filled ones are kept up to so many. */
const MOST_COLUMNS = 200;

/** Built-in formats of numbers that are days or times (ECMA-376, part 1, 18.8.30). */
const isDayFormat = (id: number): boolean => (id >= 14 && id <= 22) || (id >= 45 && id <= 47);
const isDayCode = (code: string): boolean =>
  /[dy]|m{1,4}[^a-z]*[dy]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''));

/** Whether the numbers of each style of cells are days. */
const dayStyles = (xml: string): readonly boolean[] => {
  const codes = new Map<number, string>();
  const styles: boolean[] = [];
  let inCells = false;
  walkXml(xml, {
    open: ({ name, attributes }) => {
      if (name === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      if (name === 'cellXfs') inCells = true;
      if (name !== 'xf' || !inCells) return;
      const id = Number(attributes['numFmtId'] ?? 0);
      styles.push(isDayFormat(id) || isDayCode(codes.get(id) ?? ''));
    },
    close: ({ name }) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return styles;
};

const sharedStrings = (xml: string): readonly string[] => {
  const strings: string[] = [];
  let text = '';
  let inText = false;
  walkXml(xml, {
    open: ({ name }) => {
      if (name === 'si') text = '';
      inText = name === 't';
    },
    text: (piece) => {
      if (inText) text += piece;
    },
    close: ({ name }) => {
      if (name === 't') inText = false;
      if (name === 'si') strings.push(text);
    },
  });
  return strings;
};

const DAY = 86_400_000;
const two = (value: number): string => String(value).padStart(2, '0');

/** A number of days as a date, and a time where it has one; days count from the end of 1899, or of 1903. */
const asDay = (serial: number, is1904: boolean): string => {
  const at = new Date(Date.UTC(is1904 ? 1904 : 1899, is1904 ? 0 : 11, is1904 ? 1 : 30) + Math.round(serial * DAY));
  if (!Number.isFinite(at.getTime())) return String(serial);
  const day = `${two(at.getUTCMonth() + 1)}/${two(at.getUTCDate())}/${at.getUTCFullYear()}`;
  const time = `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`;
  return serial % 1 === 0 ? day : serial < 1 ? time : `${day} ${time}`;
};

const columnOf = (reference: string): number =>
  [...(/^[A-Z]+/.exec(reference)?.[0] ?? '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

type Book = { readonly strings: readonly string[]; readonly days: readonly boolean[]; readonly is1904: boolean };

const shownValue = (value: string, type: string, style: number, { strings, days, is1904 }: Book): string => {
  if (type === 's') return strings[Number(value)] ?? '';
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  if (type !== '' && type !== 'n') return value;
  const number = Number(value);
  if (value === '' || !Number.isFinite(number)) return value;
  if (days[style] === true) return asDay(number, is1904);
  // What a machine keeps as 0.30000000000000004 was typed as 0.3.
  return String(Number(number.toPrecision(12)));
};

/** The rows of a sheet that hold anything, as they are shown; at most so many cells. */
const rowsOf = (xml: string, book: Book, most: number): { readonly rows: string[][]; readonly cells: number } => {
  const rows: string[][] = [];
  let row: string[] = [];
  let cells = 0;
  let [text, type, style, column] = ['', '', 0, -1];
  let isValue = false;
  let isHidden = false;
  walkXml(xml, {
    open: ({ name, attributes }) => {
      if (name === 'row') {
        row = [];
        column = -1;
        isHidden = attributes['hidden'] === '1' || attributes['hidden'] === 'true';
      } else if (name === 'c') {
        const { r = '', t = '', s = '0' } = attributes;
        [text, type, style] = ['', t, Number(s)];
        column = r === '' ? column + 1 : columnOf(r);
      } else isValue = name === 'v' || name === 't';
    },
    text: (piece) => {
      if (isValue) text += piece;
    },
    close: ({ name }) => {
      if (name === 'v' || name === 't') isValue = false;
      if (name === 'c' && cells < most && column >= 0 && column < MOST_COLUMNS) {
        const shown = shownValue(text, type, style, book);
        if (shown.trim() === '') return;
        cells += 1;
        while (row.length < column) row.push('');
        row[column] = shown;
      }
      if (name === 'row' && row.length > 0 && !isHidden) rows.push(row);
    },
  });
  return { rows, cells };
};

/** Columns that hold nothing in any row go. */
const withoutEmpty = (rows: readonly (readonly string[])[]): string[][] => {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const filled = Array.from({ length: width }, (_, column) => rows.some((row) => (row[column] ?? '') !== ''));
  return rows.map((row) => filled.flatMap((isFilled, column) => (isFilled ? [row[column] ?? ''] : [])));
};

type Sheet = { readonly name: string; readonly part: string; readonly isHidden: boolean };

const sheetsOf = (parts: Parts): { readonly sheets: Sheet[]; readonly is1904: boolean } => {
  const related = new Map(relatedParts(parts, WORKBOOK).map((one) => [one.id, one.part] as const));
  const sheets: Sheet[] = [];
  let is1904 = false;
  walkXml(parts.xml(WORKBOOK), {
    open: ({ name, attributes }) => {
      if (name === 'workbookPr') is1904 = /^(1|true)$/.test(attributes['date1904'] ?? '');
      if (name !== 'sheet') return;
      const { name: title = '', id = '', state = '' } = attributes;
      sheets.push({ name: title, part: related.get(id) ?? '', isHidden: state !== '' && state !== 'visible' });
    },
  });
  return { sheets, is1904 };
};

/**
 * Reads an Excel workbook (ECMA-376): each sheet that is shown as a page with its name and its cells as a table, as they
 * are shown. Formulas are not computed anew; the values that were saved are given. Pictures follow as pages.
 */
export const readXlsx = (bytes: Uint8Array): FlowText => {
  const parts = unzipParts(bytes, (name) => /\.(xml|rels)$|^xl\/media\//i.test(name), 'Excel workbook');
  const { sheets, is1904 } = sheetsOf(parts);
  const book: Book = {
    strings: sharedStrings(parts.xml('xl/sharedStrings.xml')),
    days: dayStyles(parts.xml('xl/styles.xml')),
    is1904,
  };
  const builder = createFlowBuilder();
  let left = MOST_CELLS;
  const shown = sheets.filter(({ isHidden }) => !isHidden);
  shown.forEach(({ name, part }, at) => {
    if (at > 0) builder.breakPage();
    builder.startBlock({ kind: 'heading', level: 1 });
    builder.addText(name);
    builder.endBlock();
    const { rows, cells } = rowsOf(parts.xml(part), book, left);
    left -= cells;
    builder.startTable();
    for (const row of withoutEmpty(rows)) {
      builder.startRow();
      for (const cell of row) {
        builder.startCell();
        builder.addText(cell);
        builder.endCell();
      }
    }
    builder.endTable();
  });
  return {
    pages: builder.finish(),
    reasons: [
      ...(shown.length < sheets.length ? [{ code: 'hidden-sheets' } as const] : []),
      ...(left <= 0 ? [{ code: 'too-many-cells' } as const] : []),
    ],
    enclosed: mediaOf(parts, 'xl'),
  };
};

/** The pictures of an Office file, in the order of their names. */
export const mediaOf = ({ names, bytes }: Parts, folder: string): Uint8Array[] =>
  names
    .filter((name) => name.startsWith(`${folder}/media/`))
    .sort()
    .flatMap((name) => bytes(name) ?? []);
