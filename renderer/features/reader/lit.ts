import type { Citation } from '../../data/citations.ts';
import type { Words } from '../../data/workspace-state.ts';
import type { PageFate } from '../../../shared/page-fate.ts';
import { wordFate } from './word-fate.ts';
import type { WordRange } from './dom-offsets.ts';

/** What became of words, as they are tinted. */
type FateTone = `fate-${PageFate['fate']}`;

/** Words of a page that are lit. Later tones are drawn over earlier ones. */
type Tone = FateTone | 'differs' | 'proposed' | 'cited' | 'match' | 'pointed' | 'target' | 'selected';
export type Lit = { readonly start: number; readonly end: number; readonly tone: Tone; readonly label: string };

const FATE_TONES: readonly FateTone[] = ['fate-left-out', 'fate-folded', 'fate-fact'];
const TONES: readonly Tone[] = [
  ...FATE_TONES,
  'differs',
  'proposed',
  'cited',
  'match',
  'pointed',
  'target',
  'selected',
];

const pairs = (offsets: readonly number[]): Lit[] =>
  Array.from({ length: Math.floor(offsets.length / 2) }, (_, index) => ({
    start: offsets[2 * index] ?? 0,
    end: offsets[2 * index + 1] ?? 0,
    tone: 'match',
    label: 'Search hit',
  }));

type ToLight = {
  readonly citations: readonly Citation[];
  /** The fact, or else the visit, that is pointed at elsewhere. */
  readonly pointed: { readonly entry: string | null; readonly visit: string | null };
  readonly matches: readonly number[];
  readonly target: Words | null;
  readonly selected: WordRange | null;
  /** Words that its twin does not have, while the two are compared. */
  readonly differing?: readonly (readonly [start: number, end: number])[];
  /** What became of every word, where pages are tinted by that; citations are then lit only when pointed at. */
  readonly fates?: readonly PageFate[];
};

/** Whether this is the tint of what became of the words. */
export const isFate = ({ tone }: Lit): boolean => tone.startsWith('fate-');

/** Everything that is lit on a page, lowest first. */
export const litOn = ({
  citations,
  pointed,
  matches,
  target,
  selected,
  differing = [],
  fates = [],
}: ToLight): Lit[] => {
  const cited = citations.flatMap((citation): Lit[] => {
    const { span, use, label } = citation;
    const isPointed =
      pointed.entry === null
        ? pointed.visit !== null && citation.visit === pointed.visit
        : citation.entry === pointed.entry;
    const tone = isPointed ? 'pointed' : use;
    const isHidden = tone === 'folded' || (fates.length > 0 && tone !== 'pointed');
    return isHidden ? [] : [{ start: span.start, end: span.end, tone, label }];
  });
  const range =
    selected && selected.anchor !== selected.focus
      ? ([Math.min(selected.anchor, selected.focus), Math.max(selected.anchor, selected.focus)] as const)
      : null;
  const all: Lit[] = [
    ...fates.map((fate): Lit => ({
      start: fate.start,
      end: fate.end,
      tone: `fate-${fate.fate}`,
      label: wordFate(fate),
    })),
    ...differing.map(([start, end]): Lit => ({ start, end, tone: 'differs', label: 'Differs from the other page' })),
    ...cited,
    ...pairs(matches),
    ...(target ? [{ start: target.start, end: target.end, tone: 'target' as const, label: 'Shown words' }] : []),
    ...(range ? [{ start: range[0], end: range[1], tone: 'selected' as const, label: 'Selected words' }] : []),
  ];
  return all.sort((a, b) => TONES.indexOf(a.tone) - TONES.indexOf(b.tone));
};

export type Piece = { readonly start: number; readonly end: number; readonly tones: readonly Tone[] };

/** A range cut wherever something lit begins or ends, each piece with the tones that it has. */
export const cutByLit = (start: number, end: number, lit: readonly Lit[], edges: readonly number[] = []): Piece[] => {
  const inside = lit.filter((one) => one.start < end && one.end > start);
  const cuts = [...new Set([start, end, ...edges, ...inside.flatMap((one) => [one.start, one.end])])]
    .filter((at) => at >= start && at <= end)
    .sort((a, b) => a - b);
  return cuts.slice(1).map((to, index) => {
    const from = cuts[index] ?? start;
    return {
      start: from,
      end: to,
      tones: inside.filter((one) => one.start < to && one.end > from).map(({ tone }) => tone),
    };
  });
};
