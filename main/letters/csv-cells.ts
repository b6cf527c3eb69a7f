/** A spreadsheet puts commas, semicolons or tabs between cells, as its language has it. */
const separatorOf = (csv: string): string => {
  const [head = ''] = csv.split(/\r?\n/u, 1);
  const counts = [',', ';', '\t'].map((mark) => [mark, head.split(mark).length] as const);
  return counts.sort((a, b) => b[1] - a[1])[0]?.[0] ?? ',';
};

/** The cells of a CSV (RFC 4180) line by line, a mark at its beginning left out. */
export const csvCells = (file: string): string[][] => {
  const csv = file.replace(/^\ufeff/u, '');
  const mark = separatorOf(csv);
  const cells = new RegExp(`("(?:[^"]|"")*"|[^${mark}\\r\\n]*)(${mark}|\\r\\n|\\n|$)`, 'gu');
  const lines: string[][] = [[]];
  for (const [whole, cell = '', end] of csv.matchAll(cells)) {
    if (whole === '') break;
    lines.at(-1)?.push(cell.startsWith('"') ? cell.slice(1, -1).replace(/""/gu, '"') : cell);
    if (end !== mark) lines.push([]);
  }
  return lines;
};
