import { z } from 'zod';
import { CaseFacts, CaseOverview, CaseRow, HeaderProposal, ItemProposal } from './case.ts';
import { decisionMethods } from './decision-methods.ts';
import { DateKind, Entry, EntryDraft, EntryState } from './entry.ts';
import { CaseId, EntryId, FileToken, PageId, RecordId } from './ids.ts';
import { LetterHeader, NewLetter } from './letter.ts';
import { PageTwins, TwinDecision } from './duplicate.ts';
import { done, inCase, method, none } from './method.ts';
import { EyeReason, PageContent, PageRow, TextSource } from './page.ts';
import { FileResult, IntakeRow, IntakeTotals, RecordKind, RecordRow } from './record.ts';
import { Settings } from './settings.ts';
import { TextSpan } from './span.ts';
import { Sentence } from './summary.ts';

/** A date as `imr dates` prints it. */
export const FoundDate = z.strictObject({
  text: z.string(),
  date: z.string(),
  precision: z.enum(['day', 'month', 'year']),
  kind: DateKind,
  page: z.int(),
  start: z.int(),
  end: z.int(),
});

const TextOfFile = z.strictObject({
  pages: z.array(z.strictObject({ page: z.int(), text: z.string(), source: TextSource })),
  messages: z.array(z.string()),
});

/**
 * Everything that can be asked of the backend, in one list. A *query* never writes. A *command* is one transaction and
 * can be undone where it changes a case's drafts. A *job* is long: it reports `job.progress` and can be cancelled.
 * A *host* method is answered by the host itself (dialogs, where a file went).
 * Every host checks input against this list; every reply is a `Reply` of the output.
 */
