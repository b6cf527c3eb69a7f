import type { Ref } from 'react';
import { isFate } from './lit.ts';
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

/** Over the words, unseen: what became of them is told to whoever rests the mouse on them. */
export const FateTitles = ({ words: { lines, reach }, lit }: Omit<Props, 'targetRef'>) => (
  <div className="highlights fate-titles" aria-hidden="true">
    {lit
      .filter(isFate)
      .flatMap(({ start, end, label }) =>
        boxesOfRange(lines, start, end, reach).map((box, index) => (
          <span key={`${String(start)} ${String(index)}`} className="lit" style={at(box, 1)} title={label} />
        )),
      )}
  </div>
);

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
