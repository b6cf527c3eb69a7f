import { z } from 'zod';
import { absenceMethods } from './absence-methods.ts';
import { changeOf } from './change-of.ts';
import { CaseFacts, CaseOverview, CaseRow, HeaderProposal, ItemProposal } from './case.ts';
import { decisionMethods } from './decision-methods.ts';
import { documentMethods } from './document-methods.ts';
import { DateKind, Entry, EntryDraft, EntryState } from './entry.ts';
import { hostMethods } from './host-methods.ts';
import { CaseId, EntryId, FileToken, RecordId, VisitId } from './ids.ts';
import { lawMethods } from './law-methods.ts';
import { Letter, LetterHeader, LetterReviewer } from './letter.ts';
import { PageTwins, TwinDecision } from './duplicate.ts';
import { act, command, done, inCase, job, none, query, vaultCommand } from './method.ts';
import { oddityMethods } from './oddity-methods.ts';
import { pageMethods } from './page-methods.ts';
import { TextSource } from './page.ts';
import { FileResult, IntakeRow, IntakeTotals, RecordRow } from './record.ts';
import { Credential, OwnWord, Settings } from './settings.ts';
import { TextSpan } from './span.ts';
import { summaryMethods } from './summary-methods.ts';
import { treatmentMethods } from './treatment-methods.ts';
import { CaseVerification, VaultVerification } from './verification.ts';
import { visitMethods } from './visit-methods.ts';

/** A date as `imr dates` prints it. */
const FoundDate = z.strictObject({
  text: z.string(),
  date: z.string(),
  precision: z.enum(['day', 'month', 'year']),
  kind: DateKind,
  page: z.int(),
  start: z.int(),
  end: z.int(),
  /** Only where letters stand for digits in it, as recognition confuses them. */
  uncertain: z.literal(true).optional(),
});

const TextOfFile = z.strictObject({
  pages: z.array(z.strictObject({ page: z.int(), text: z.string(), source: TextSource })),
  messages: z.array(z.string()),
});

/** The room of the desk in which a row of a draft stands. */
export const DraftRoom = z.enum([
  'case',
  'records',
  'pages',
  'duplicates',
  'searches',
  'oddities',
  'timeline',
  'summary',
  'items',
  'checks',
]);
export type DraftRoom = z.infer<typeof DraftRoom>;

/** What a step of undo took back: the change by its name, and the room and row where it is seen. */
const Undone = z.strictObject({ name: z.string(), room: DraftRoom, id: z.string() });

/**
 * Everything that can be asked of the backend, in one list. A *query* never writes. A *command* is data: one transaction
 * in which everything is read that it writes by; it can be undone where it changes a case's drafts. A *job* is long: it reports `job.progress` and can be cancelled.
 * A *host* method is answered by the host itself (dialogs, where a file went).
 * Every host checks input against this list; every reply is a `Reply` of the output.
 */