export const contract = {
  'vault.status': method('query', none, z.strictObject({ exists: z.boolean(), unlocked: z.boolean() })),
  /** Makes the vault; refuses with `exists` where there is one. The recovery key is shown once and kept nowhere. */
  'vault.create': method(
    'command',
    z.strictObject({ passphrase: z.string().min(8, 'must have at least 8 characters') }),
    z.strictObject({ recoveryKey: z.string() }),
  ),
  /** Opens the vault with the passphrase or the recovery key; `wrong-passphrase` otherwise. */
  'vault.unlock': method('command', z.strictObject({ passphrase: z.string() }), done),
  'vault.lock': method('command', none, done),

  'settings.show': method('query', none, Settings),
  'settings.update': method('command', Settings.partial(), Settings),

  'case.list': method('query', none, z.array(CaseRow)),
  /**
   * A case from the parts of a letter, every part optional; the form, where it is left out, and an empty organisation,
   * label and reviewer come from the settings.
   */
  'case.create': method(
    'command',
    z.strictObject({ letter: NewLetter, origin: CaseFacts.shape.origin }),
    z.strictObject({ caseId: CaseId }),
  ),
  'case.show': method('query', inCase, CaseOverview),
  'case.update': method(
    'command',
    z.strictObject({
      caseId: CaseId,
      facts: CaseFacts.omit({ origin: true, header: true }).extend({ header: LetterHeader.partial() }).partial(),
    }),
    done,
  ),
  /** Destroys the case's key, then its file. */
  'case.erase': method('command', inCase, done),
  /** Makes the sample case with its records imported and nothing decided yet. */
  'case.openSample': method('job', none, z.strictObject({ caseId: CaseId })),
  /** Header values and items found in the case's records. */
  'case.propose': method(
    'query',
    inCase,
    z.strictObject({ header: z.array(HeaderProposal), items: z.array(ItemProposal) }),
  ),

  'record.list': method('query', inCase, z.array(RecordRow)),
  /**
   * Imports the files, folders and archives behind the tokens; one result a file, in the order given, an archive's
   * files behind it. The password is tried on those that need one.
   */
  'record.import': method(
    'job',
    z.strictObject({ caseId: CaseId, files: z.array(FileToken), password: z.string().max(1000).default('') }),
    z.strictObject({ files: z.array(FileResult) }),
  ),
  'record.update': method(
    'command',
    z.strictObject({
      caseId: CaseId,
      recordId: RecordId,
      title: z.string().optional(),
      kind: RecordKind.optional(),
      provider: z.string().optional(),
    }),
    done,
  ),

  /** Every file that was ever given to the case, and what became of it. */
  'intake.list': method('query', inCase, z.strictObject({ files: z.array(IntakeRow), totals: IntakeTotals })),
  /** Goes on with what a cancelled or killed import left; one result a file. */
  'intake.resume': method('job', inCase, z.strictObject({ files: z.array(FileResult) })),
  /** Gives up what is still waiting: it is listed as skipped. */
  'intake.discard': method('command', inCase, done),
  /**
   * Reads a file again that was not imported, from its kept original: with a password, or after what stopped it is
   * gone. An archive's line stands for the files in it. Refuses with `refused` where nothing was kept.
   */
  'intake.retry': method(
    'job',
    z.strictObject({ caseId: CaseId, id: z.int(), password: z.string().max(1000).default('') }),
    z.strictObject({ files: z.array(FileResult) }),
  ),
  /**
   * Writes the untouched original behind a line of the ledger, whatever became of it, byte for byte. Refuses with
   * `not-found` where it was not kept.
   */
  'intake.original': method(
    'job',
    z.strictObject({ caseId: CaseId, id: z.int(), target: FileToken }),
    z.strictObject({ name: z.string(), sha256: z.string() }),
  ),
  /** Writes the untouched original of a record, byte for byte. */
  'record.original': method(
    'job',
    z.strictObject({ caseId: CaseId, recordId: RecordId, target: FileToken }),
    z.strictObject({ name: z.string(), sha256: z.string() }),
  ),

  /**
   * Runs of pages that may have come twice, the likest first, with what was decided about them. Nothing is dropped by
   * itself.
   */
  'duplicate.list': method('query', inCase, z.array(PageTwins)),
  'duplicate.decide': method(
    'command',
    z.strictObject({ caseId: CaseId, id: z.string().max(80), decision: TwinDecision }),
    done,
  ),

  'page.list': method('query', z.strictObject({ caseId: CaseId, recordId: RecordId.optional() }), z.array(PageRow)),
  'page.show': method('query', z.strictObject({ caseId: CaseId, pageId: PageId }), PageContent),
  'page.markRead': method(
    'command',
    z.strictObject({ caseId: CaseId, pageIds: z.array(PageId), isRead: z.boolean() }),
    done,
  ),

  /** How far the recognition of the case's pages is; it goes on by itself in the background while the case is open. */
  'ocr.status': method(
    'query',
    inCase,
    z.strictObject({
      /** Pages still to be recognised. */
      waiting: z.int(),
      /** Pages whose words were recognised, whenever that was. */
      recognised: z.int(),
      state: z.enum(['idle', 'running', 'paused']),
      /** Null until some pages are done. */
      pagesAMinute: z.number().nullable(),
    }),
  ),
  /** Recognises every page that waits for it, and ends when none does; progress is in pages. */
  'ocr.run': method('job', inCase, z.strictObject({ recognised: z.int(), failed: z.int() })),
  /** Holds the recognition in the background, until it is resumed or the case is opened again. */
  'ocr.pause': method('command', inCase, done),
  'ocr.resume': method('command', inCase, done),
  /** Recognises this page before all others: it is being looked at. */
  'ocr.first': method('command', z.strictObject({ caseId: CaseId, pageId: PageId }), done),

  /** The pages whose words are uncertain or missing, settled ones too, in the order of the case. */
  'eye.list': method('query', inCase, z.array(z.strictObject({ page: PageRow, title: z.string(), reason: EyeReason }))),
  /**
   * States that the words of pages stand as they were recognised, or that a page without words has none worth typing.
   */
  'page.confirm': method('command', z.strictObject({ caseId: CaseId, pageIds: z.array(PageId) }), done),
  /**
   * Puts the reviewer's own reading in place of a page's words; the words found before stay known and undo brings them
   * back.
   */
  'page.type': method(
    'command',
    z.strictObject({ caseId: CaseId, pageId: PageId, text: z.string().max(200_000) }),
    done,
  ),

  /** Full-text search, best first. Words are joined by AND; `"..."` is a phrase; a word ending in `*` a prefix. */
  'search.run': method(
    'query',
    z.strictObject({ caseId: CaseId, query: z.string(), limit: z.int().min(1).max(1000).default(100) }),
    z.strictObject({
      total: z.int(),
      hits: z.array(
        z.strictObject({
          record: RecordId,
          title: z.string(),
          page: z.int(),
          pageId: PageId,
          snippet: z.string(),
          /** Offsets of every match in the page's text, start and end alternating. */
          matches: z.array(z.int()),
        }),
      ),
    }),
  ),

  'timeline.list': method('query', inCase, z.array(Entry)),
  /** Reads the pages again and adds what is newly found; what was accepted, edited or rejected stays as it is. */
  'timeline.propose': method('job', inCase, z.strictObject({ added: z.int() })),
  'timeline.add': method(
    'command',
    z.strictObject({ caseId: CaseId, entry: EntryDraft }),
    z.strictObject({ id: EntryId }),
  ),
  'timeline.edit': method(
    'command',
    z.strictObject({ caseId: CaseId, id: EntryId, change: EntryDraft.omit({ reason: true }).partial() }),
    done,
  ),
  'timeline.decide': method(
    'command',
    z.strictObject({ caseId: CaseId, ids: z.array(EntryId), state: EntryState }),
    done,
  ),
  /** Joins entries into the first one: its words stand, the sources of all are kept. */
  'timeline.merge': method('command', z.strictObject({ caseId: CaseId, ids: z.array(EntryId).min(2) }), done),

  'summary.show': method('query', inCase, z.array(Sentence)),
  /** Writes the accepted entries as prose; sentences whose entries stand in the summary already are kept as edited. */
  'summary.compose': method('command', inCase, z.array(Sentence)),
  /** The whole prose after an edit: sentences keep their identity and sources as far as they can be recognised. */
  'summary.write': method('command', z.strictObject({ caseId: CaseId, text: z.string() }), z.array(Sentence)),
  'summary.cite': method(
    'command',
    z.strictObject({ caseId: CaseId, sentence: Sentence.shape.id, sources: z.array(TextSpan) }),
    done,
  ),

  ...decisionMethods,

  /** One-off import: the text of a file, nothing kept. */
  'file.text': method('job', z.strictObject({ file: FileToken }), TextOfFile),
  /** One-off import: every date in a file, nothing kept. */
  'file.dates': method('job', z.strictObject({ file: FileToken }), z.array(FoundDate)),

  /** Where to write a file: a save dialog in Electron, a download over loopback. Null: the user closed the dialog. */
  'host.chooseTarget': method(
    'host',
    z.strictObject({ suggestedName: z.string() }),
    z.strictObject({ file: FileToken.nullable() }),
  ),
  /**
   * After an export: shows the written file in its folder (Electron) or gives the address it can be fetched from once.
   */
  'host.revealTarget': method(
    'host',
    z.strictObject({ file: FileToken }),
    z.strictObject({ url: z.string().nullable() }),
  ),

  /** Takes back the last change to the case's drafts; `refused` where there is none. */
  'change.undo': method('command', inCase, z.strictObject({ method: z.string() })),
  'change.redo': method('command', inCase, z.strictObject({ method: z.string() })),
} as const;

export type Contract = typeof contract;
export type Method = keyof Contract;
export type Input<M extends Method> = z.input<Contract[M]['input']>;
export type ParsedInput<M extends Method> = z.output<Contract[M]['input']>;
export type Output<M extends Method> = z.output<Contract[M]['output']>;

/** Names what changed, so that queries read again; nobody ships new state. */
export const Topic = z.enum([
  'vault',
  'settings',
  'cases',
  'case',
  'records',
  'pages',
  'timeline',
  'summary',
  'items',
  'letter',
  'duplicates',
  'precedents',
]);
export type Topic = z.infer<typeof Topic>;

/** The two events. `callId` is the caller's own number for the job. Progress comes at most ten times a second. */
export const AppEvent = z.discriminatedUnion('event', [
  z.strictObject({
    event: z.literal('job.progress'),
    callId: z.string(),
    done: z.number(),
    total: z.number(),
    note: z.string(),
  }),
  z.strictObject({ event: z.literal('data.changed'), caseId: CaseId.nullable(), topics: z.array(Topic) }),
]);
export type AppEvent = z.infer<typeof AppEvent>;
