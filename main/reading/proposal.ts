import type { EntryDraft, EntryKind } from '../../shared/entry.ts';
import type { PartialDate } from '../../shared/partial-date.ts';
import type { RecordDescription } from './describe-record.ts';
import type { Dating } from './find-encounters.ts';
import type { SectionKind } from './heading-words.ts';
import { spanOf, type PageRange, type RecordText } from './record-text.ts';
import type { Speech } from './statement/write-statement.ts';

/** What every proposer knows of the document that it reads. */
export type Reading = {
  readonly source: RecordText;
  readonly description: RecordDescription;
  readonly speech: Speech;
  readonly latest: PartialDate;
  readonly dateOfInjury: PartialDate | null;
  /** A note without any heading: its fragments are told as well as its sentences. */
  readonly isPlain: boolean;
};

export type Proposal = {
  readonly kind: EntryKind;
  readonly text: string;
  readonly ranges: readonly PageRange[];
  readonly dating: Pick<Dating, 'date' | 'dateText' | 'dateKind' | 'isAbout'>;
  readonly reason: string;
  /** Under what heading it stands: what is told there weighs differently. */
  readonly section: SectionKind;
};

/** The draft of a proposal, its sources quoted off the page and its author named as printed. */
export const toDraft = (
  { source, description }: Reading,
  { kind, text, ranges, dating, reason }: Proposal,
): EntryDraft => ({
  date: dating.date,
  dateText: dating.dateText,
  dateKind: dating.dateKind,
  kind,
  text,
  provider: description.provider,
  reason,
  sources: ranges.map((range) => spanOf(source, range)),
});
