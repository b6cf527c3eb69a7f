import type { HeaderProposal, ItemProposal } from '../../../shared/case.ts';
import type { FoundOddity } from '../../../shared/oddity.ts';
import type { Identity } from '../../letters/checks/check.ts';
import { collectIdentities } from '../../letters/collect-identities.ts';
import type { RecordDescription } from '../../reading/describe-record.ts';
import { joinTwins, type TwinRun } from '../../reading/join-twins.ts';
import { findOddities } from '../../reading/odd/find-oddities.ts';
import type { OddContext, OddDocument } from '../../reading/odd/odd-document.ts';
import { findLookTwins } from '../../reading/find-look-twins.ts';
import { findTwins } from '../../reading/page-sketch.ts';
import { proposeEntries, type ReadingContext } from '../../reading/propose-entries.ts';
import { proposeHeader } from '../../reading/propose-header.ts';
import { proposeItems } from '../../reading/propose-items.ts';
import type { RecordText } from '../../reading/record-text.ts';
import { splitFile, type RecordContext, type SplitFile } from '../../reading/records/split-records.ts';
import type { VisitContext } from '../../reading/visits/visits-of.ts';
import type { KnownProposals } from '../../store/proposals.ts';
import type { SketchedPage } from '../../store/twins.ts';
import { joinVisits, type JoinedVisits } from './join-visits.ts';
import { packDrafts, unpackDrafts } from './pack-drafts.ts';

/** Pages of one document, with what is known of it. */
export type DocumentPages = { readonly text: RecordText; readonly description: RecordDescription };
/** What the records tell of the case: values of its header, requests, and who the people in it are. */
export type CaseProposals = {
  readonly header: HeaderProposal[];
  readonly items: ItemProposal[];
  readonly identities: Identity[];
};

/** All that takes long over the text of records: pure, and run in the thread of reading. */
export const READING_TASKS = {
  /** The documents that a file seems to hold, and whom it names. */
  splitFile: (file: RecordText, context: RecordContext): SplitFile => splitFile(file, context),
  /** The timeline drafts of some pages, packed: they are kept as they come. */
  readPages: (parts: readonly DocumentPages[], context: ReadingContext): string =>
    packDrafts(parts.flatMap(({ text, description }) => proposeEntries(text, description, context))),
  joinDrafts: (drafts: readonly string[], known: KnownProposals, context: VisitContext): JoinedVisits =>
    joinVisits(drafts.flatMap(unpackDrafts), known, context),
  proposeCase: (records: readonly RecordText[], context: ReadingContext): CaseProposals => ({
    header: proposeHeader(records, context),
    items: proposeItems(records, context),
    identities: collectIdentities(records.flatMap(({ pages }) => pages.map(({ text }) => text))),
  }),
  findOddities: (documents: readonly OddDocument[], context: OddContext): FoundOddity[] =>
    findOddities(documents, context),
  /** Pages with enough words are known by them, the others by their pictures. */
  findTwins: (pages: readonly SketchedPage[]): TwinRun<SketchedPage>[] =>
    joinTwins([
      ...findTwins(pages.map((page) => ({ page, sketch: page.sketch }))),
      ...findLookTwins(pages.filter(({ sketch }) => sketch.length === 0).map((page) => ({ page, look: page.look }))),
    ]),
};
