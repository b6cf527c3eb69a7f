import { useEffect, useState } from 'react';
import type { RefObject } from 'react';
import type { TextSpan } from '../../../shared/span.ts';
import type { ShortSource } from '../../data/source-label.ts';
import { openSpan } from '../../data/workspace-state.ts';
import { SourceLink } from '../../ui/source-link.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { PlacedSentence } from './place-sentences.ts';

/** The lowest two margin notes may stand to each other, in pixels. */
const LINE = 24;

/** The place of a text offset in the editor: its paragraphs are joined by one line break each. */
const rectAt = (prose: Element, offset: number): DOMRect | null => {
  let at = 0;
  for (const paragraph of prose.querySelectorAll('p')) {
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const length = node.textContent?.length ?? 0;
      if (offset < at + length) {
        const range = document.createRange();
        range.setStart(node, offset - at);
        range.setEnd(node, offset - at + 1);
        return range.getBoundingClientRect();
      }
      at += length;
    }
    at += 1;
  }
  return null;
};

/** Notes go down until each has its own line. */
const spreadNotes = (tops: readonly number[]): number[] =>
  tops.reduce<number[]>((placed, top) => [...placed, Math.max(top, (placed.at(-1) ?? -LINE) + LINE)], []);

/** The height of each sentence's first line within the frame, followed as the prose changes its shape. */
const useTops = (frame: RefObject<HTMLElement | null>, sentences: readonly PlacedSentence[]): readonly number[] => {
  const [tops, setTops] = useState<readonly number[]>([]);
  useEffect(() => {
    const prose = frame.current?.querySelector('.prose');
    if (!prose) return undefined;
    const measure = (): void => {
      const top = frame.current?.getBoundingClientRect().top ?? 0;
      setTops(spreadNotes(sentences.map(({ start }) => (rectAt(prose, start)?.top ?? top) - top)));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(prose);
    return () => observer.disconnect();
  }, [frame, sentences]);
  return tops;
};

/** The first source by record and page, and how many others there are. */
type Note = { readonly record: string; readonly place: string };

const noteOf = (sources: readonly TextSpan[], shortSource: Props['shortSource']): Note | null => {
  const places = [...new Map(sources.map((source) => [`${source.record} ${String(source.page)}`, source])).values()];
  const [first] = places;
  if (first === undefined) return null;
  const { record, page } = shortSource(first);
  return { record, place: `, ${page}${places.length > 1 ? ` +${String(places.length - 1)}` : ''}` };
};

type Props = {
  readonly frame: RefObject<HTMLElement | null>;
  readonly sentences: readonly PlacedSentence[];
  readonly sourceLabel: (source: TextSpan) => string;
  readonly shortSource: (source: TextSpan) => ShortSource;
};

/** Beside each sentence the record and page that it rests on; a sentence without any says so. */
export const SourceMargin = ({ frame, sentences, sourceLabel, shortSource }: Props) => {
  const tops = useTops(frame, sentences);
  return (
    <ul className="source-margin" aria-label="Sources of the sentences">
      {sentences.map(({ sentence, number }, index) => {
        const [first] = sentence.sources;
        const note = noteOf(sentence.sources, shortSource);
        return (
          <li key={sentence.id} style={{ top: tops[index] ?? 0 }}>
            {first && note ? (
              <SourceLink
                label={`Sentence ${String(number)}: ${note.record}${note.place}`}
                title={sentence.sources.map(sourceLabel).join('; ')}
                onPress={() => openSpan(first)}
              >
                <span className="margin-record">{note.record}</span>
                <span>{note.place}</span>
              </SourceLink>
            ) : (
              <span className="no-source">
                <Icon name="warning" size={12} />
                <span aria-hidden="true">no source</span>
                <span className="visually-hidden">Sentence {number} has no source</span>
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
};
