import { findDrift } from '../../main/reading/drift/find-drift.ts';
import type { RecordId } from '../../shared/ids.ts';
import { splitSentences } from '../../shared/split-sentences.ts';
import { paraphrase } from './paraphrase.ts';
import { PLANTED_CHANGES } from './plant-changes.ts';

export type ParaphraseFigures = {
  readonly sentences: number;
  readonly marked: readonly { readonly text: string; readonly quote: string; readonly marks: readonly string[] }[];
  readonly planted: readonly {
    readonly kind: string;
    readonly text: string;
    readonly quote: string;
    readonly isNoticed: boolean;
  }[];
};

const LATEST = '2018-12-31';

const marksOf = (text: string, quote: string): string[] =>
  findDrift(
    { text, sources: [{ record: 'r1' as RecordId, page: 1, start: 0, end: quote.length, quote }] },
    [],
    LATEST,
  ).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);

/** What is marked in sentences whose sources are paraphrases of them, as they are and with one change planted in each. */
export const measureParaphrases = (texts: readonly string[], most: number): ParaphraseFigures => {
  const sentences = texts.flatMap((text) => splitSentences(text).map((sentence) => sentence.text));
  const pairs = sentences.map((text, at) => ({ text, quote: paraphrase(text, at, LATEST) }));
  const changes = Object.entries(PLANTED_CHANGES).map(([kind, plant]) =>
    pairs.flatMap(({ text, quote }) => {
      const changed = plant(text);
      return changed === text ? [] : [{ kind, text: changed, quote }];
    }),
  );
  // Of the rare kinds all, of the others as many as it takes.
  const planted = changes
    .toSorted((a, b) => a.length - b.length)
    .reduce<{ rest: number; kinds: number; taken: (typeof changes)[number] }>(
      ({ rest, kinds, taken }, ofKind) => {
        const some = ofKind.slice(0, Math.ceil(rest / kinds));
        return { rest: rest - some.length, kinds: kinds - 1, taken: [...taken, ...some] };
      },
      { rest: most, kinds: changes.length, taken: [] },
    ).taken;
  return {
    sentences: pairs.length,
    marked: pairs.flatMap(({ text, quote }) => {
      const marks = marksOf(text, quote);
      return marks.length === 0 ? [] : [{ text, quote, marks }];
    }),
    planted: planted.map((one) => ({ ...one, isNoticed: marksOf(one.text, one.quote).length > 0 })),
  };
};
