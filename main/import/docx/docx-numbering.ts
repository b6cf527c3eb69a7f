import type { ListLevel } from '../flow/list-counter.ts';
import { createListCounter } from '../flow/list-counter.ts';
import { walkXml } from '../xml/walk-xml.ts';

/** Gives the marker of the next paragraph of a list, such as `3.` or a bullet; empty when the list shows none. */
export type NextMarker = (numId: string, depth: number) => string;

type Numbering = {
  readonly abstracts: Map<string, Map<number, ListLevel>>;
  readonly abstractOf: Map<string, string>;
  readonly starts: Map<string, number>;
};
type LevelDraft = { format: string; text: string; start: number };

const parse = (xml: string): Numbering => {
  const abstracts = new Map<string, Map<number, ListLevel>>();
  const abstractOf = new Map<string, string>();
  const starts = new Map<string, number>();
  let levels: Map<number, ListLevel> | null = null;
  let level: LevelDraft = { format: 'decimal', text: '', start: 1 };
  let num = '';
  let overridden = 0;
  walkXml(xml, {
    open: ({ name, attributes }) => {
      const value = attributes['val'] ?? '';
      if (name === 'abstractNum')
        abstracts.set(attributes['abstractNumId'] ?? '', (levels = new Map<number, ListLevel>()));
      else if (name === 'num') num = attributes['numId'] ?? '';
      else if (name === 'abstractNumId') abstractOf.set(num, value);
      else if (name === 'lvlOverride') overridden = Number(attributes['ilvl'] ?? 0);
      else if (name === 'startOverride') starts.set(`${num}/${overridden}`, Number(value));
      else if (name === 'lvl')
        levels?.set(Number(attributes['ilvl'] ?? 0), (level = { format: 'decimal', text: '', start: 1 }));
      else if (name === 'numFmt') level.format = value;
      else if (name === 'lvlText') level.text = value;
      else if (name === 'start') level.start = Number(value);
    },
    close: ({ name }) => {
      if (name === 'abstractNum') levels = null;
    },
  });
  return { abstracts, abstractOf, starts };
};

/**
 * Counts the lists of a document as Word does (ECMA-376 part 1, 17.9): lists of one definition share their count unless
 * they say otherwise.
 */
export const countLists = (xml: string): NextMarker => {
  const { abstracts, abstractOf, starts } = parse(xml);
  const nextMarker = createListCounter();
  const started = new Set<string>();
  return (numId, depth) => {
    const abstractId = abstractOf.get(numId) ?? '';
    const place = `${numId}/${depth}`;
    const restart = started.has(place) ? undefined : starts.get(place);
    started.add(place);
    return nextMarker(abstractId, abstracts.get(abstractId), depth, restart);
  };
};
