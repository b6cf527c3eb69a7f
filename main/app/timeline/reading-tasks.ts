import { createHash } from 'node:crypto';
import type { HeaderProposal, ItemProposal } from '../../../shared/case.ts';
import type { EntryDraft } from '../../../shared/entry.ts';
import type { Identity } from '../../letters/checks/check.ts';
import { collectIdentities } from '../../letters/collect-identities.ts';
import type { RecordDescription } from '../../reading/describe-record.ts';
import { joinProposals } from '../../reading/join-proposals.ts';
import { joinTwins, type TwinRun } from '../../reading/join-twins.ts';
import { findLookTwins } from '../../reading/find-look-twins.ts';
import { findTwins } from '../../reading/page-sketch.ts';
import { proposeEntries, type ReadingContext } from '../../reading/propose-entries.ts';
import { proposeHeader } from '../../reading/propose-header.ts';
import { proposeItems } from '../../reading/propose-items.ts';
import type { RecordText } from '../../reading/record-text.ts';
import { splitRecords, type ProposedRecord } from '../../reading/records/split-records.ts';
import type { KnownProposal } from '../../store/entries.ts';
import type { SketchedPage } from '../../store/twins.ts';
import { packDrafts, unpackDrafts } from './pack-drafts.ts';

/** Pages of one document, with what is known of it. */
export type DocumentPages = { readonly text: RecordText; readonly description: RecordDescription };
export type ProposalDraft = { readonly key: string; readonly entry: EntryDraft };
/**
 * Proposals that are not known yet, whose words are others by now, or that may rest on more than they did, in stretches
 * of JSON in UTF-8 (arrays of {@link ProposalDraft}; as bytes they change hands and nobody copies them), and the known
 * ones that are found no more.
 */
export type JoinedDrafts = { readonly found: readonly Uint8Array<ArrayBuffer>[]; readonly gone: readonly string[] };
/** What the records tell of the case: values of its header, requests, and who the people in it are. */
export type CaseProposals = {
  readonly header: HeaderProposal[];
  readonly items: ItemProposal[];
  readonly identities: Identity[];
};

/** Names a proposal by what it rests on: the same words of the same record for the same kind are the same proposal. */
const keyOf = ({ kind, date }: EntryDraft, source: EntryDraft['sources'][number] | undefined): string =>
  createHash('sha256')
    .update(JSON.stringify([kind, date, source?.record, source?.page, source?.start, source?.end]))
    .digest('hex')
    .slice(0, 32);

/** One that was proposed before from any of its sources keeps its name, whatever else says the same by now. */
const named = (entry: EntryDraft, known: ReadonlyMap<string, string>): ProposalDraft => {
  const again = entry.sources.map((source) => keyOf(entry, source)).find((key) => known.has(key));
  return { key: again ?? keyOf(entry, entry.sources[0]), entry };
};

const STRETCH = 100;

const stretches = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / STRETCH) }, (_, at) => all.slice(at * STRETCH, (at + 1) * STRETCH));

/** All that takes long over the text of records: pure, and run in the thread of reading. */
export const READING_TASKS = {
  /** The documents that a file seems to hold. */
  splitFile: (file: RecordText, { latest }: ReadingContext): ProposedRecord[] => splitRecords(file, { latest }),
  /** The timeline drafts of some pages, packed: they are kept as they come. */
  readPages: (parts: readonly DocumentPages[], context: ReadingContext): string =>
    packDrafts(parts.flatMap(({ text, description }) => proposeEntries(text, description, context))),
  joinDrafts: (drafts: readonly string[], known: readonly KnownProposal[]): JoinedDrafts => {
    const old = new Map(known.map(({ key, text }) => [key, text]));
    const proposals = joinProposals(drafts.flatMap(unpackDrafts)).map((entry) => named(entry, old));
    const keys = new Set<string>();
    const found = proposals.filter(({ key, entry }) => {
      const isRepeated = keys.has(key);
      keys.add(key);
      return !isRepeated && (old.get(key) !== entry.text || entry.sources.length > 1);
    });
    return {
      found: stretches(found).map((stretch) => new TextEncoder().encode(JSON.stringify(stretch))),
      gone: [...old.keys()].filter((key) => !keys.has(key)),
    };
  },
  proposeCase: (records: readonly RecordText[], context: ReadingContext): CaseProposals => ({
    header: proposeHeader(records, context),
    items: proposeItems(records, context),
    identities: collectIdentities(records.flatMap(({ pages }) => pages.map(({ text }) => text))),
  }),
  /** Pages with enough words are known by them, the others by their pictures. */
  findTwins: (pages: readonly SketchedPage[]): TwinRun<SketchedPage>[] =>
    joinTwins([
      ...findTwins(pages.map((page) => ({ page, sketch: page.sketch }))),
      ...findLookTwins(pages.filter(({ sketch }) => sketch.length === 0).map((page) => ({ page, look: page.look }))),
    ]),
};