export const contract = {
  'vault.status': query(none, z.strictObject({ exists: z.boolean(), unlocked: z.boolean() })),
  /** Makes the vault; refuses with `exists` where there is one. The recovery key is shown once and kept nowhere. */
  'vault.create': act(
    z.strictObject({ passphrase: z.string().min(8, 'must have at least 8 characters') }),
    z.strictObject({ recoveryKey: z.string() }),
  ),
  /** Opens the vault with the passphrase or the recovery key; `wrong-passphrase` otherwise. */
  'vault.unlock': act(z.strictObject({ passphrase: z.string() }), done),
  /** `afterJobs`: not before every import and the like that runs has ended, unless somebody is at work again by then. */
  'vault.lock': act(z.strictObject({ afterJobs: z.boolean().optional() }), done),
  /** Somebody is at work: the time after which the vault locks by itself begins anew. */
  'vault.touch': act(none, done),
  /** What was damaged when the vault was opened, and mended: a sentence each that says what is gone and what is not. */
  'vault.notices': query(none, z.array(z.string())),

  /** How the page was left on this computer: theme, sizes of panes. Known while the vault is locked, so no word of a record. */
  'view.show': query(none, z.record(z.string(), z.string())),
  'view.keep': act(z.strictObject({ name: z.string().max(60), value: z.string().max(2000) }), done),

  /** The version, and the licences of everything that IMR Desk is made of. */
  'about.show': query(none, z.strictObject({ version: z.string(), licences: z.string() })),

  'settings.show': query(none, Settings),
  'settings.update': vaultCommand(changeOf(Settings.omit({ credentials: true, ownWords: true })), Settings),
  /** A licence or certification at the end of its list, still without a name. */
  'credential.add': vaultCommand(Credential.pick({ kind: true }), z.strictObject({ id: Credential.shape.id })),
  'credential.edit': vaultCommand(
    z.strictObject({ id: Credential.shape.id, change: changeOf(Credential.pick({ name: true, expires: true })) }),
    done,
  ),
  'credential.remove': vaultCommand(Credential.pick({ id: true }), done),
  /** A word that the spelling check takes from now on; small and capital letters are the same. */
  'ownWord.add': vaultCommand(z.strictObject({ word: OwnWord }), done),
  'ownWord.remove': vaultCommand(z.strictObject({ word: OwnWord }), done),

  /** Drawn from what the vault remembers: no case file is opened. */
  'case.list': query(none, z.array(CaseRow)),
  /**
   * A case from the parts of a letter, every part optional; the form, where it is left out, and an empty organisation,
   * label and reviewer come from the settings.
   */
  'case.create': act(
    z.strictObject({ letter: Letter, origin: CaseFacts.shape.origin }),
    z.strictObject({ caseId: CaseId }),
  ),
  'case.show': query(inCase, CaseOverview),
  /** Changes the details that are given; of the case block, the reviewer and the cover page the fields that are given. */
  'case.update': command(
    z.strictObject({
      caseId: CaseId,
      facts: changeOf(CaseFacts.omit({ origin: true, notDisputed: true })).extend({
        header: changeOf(LetterHeader).optional(),
        reviewer: changeOf(LetterReviewer).optional(),
      }),
    }),
    done,
    'change of the case details',
  ),
  /**
   * Takes a case that is older than the vault remembers as it stands, and records it in the case's log: a case that was
   * restored from a backup is such a one. Refuses with `refused` where the case is not set back.
   */
  'case.keep': act(inCase, done),
  /**
   * Looks at all of a case: its file, its log of changes beside what the vault remembers, the hashes of its originals and
   * issued letters, its pages beside the ledger. A case that cannot be opened is not sound, and that is the answer.
   */
  'case.verify': job(inCase, CaseVerification),
  /** The same for every case, and for what the vault is made of beside them. */
  'vault.verify': job(none, VaultVerification),
  /** Says of requests found in the case file that they are not in dispute, or takes that back. */
  'case.dispute': command(
    z.strictObject({ caseId: CaseId, headings: z.array(z.string()), isDisputed: z.boolean() }),
    done,
    'what is in dispute',
  ),
  /** Destroys the case's key, then its file. */
  'case.erase': act(inCase, done),
  /** Makes the sample case with its records imported and nothing decided yet. */
  'case.openSample': job(none, z.strictObject({ caseId: CaseId })),
  /** Header values and items found in the case's records. */
  'case.propose': query(inCase, z.strictObject({ header: z.array(HeaderProposal), items: z.array(ItemProposal) })),

  'record.list': query(inCase, z.array(RecordRow)),
  /**
   * Imports the files, folders and archives behind the tokens; one result a file, in the order given, an archive's
   * files behind it. The password is tried on those that need one.
   */
  'record.import': job(
    z.strictObject({ caseId: CaseId, files: z.array(FileToken), password: z.string().max(1000).default('') }),
    z.strictObject({ files: z.array(FileResult) }),
  ),

  /** Every file that was ever given to the case, and what became of it. */
  'intake.list': query(inCase, z.strictObject({ files: z.array(IntakeRow), totals: IntakeTotals })),
  /** Goes on with what a cancelled or killed import left; one result a file. */
  'intake.resume': job(inCase, z.strictObject({ files: z.array(FileResult) })),
  /** Gives up what is still waiting: it is listed as skipped. */
  'intake.discard': command(inCase, done, null),
  /**
   * Reads a file again that was not imported, from its kept original: with a password, or after what stopped it is
   * gone. An archive's line stands for the files in it. Refuses with `refused` where nothing was kept.
   */
  'intake.retry': job(
    z.strictObject({ caseId: CaseId, id: z.int(), password: z.string().max(1000).default('') }),
    z.strictObject({ files: z.array(FileResult) }),
  ),
  /**
   * Writes the untouched original behind a line of the ledger, whatever became of it, byte for byte. Refuses with
   * `not-found` where it was not kept.
   */
  'intake.original': job(
    z.strictObject({ caseId: CaseId, id: z.int(), target: FileToken }),
    z.strictObject({ name: z.string(), sha256: z.string() }),
  ),
  /** Writes the untouched original of a record, byte for byte. */
  'record.original': job(
    z.strictObject({ caseId: CaseId, recordId: RecordId, target: FileToken }),
    z.strictObject({ name: z.string(), sha256: z.string() }),
  ),

  /**
   * Runs of pages that may have come twice, the likest first, with what was decided about them. Nothing is dropped by
   * itself.
   */
  'duplicate.list': query(inCase, z.array(PageTwins)),
  'duplicate.decide': command(
    z.strictObject({ caseId: CaseId, id: z.string().max(80), decision: TwinDecision }),
    done,
    'decision about duplicate pages',
  ),

  ...documentMethods,
  ...pageMethods,

  /** Every fact of every visit, one by one, in the order of time, or those of one state; of a large case a long list. */
  'timeline.list': query(z.strictObject({ caseId: CaseId, state: EntryState.optional() }), z.array(Entry)),
  /** The facts that cite words of a page. */
  'timeline.cited': query(z.strictObject({ caseId: CaseId, record: RecordId, page: z.int().min(1) }), z.array(Entry)),
  /** Reads the pages again and adds what is newly found; what was accepted, edited or rejected stays as it is. */
  'timeline.propose': job(inCase, z.strictObject({ added: z.int() })),
  /** An entry for selected words, as far as the records tell; nothing is kept. Refuses with `invalid` words that do not stand there. */
  'timeline.draft': query(z.strictObject({ caseId: CaseId, span: TextSpan }), EntryDraft),
  'timeline.add': command(
    z.strictObject({ caseId: CaseId, entry: EntryDraft }),
    z.strictObject({ id: EntryId, visit: VisitId }),
    'new entry',
  ),
  /**
   * Changes an entry and, with `state`, decides it: "save and accept" is one change. With another date or provider it
   * goes over to the visit of these, which is made where there is none.
   */
  'timeline.edit': command(
    z.strictObject({
      caseId: CaseId,
      id: EntryId,
      change: changeOf(EntryDraft.omit({ reason: true })),
      state: EntryState.optional(),
    }),
    done,
    'change of an entry',
  ),
  'timeline.decide': command(
    z.strictObject({ caseId: CaseId, ids: z.array(EntryId), state: EntryState }),
    done,
    'accepting or rejecting',
  ),
  /**
   * Ticks facts, or sets them aside. In a visit that waits, ticked facts are taken when it is accepted; in one that is
   * accepted they are taken at once.
   */
  'timeline.tick': command(
    z.strictObject({ caseId: CaseId, ids: z.array(EntryId), isTicked: z.boolean() }),
    done,
    'ticking of facts',
  ),
  /** Moves facts to another visit, or with null to a visit of their own; their date and provider follow. */
  'timeline.move': command(
    z.strictObject({ caseId: CaseId, ids: z.array(EntryId).min(1), to: VisitId.nullable() }),
    z.strictObject({ visit: VisitId }),
    'moving of facts',
  ),
  /** Joins entries into the first one: its words stand, the sources of all are kept. */
  'timeline.merge': command(
    z.strictObject({ caseId: CaseId, ids: z.array(EntryId).min(2) }),
    done,
    'merging of entries',
  ),

  ...visitMethods,
  ...treatmentMethods,
  ...absenceMethods,
  ...oddityMethods,
  ...summaryMethods,
  ...decisionMethods,
  ...lawMethods,

  /** One-off import: the text of a file, nothing kept. */
  'file.text': job(z.strictObject({ file: FileToken }), TextOfFile),
  /** One-off import: every date in a file, nothing kept. */
  'file.dates': job(z.strictObject({ file: FileToken }), z.array(FoundDate)),

  ...hostMethods,

  /** Takes back the last change to the case's drafts; `refused` where there is none. */
  'change.undo': act(inCase, Undone),
  'change.redo': act(inCase, Undone),
} as const;

export type Contract = typeof contract;
export type Method = keyof Contract;
export type Input<M extends Method> = z.input<Contract[M]['input']>;
export type ParsedInput<M extends Method> = z.output<Contract[M]['input']>;
export type Output<M extends Method> = z.output<Contract[M]['output']>;
