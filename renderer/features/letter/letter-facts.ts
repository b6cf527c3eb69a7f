import type { Item } from '../../../shared/item.ts';
import type { PageRow } from '../../../shared/page.ts';
import type { TextSpan } from '../../../shared/span.ts';
import type { Sentence } from '../../../shared/summary.ts';
import type { Fact } from '../../ui/facts.tsx';

const words = (text: string): number => text.match(/\S+/g)?.length ?? 0;
const counted = (count: number, one: string): string =>
  `${count.toLocaleString('en-US')} ${one}${count === 1 ? '' : 's'}`;
const inFigures = (count: number): string => count.toLocaleString('en-US');

/** The result of the whole letter, as its items make it. */
const wholeResult = (items: readonly Pick<Item, 'decision'>[]): string => {
  const decisions = new Set(items.map(({ decision }) => decision));
  if (items.length === 0 || decisions.has(null)) return 'open';
  return decisions.size > 1 ? 'partly overturned' : decisions.has('Upheld') ? 'all upheld' : 'all overturned';
};

/** The parts of the letter: how long the summary is, each item with its decision, and what they make together. */
export const partFacts = (sentences: readonly Sentence[], items: readonly Item[]): Fact[] => [
  {
    name: 'Clinical summary',
    value: `${counted(words(sentences.map(({ text }) => text).join(' ')), 'word')}, ${counted(sentences.flatMap(({ sources }) => sources).length, 'source')}`,
  },
  ...items.map(({ heading, decision }, index): Fact => ({
    name: `Item ${String(index + 1)}, ${heading.length > 34 ? `${heading.slice(0, 32).trimEnd()} …` : heading}`,
    value: decision ?? 'not decided',
    tone: decision === null ? 'block' : undefined,
  })),
  { name: 'Whole letter', value: wholeResult(items) },
];

/** The pages of the file, accounted for so that read and unread add up to all of them. */
export const pageFacts = (
  pages: readonly PageRow[],
  sentences: readonly Sentence[],
  items: readonly Item[],
): Fact[] => {
  const key = ({ record, page }: Pick<TextSpan, 'record' | 'page'>): string => `${record}/${String(page)}`;
  const spans = [
    ...sentences.flatMap(({ sources }) => sources),
    ...items.flatMap(({ evidence }) => evidence.map(({ span }) => span)),
  ];
  const cited = new Set(spans.map(key));
  const read = pages.filter(({ isRead }) => isRead).length;
  return [
    { name: 'Read', value: inFigures(read) },
    { name: 'Not read', value: inFigures(pages.length - read), tone: pages.length > read ? 'warn' : undefined },
    { name: 'All pages', value: inFigures(pages.length) },
    { name: 'Of these, words typed by eye', value: inFigures(pages.filter(({ source }) => source === 'eye').length) },
    {
      name: 'Of these, cited',
      value: inFigures(pages.filter(({ record, number }) => cited.has(key({ record, page: number }))).length),
    },
  ];
};
