import { memo } from 'react';
import type { CSSProperties } from 'react';
import type { Word } from '../../data/word-boxes.ts';
import { LAYER_FONT, widthOf } from './measure.ts';

/** A word fills its box exactly: its own width is stretched to the box's. */
const styleOf = ({ left, top, right, bottom }: Word, text: string): CSSProperties => {
  const size = bottom - top;
  return {
    left,
    top,
    height: size,
    lineHeight: `${size}px`,
    fontSize: size,
    transform: `scaleX(${(right - left) / (widthOf(text) * size)})`,
  };
};

/** The page's words as invisible text, each exactly over its picture; one pixel is a point. */
export const TextLayer = memo(({ text, words }: { readonly text: string; readonly words: readonly Word[] }) => (
  <div className="text-layer" style={{ fontFamily: LAYER_FONT }}>
    {words.map((word) => {
      const letters = text.slice(word.start, word.end);
      return (
        <span key={word.start} data-start={word.start} style={styleOf(word, letters)}>
          {letters}
        </span>
      );
    })}
  </div>
));
TextLayer.displayName = 'TextLayer';
