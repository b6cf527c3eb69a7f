import { z } from 'zod';
import { changeOf } from './change-of.ts';
import { CaseFinding, CheckStatus, Finding } from './check.ts';
import { GuidelineDifference, GuidelineRow, GuidelineTable, Statement } from './guideline.ts';
import { ItemEditions } from './item-editions.ts';
import { CaseId, FileToken, ItemId } from './ids.ts';
import { IssuedLetter } from './issued-letter.ts';
import {
  Decision,
  Item,
  ItemDraft,
  ItemFacts,
  ItemField,
  ItemSuggestions,
  PartialRequest,
  ReviewedCitation,
} from './item.ts';
import { FormChoice } from './letter-form.ts';
import { Letter, LetterBlock, LetterForm, LetterPage } from './letter.ts';
import { command, done, inCase, job, none, query, vaultCommand } from './method.ts';
import { DayDate } from './partial-date.ts';
import { PrecedentFile, PrecedentLetter, SimilarPrecedent } from './precedent.ts';
import { BesidePart, CoverTemplate, FileFormat, ReviewedDocument } from './reviewed.ts';
import { FilledSnippet, Snippet } from './snippet.ts';
import { TextSpan } from './span.ts';

/** The part of the contract about items, guidelines, snippets and the letter. */
export const decisionMethods = {
  'guideline.table': query(none, GuidelineTable),
  /**
   * The editions as they stand on the days of an item, with those days: in force first, then those of which it is not
   * known; in each group what the item is about first. `end`: the day from which it does not apply any more.
   */
  'guideline.forItem': query(z.strictObject({ caseId: CaseId, itemId: ItemId }), ItemEditions),
  /**
   * Adds or changes an edition; an empty id makes a new one. Refuses with `invalid` where it ends before it begins, or
   * would be in force together with another one of its chapter.
   */
  'guideline.save': vaultCommand(z.strictObject({ row: GuidelineRow }), GuidelineRow),
  'guideline.remove': vaultCommand(z.strictObject({ id: z.string() }), done),
  /** Says up to which day nothing is missing; after it no edition is judged. */
  'guideline.setComplete': vaultCommand(z.strictObject({ completeTo: DayDate }), done),
  /**
   * Reads a table from JSON or CSV and says what it would change: added by id, or in place of the whole table. Takes
   * nothing; refuses with `unreadable` a file of which one row is wrong.
   */
  'guideline.compare': job(z.strictObject({ file: FileToken, mode: z.enum(['add', 'replace']) }), GuidelineDifference),
  /** Takes a table that was compared, whole. */
  'guideline.take': vaultCommand(z.strictObject({ table: GuidelineTable }), z.strictObject({ rows: z.int() })),
  'guideline.export': job(
    z.strictObject({ target: FileToken, format: z.enum(['json', 'csv']) }),
    z.strictObject({ name: z.string(), rows: z.int() }),
  ),
  /** The table as it was shipped. */
  'guideline.reset': vaultCommand(none, done),

  'snippet.list': query(none, z.array(Snippet)),
  /** Adds or changes a snippet; an empty id makes a new one. Refuses with `exists` where another has its name. */
  'snippet.save': vaultCommand(z.strictObject({ snippet: Snippet }), Snippet),
  'snippet.remove': vaultCommand(z.strictObject({ id: z.string() }), done),
  /** The snippet filled for an item of a case. */
  'snippet.fill': query(z.strictObject({ caseId: CaseId, itemId: ItemId, id: z.string() }), FilledSnippet),

  'item.list': query(inCase, z.array(Item)),
  'item.add': command(
    z.strictObject({ caseId: CaseId, item: changeOf(ItemDraft) }),
    z.strictObject({ id: ItemId }),
    'new item',
  ),
  'item.edit': command(
    z.strictObject({ caseId: CaseId, id: ItemId, change: changeOf(ItemDraft.omit({ evidence: true })) }),
    done,
    'change of an item',
  ),
  /** Sets one field in the item's heading, or removes it by an empty value; `invalid` says why it cannot stand there. */
  'item.write': command(
    z.strictObject({ caseId: CaseId, id: ItemId, field: ItemField, value: z.string() }),
    z.strictObject({ heading: z.string() }),
    'change of an item',
  ),
  /** Adds words of a page to an item's evidence; with `rationale` they are quoted there in the same step. */
  'item.cite': command(
    z.strictObject({
      caseId: CaseId,
      id: ItemId,
      span: TextSpan,
      note: z.string().optional(),
      rationale: z.string().optional(),
    }),
    done,
    'evidence of an item',
  ),
  /** Writes the reviewer's note on a piece of evidence. */
  'item.note': command(
    z.strictObject({ caseId: CaseId, id: ItemId, span: TextSpan, note: z.string() }),
    done,
    'note on evidence',
  ),
  'item.uncite': command(z.strictObject({ caseId: CaseId, id: ItemId, span: TextSpan }), done, 'removal of evidence'),
  'item.remove': command(z.strictObject({ caseId: CaseId, id: ItemId }), done, 'removal of an item'),
  'item.reorder': command(z.strictObject({ caseId: CaseId, ids: z.array(ItemId) }), done, 'order of the items'),
  /** Adds items under the given headings, in order, as one step. */
  'item.addAll': command(
    z.strictObject({ caseId: CaseId, headings: z.array(z.string()).min(1) }),
    z.strictObject({ ids: z.array(ItemId) }),
    'new items',
  ),
  /** A copy of the item right after it. */
  'item.duplicate': command(
    z.strictObject({ caseId: CaseId, id: ItemId }),
    z.strictObject({ id: ItemId }),
    'copy of an item',
  ),
  /**
   * Splits an item into one for each heading (a part is decided by splitting); the first keeps its identity, all keep
   * its words.
   */
  'item.split': command(
    z.strictObject({ caseId: CaseId, id: ItemId, headings: z.array(z.string().min(1)).min(2) }),
    z.strictObject({ ids: z.array(ItemId) }),
    'split of an item',
  ),
  /** A pasted list taken apart into headings. */
  'item.readList': query(z.strictObject({ text: z.string() }), z.strictObject({ headings: z.array(z.string()) })),
  /** What a heading says, field by field. */
  'item.read': query(z.strictObject({ heading: z.string() }), ItemFacts),
  /**
   * A partly authorised request built, its remainder computed; without `form` in the form that fits. `heading` is empty
   * while a part is missing; `message` says why nothing could be subtracted.
   */
  'item.partial': query(
    z.strictObject({
      original: z.string(),
      authorised: z.string(),
      form: PartialRequest.shape.form.optional(),
      remaining: z.string().optional(),
    }),
    z.strictObject({
      partial: PartialRequest,
      heading: z.string(),
      amount: z.number().nullable(),
      message: z.string(),
    }),
  ),
  /** What is offered for an item as it stands. */
  'item.suggest': query(z.strictObject({ caseId: CaseId, id: ItemId }), ItemSuggestions),

  /** The guidelines that the utilization reviews of the case name for an item, or for all. */
  'item.citations': query(z.strictObject({ caseId: CaseId, id: ItemId }), z.array(ReviewedCitation)),

  /** The forms of the letter that are known, the current one first. */
  'form.list': query(none, z.array(FormChoice)),

  /** The statement's printed words in the given form, without their label. */
  'statement.build': query(
    z.strictObject({ statement: Statement, form: LetterForm, side: z.enum(['claims', 'reviewer']) }),
    z.strictObject({ text: z.string(), unconfirmed: z.boolean() }),
  ),
  /** Typed words taken apart into one of the four forms; `typed` where they are in none. */
  'statement.parse': query(
    z.strictObject({ text: z.string(), form: LetterForm, side: z.enum(['claims', 'reviewer']) }),
    Statement,
  ),

  'letter.preview': query(
    z.strictObject({ caseId: CaseId, form: LetterForm.optional() }),
    z.strictObject({ form: LetterForm, blocks: z.array(LetterBlock) }),
  ),
  /** The letter as pages, every line where it stands: the breaks that a word processor makes of the exported file. */
  'letter.pages': query(
    z.strictObject({ caseId: CaseId, form: LetterForm.optional() }),
    z.strictObject({ form: LetterForm, pages: z.array(LetterPage) }),
  ),
  /**
   * What the checks find in the letter as it stands, each with its mend and override. What is read from the records in
   * the background is used as soon as it is there (`data.changed`); `settled` waits for it.
   */
  'letter.check': query(
    z.strictObject({ caseId: CaseId, form: LetterForm.optional(), settled: z.boolean().default(false) }),
    z.array(CaseFinding),
  ),
  /** Every check of the list and how it stands. */
  'letter.checks': query(z.strictObject({ caseId: CaseId, form: LetterForm.optional() }), z.array(CheckStatus)),
  /** Overrides a finding (confirms a warning) with its reason, which is kept with it; `invalid` without one. */
  'letter.override': command(
    z.strictObject({ caseId: CaseId, form: LetterForm.optional(), id: z.string(), reason: z.string().max(2000) }),
    done,
    'reason for a finding',
  ),
  /** Takes an override back. */
  'letter.reopen': command(z.strictObject({ caseId: CaseId, id: z.string() }), done, 'reopening of a finding'),
  /** Makes the change that a finding offers; `refused` where it offers none, or the words have changed since. */
  'letter.mend': command(z.strictObject({ caseId: CaseId, form: LetterForm.optional(), id: z.string() }), done, 'mend'),
  /**
   * Writes the DOCX or PDF, reads it back, compares, and only then puts it in place. `target` stands for a file the
   * host was told to write. Blocking findings that are not overridden refuse it unless `force` gives the reason, which
   * is kept with each. With `issue` the letter is issued: kept unchanged as a version. After that a changed letter is
   * refused unless it is issued as a correction with its reason; an unchanged one is written from what is kept.
   */
  'letter.export': job(
    z.strictObject({
      caseId: CaseId,
      form: LetterForm.optional(),
      format: FileFormat.default('docx'),
      target: FileToken,
      force: z.string().optional(),
      issue: z.strictObject({ reason: z.string().max(2000).default('') }).optional(),
    }),
    z.strictObject({
      name: z.string(),
      words: z.int(),
      sha256: z.string(),
      readBack: z.literal('same'),
      overridden: z.array(CaseFinding),
      version: z.int().nullable(),
    }),
  ),
  /** The versions of the letter that were issued, the first one first. */
  'letter.issued': query(inCase, z.array(IssuedLetter)),
  /** Writes an issued version again: the Word file to the byte, or its PDF. */
  'letter.exportIssued': job(
    z.strictObject({ caseId: CaseId, version: z.int(), format: FileFormat, target: FileToken }),
    z.strictObject({ name: z.string(), sha256: z.string() }),
  ),
  /** The list of documents reviewed, oldest first. */
  'letter.documents': query(inCase, z.array(ReviewedDocument)),
  /** Writes what goes beside the letter. The cover page is a DOCX only; `not-found` where no template was chosen. */
  'letter.exportBeside': job(
    z.strictObject({
      caseId: CaseId,
      part: BesidePart,
      form: LetterForm.optional(),
      format: FileFormat,
      target: FileToken,
    }),
    z.strictObject({ name: z.string(), sha256: z.string(), messages: z.array(z.string()) }),
  ),
  /** The same as pages, every line where it stands, to be printed. */
  'letter.besidePages': job(
    z.strictObject({ caseId: CaseId, part: BesidePart.exclude(['cover']), form: LetterForm.optional() }),
    z.strictObject({ pages: z.array(LetterPage) }),
  ),
  /** Takes a published determination apart. */
  'letter.read': job(z.strictObject({ file: FileToken }), Letter),
  /** The checks that a letter alone can answer, over a published determination. */
  'letter.checkFile': job(z.strictObject({ file: FileToken }), z.array(Finding)),

  /**
   * Loads determinations (own or others') from files and folders: PDF, DOCX, TXT, or the JSON that `imr read-letter`
   * prints; one result a file, in order.
   */
  'precedent.load': job(
    z.strictObject({ files: z.array(FileToken), isOwn: z.boolean() }),
    z.strictObject({ files: z.array(PrecedentFile) }),
  ),
  /** The determinations that were loaded. */
  'precedent.list': query(none, z.array(PrecedentLetter)),
  /**
   * By item, body part and guideline, best first; `words` must all stand in it (as in `search.run`), alone they find by
   * themselves.
   */
  'precedent.search': query(
    z.strictObject({
      heading: z.string().default(''),
      bodyPart: z.string().default(''),
      guideline: z.string().default(''),
      words: z.string().default(''),
      decision: Decision.nullable().default(null),
      limit: z.int().min(1).max(200).default(20),
    }),
    z.array(SimilarPrecedent),
  ),
  /**
   * Precedents like the item in hand, and the reviewer's own on the same request that went the other way: a departure
   * to be sure of.
   */
  'precedent.similar': query(
    z.strictObject({ caseId: CaseId, itemId: ItemId, limit: z.int().min(1).max(50).default(8) }),
    z.strictObject({ similar: z.array(SimilarPrecedent), departures: z.array(SimilarPrecedent) }),
  ),
  'precedent.remove': vaultCommand(z.strictObject({ letterId: z.string() }), done),

  /** The organisation's cover page; null where none was chosen. */
  'template.show': query(none, CoverTemplate.nullable()),
  /**
   * Keeps a Word file with `{fields}` as the cover page; fields that do not exist are told. Refuses with `unreadable`.
   */
  'template.save': job(z.strictObject({ file: FileToken }), CoverTemplate),
  'template.remove': vaultCommand(none, done),
} as const;
