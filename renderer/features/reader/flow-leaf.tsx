import type { Ref } from 'react';
import type { FlowLeaf } from '../../../shared/page.ts';
import { cutByLit, isFate } from './lit.ts';
import type { Lit } from './lit.ts';

export type LeafProps = {
  readonly text: string;
  readonly leaf: FlowLeaf;
  readonly lit: readonly Lit[];
  readonly targetRef: Ref<HTMLElement>;
};

/** A range of the page's text, cut where its formatting or its lighting changes; every piece knows its offset. */
export const Leaf = ({ text, leaf, lit, targetRef }: LeafProps) => {
  const edges = leaf.runs.flatMap(({ start, end }) => [start, end]);
  return cutByLit(
    leaf.start,
    leaf.end,
    lit.filter(({ tone }) => tone !== 'selected'),
    edges,
  ).map(({ start, end, tones }) => {
    const run = leaf.runs.find((one) => one.start <= start && one.end >= end);
    const fate = lit.find((one) => isFate(one) && one.start <= start && one.end >= end);
    const names = [
      run?.bold ? 'bold' : '',
      run?.italic ? 'italic' : '',
      tones.length > 0 ? `lit ${tones.at(-1) ?? ''}` : '',
    ].filter((name) => name !== '');
    return (
      <span
        key={start}
        data-start={start}
        className={names.join(' ')}
        title={fate?.label}
        {...(tones.includes('target') ? { ref: targetRef } : {})}
      >
        {text.slice(start, end)}
      </span>
    );
  });
};
