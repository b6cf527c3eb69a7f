import type { EntryKind } from '../../shared/entry.ts';
import type { PartialDate } from '../../shared/partial-date.ts';
import type { RecordDescription } from './describe-record.ts';
import type { Dating, Encounter } from './find-encounters.ts';
import type { SectionKind } from './heading-words.ts';
import { spanOf, type PageRange, type RecordText } from './record-text.ts';
import type { Speech } from './statement/write-statement.ts';
import type { ToldDraft, ToldIn } from './visits/told-draft.ts';

/** What every proposer knows of the document that it reads. */
export type Reading = {
  readonly source: RecordText;
  readonly description: RecordDescription;
  /** What the record's author practises; empty where nothing tells. */
  readonly specialty: string;
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

const firstPlace = ({ head, lines }: Encounter): PageRange | null =>
  head ?? lines.find(({ text }) => text !== '') ?? null;

const toldIn = ({ source, description, specialty }: Reading, visit: Encounter, proposal: Proposal): ToldIn => {
  const head = firstPlace(visit);
  return {
    key: head === null ? source.record : `${source.record}:${String(head.page)}:${String(head.start)}`,
    head: head === null ? null : spanOf(source, head),
    record: description.kind,
    specialty,
    section: proposal.section,
    isOwnDay: proposal.kind !== 'injury' && proposal.dating.date === visit.date,
  };
};

/**
 * The draft of a proposal told in `visit`, its sources quoted off the page and its author named as printed.
 */
export const toDraft = (reading: Reading, visit: Encounter, proposal: Proposal): ToldDraft => {
  const { source, description } = reading;
  const { kind, text, ranges, dating, reason } = proposal;
  return {
    date: dating.date,
    dateText: dating.dateText,
    dateKind: dating.dateKind,
    kind,
    text,
    provider: description.provider,
    reason,
    sources: ranges.map((range) => spanOf(source, range)),
    toldIn: toldIn(reading, visit, proposal),
  };
};
