import { walkXml } from '../xml/walk-xml.ts';

type Level = { format: string; text: string; start: number };
type Draft = { levels: Map<number, Level> };
/** Gives the marker of the next paragraph of a list, such as `3.` or a bullet; empty when the list shows none. */
export type NextMarker = (numId: string, depth: number) => string;

const roman = (value: number): string => {
  const parts: readonly (readonly [number, string])[] = [[1000, 'm'], [900, 'cm'], [500, 'd'], [400, 'cd'], [100, 'c'], [90, 'xc'], [50, 'l'], [40, 'xl'], [10, 'x'], [9, 'ix'], [5, 'v'], [4, 'iv'], [1, 'i']];
  let rest = value;
  let text = '';
  for (const [worth, letters] of parts) {
    const times = Math.floor(rest / worth);
    text += letters.repeat(times);
    rest -= times * worth;
  }
  return text;
};
const letter = (value: number): string => String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));

const FORMATS: Readonly<Record<string, (value: number) => string>> = {
  lowerLetter: letter,
  upperLetter: (value) => letter(value).toUpperCase(),
  lowerRoman: roman,
  upperRoman: (value) => roman(value).toUpperCase(),
  decimalZero: (value) => String(value).padStart(2, '0'),
};
const written = (format: string, value: number): string => (FORMATS[format] ?? String)(Math.min(5000, Math.max(1, value)));

type Numbering = { readonly abstracts: Map<string, Draft>; readonly abstractOf: Map<string, string>; readonly starts: Map<string, number> };

const parse = (xml: string): Numbering => {
  const abstracts = new Map<string, Draft>();
  const abstractOf = new Map<string, string>();
  const starts = new Map<string, number>();
  let draft: Draft | null = null;
  let level: Level = { format: 'decimal', text: '', start: 1 };
  let num = '';
  let overridden = 0;
  walkXml(xml, {
    open: ({ name, attributes }) => {
      const value = attributes['val'] ?? '';
      if (name === 'abstractNum') abstracts.set(attributes['abstractNumId'] ?? '', (draft = { levels: new Map() }));
      else if (name === 'num') num = attributes['numId'] ?? '';
      else if (name === 'abstractNumId') abstractOf.set(num, value);
      else if (name === 'lvlOverride') overridden = Number(attributes['ilvl'] ?? 0);
      else if (name === 'startOverride') starts.set(`${num}/${overridden}`, Number(value));
      else if (name === 'lvl') draft?.levels.set(Number(attributes['ilvl'] ?? 0), (level = { format: 'decimal', text: '', start: 1 }));
      else if (name === 'numFmt') level.format = value;
      else if (name === 'lvlText') level.text = value;
      else if (name === 'start') level.start = Number(value);
    },
    close: ({ name }) => {
      if (name === 'abstractNum') draft = null;
    },
  });
  return { abstracts, abstractOf, starts };
};

/** Counts the lists of a document as Word does (ECMA-376 part 1, 17.9): lists of one definition share their count unless they say otherwise. */
export const countLists = (xml: string): NextMarker => {
  const { abstracts, abstractOf, starts } = parse(xml);
  const counts = new Map<string, Map<number, number>>();
  const started = new Set<string>();
  return (numId, depth) => {
    const abstractId = abstractOf.get(numId) ?? '';
    const levels = abstracts.get(abstractId)?.levels;
    const level = levels?.get(depth);
    if (levels === undefined || level === undefined || level.format === 'none') return '';
    if (level.format === 'bullet') return '\u2022';
    const count = counts.get(abstractId) ?? new Map<number, number>();
    counts.set(abstractId, count);
    const override = starts.get(`${numId}/${depth}`);
    const isRestart = override !== undefined && !started.has(`${numId}/${depth}`);
    started.add(`${numId}/${depth}`);
    count.set(depth, isRestart ? override : (count.get(depth) ?? level.start - 1) + 1);
    for (const deeper of [...count.keys()].filter((key) => key > depth)) count.delete(deeper);
    return level.text.replace(/%(\d)/g, (_, digit: string) => {
      const shown = levels.get(Number(digit) - 1);
      return shown === undefined ? '' : written(shown.format, count.get(Number(digit) - 1) ?? shown.start);
    });
  };
};
