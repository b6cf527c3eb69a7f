/**
 * One level of a list: its number format by the name that OOXML gives it, its pattern such as `%1.%2.`, its first
 * number.
 */
export type ListLevel = { readonly format: string; readonly text: string; readonly start: number };
export type ListLevels = ReadonlyMap<number, ListLevel>;
/**
 * The marker of the next paragraph of a list, such as `3.` or a bullet; empty when the list shows none. `restart`
 * begins its level anew with that number.
 */
export type NextMarker = (list: string, levels: ListLevels | undefined, depth: number, restart?: number) => string;

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];
const roman = (value: number): string => {
  let rest = value;
  return ROMAN.map(([worth, letters]) => {
    const times = Math.floor(rest / worth);
    rest -= times * worth;
    return letters.repeat(times);
  }).join('');
};
const letter = (value: number): string => String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));

const FORMATS: Readonly<Record<string, (value: number) => string>> = {
  lowerLetter: letter,
  upperLetter: (value) => letter(value).toUpperCase(),
  lowerRoman: roman,
  upperRoman: (value) => roman(value).toUpperCase(),
  decimalZero: (value) => String(value).padStart(2, '0'),
};
const written = (format: string, value: number): string =>
  (Object.hasOwn(FORMATS, format) ? (FORMATS[format] ?? String) : String)(Math.min(5000, Math.max(1, value)));

/** Counts lists as word processors do: a level goes on until one above it moves (ECMA-376 part 1, 17.9). */
export const createListCounter = (): NextMarker => {
  const counts = new Map<string, Map<number, number>>();
  return (list, levels, depth, restart) => {
    const level = levels?.get(depth);
    if (levels === undefined || level === undefined || level.format === 'none') return '';
    if (level.format === 'bullet') return '\u2022';
    const count = counts.get(list) ?? new Map<number, number>();
    counts.set(list, count);
    count.set(depth, restart ?? (count.get(depth) ?? level.start - 1) + 1);
    for (const deeper of [...count.keys()].filter((key) => key > depth)) count.delete(deeper);
    return level.text.replace(/%(\d+)%?/g, (_, digit: string) => {
      const shown = levels.get(Number(digit) - 1);
      return shown === undefined ? '' : written(shown.format, count.get(Number(digit) - 1) ?? shown.start);
    });
  };
};
