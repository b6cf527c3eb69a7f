import type { Ref } from 'react';
import type { Lit } from './lit.ts';
import { boxesOfRange } from '../../data/word-boxes.ts';
import type { Box } from '../../data/word-boxes.ts';
import type { PageWords } from './use-words.ts';

const at = ({ left, top, right, bottom }: Box, ease: number) => ({
  left: left - ease,
  top: top - ease,
  width: right - left + 2 * ease,
  height: bottom - top + 2 * ease,
});

type Props = { readonly words: PageWords; readonly lit: readonly Lit[]; readonly targetRef: Ref<HTMLElement> };

/** What is lit, drawn between the picture and its words. The first box of the words jumped to gets `targetRef`. */
export const Highlights = ({ words: { lines, reach }, lit, targetRef }: Props) => (
  <div className="highlights" aria-hidden="true">
    {lit.flatMap(({ start, end, tone }) =>
      boxesOfRange(lines, start, end, reach).map((box, index) => (
        <span
          key={`${tone} ${String(start)} ${String(index)}`}
          className={`lit ${tone}`}
          style={at(box, 1)}
          {...(tone === 'target' && index === 0 ? { ref: targetRef } : {})}
        />
      )),
    )}
  </div>
);
