import type { EntryDraft } from '../../../shared/entry.ts';
import type { RecordKind } from '../../../shared/record.ts';
import type { TextSpan } from '../../../shared/span.ts';
import { contentWords } from '../content-words.ts';
import type { SectionKind } from '../heading-words.ts';

/** The encounter in whose lines a statement stands, as reading a record knows it. */
export type ToldIn = {
  /** The same encounter of the same file has the same key, whatever its record is split into. */
  readonly key: string;
  /** The date that heads it; where none does, its first line. */
  readonly head: TextSpan | null;
  readonly record: RecordKind;
  readonly specialty: string;
  readonly section: SectionKind;
  /** False for what the words put on another day than the encounter's. */
  readonly isOwnDay: boolean;
};

/** A draft with the encounter that it was told in; drafts of earlier versions have none. */
export type ToldDraft = EntryDraft & { readonly toldIn?: ToldIn };

const words = new WeakMap<ToldDraft, ReadonlySet<string>>();

/** The words that tell what a draft is about, found once for each. */
export const wordsOf = (draft: ToldDraft): ReadonlySet<string> => {
  const known = words.get(draft);
  if (known !== undefined) return known;
  const found = contentWords(draft.text);
  words.set(draft, found);
  return found;
};
