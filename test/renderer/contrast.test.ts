import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const RENDERER = join(import.meta.dirname, '..', '..', 'renderer');
const CSS = readFileSync(join(RENDERER, 'ui', 'tokens.css'), 'utf8');

type Theme = 'light' | 'dark';
const tokens = (theme: Theme): ReadonlyMap<string, string> =>
  new Map(
    [...CSS.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(([, name, light, dark]) => [
      name!,
      theme === 'light' ? light! : dark!,
    ]),
  );

const channel = (value: number): number => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const luminance = (hex: string): number => {
  const [red, green, blue] = [1, 3, 5].map((at) => channel(parseInt(hex.slice(at, at + 2), 16) / 255));
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
};

/** Contrast ratio, WCAG 2.2. */
const ratio = (a: string, b: string): number => {
  const [high, low] = [luminance(a), luminance(b)].sort((one, other) => other - one);
  return (high! + 0.05) / (low! + 0.05);
};

const SURFACES = ['bg', 'panel', 'raised', 'float', 'hover', 'accent-soft'];
const WORDS: readonly (readonly [ink: string, on: readonly string[]])[] = [
  ['ink', [...SURFACES, 'sunken']],
  ['ink-2', [...SURFACES, 'sunken']],
  ['ink-3', [...SURFACES]],
  ['accent', ['bg', 'panel', 'raised', 'float', 'hover', 'accent-soft']],
  ['on-accent', ['accent', 'accent-strong']],
  ['warn', ['panel', 'raised', 'accent-soft', 'warn-bg', 'hover']],
  ['block', ['bg', 'panel', 'raised', 'accent-soft', 'block-bg', 'hover']],
  ['safe', ['panel', 'raised', 'accent-soft', 'safe-bg', 'hover']],
  [
    'ink-paper',
    ['paper', 'cite', 'select-words', 'paper-hit', 'paper-differs', 'paper-fact', 'paper-folded', 'paper-left-out'],
  ],
];
/** What must be seen but not read: edges of fields, focus, the filled part of a bar, the line under cited words. */
const SHAPES: readonly (readonly [shape: string, on: readonly string[]])[] = [
  ['line-field', ['bg', 'panel', 'raised', 'float']],
  ['focus', ['bg', 'panel', 'raised', 'accent-soft', 'desk']],
  ['accent', ['track', 'sunken']],
  ['paper-accent', ['paper', 'cite']],
];

const pairs = (table: typeof WORDS): [Theme, string, string][] =>
  (['light', 'dark'] as const).flatMap((theme) =>
    table.flatMap(([front, backs]) => backs.map((back): [Theme, string, string] => [theme, front, back])),
  );

const measured = (theme: Theme, front: string, back: string): number => {
  const all = tokens(theme);
  return ratio(all.get(front)!, all.get(back)!);
};

describe('the colours of the page', () => {
  it.each(pairs(WORDS))('in the %s theme words in %s can be read on %s', (theme, front, back) => {
    expect(measured(theme, front, back)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(pairs(SHAPES))('in the %s theme the shape in %s can be seen on %s', (theme, front, back) => {
    expect(measured(theme, front, back)).toBeGreaterThanOrEqual(3);
  });

  it('are all written as tokens, and nowhere else', () => {
    const literal = /#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(/i;
    const elsewhere = globSync('**/*.css', { cwd: RENDERER }).filter(
      (file) => !file.endsWith('tokens.css') && literal.test(readFileSync(join(RENDERER, file), 'utf8')),
    );
    expect(elsewhere).toEqual([]);
    expect(tokens('light').size).toBeGreaterThan(25);
  });
});
