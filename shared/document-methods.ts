import { z } from 'zod';
import { changeOf } from './change-of.ts';
import { DocumentFacts, DocumentRow } from './document.ts';
import { CaseId, DocumentId, RecordId } from './ids.ts';
import { command, done, inCase, job, query } from './method.ts';

const ofDocuments = z.strictObject({ caseId: CaseId, ids: z.array(DocumentId).min(1) });

/** The part of the contract about documents: the records that a file is divided into, as screens call them. */
export const documentMethods = {
  /** Every document of every file, removed ones too, in the order of the files and their pages. */
  'document.list': query(inCase, z.array(DocumentRow)),
  /**
   * Divides a file anew by its text, around what a person has said of its documents; one that is a single document may
   * become several. Returns how many there are.
   */
  'document.propose': job(
    z.strictObject({ caseId: CaseId, recordId: RecordId }),
    z.strictObject({ documents: z.int() }),
  ),
  /** Takes proposals as they stand; that of another patient is a proposal to remove it. */
  'document.accept': command(ofDocuments, done, 'accepting of records'),
  /** Takes all proposals of the case, or of one file, but those to remove something: each of these is decided by itself. */
  'document.acceptAll': command(
    z.strictObject({ caseId: CaseId, recordId: RecordId.optional() }),
    z.strictObject({ accepted: z.int(), left: z.int() }),
    'accepting of all records',
  ),
  /** Lets a document begin on a page of a file. Refuses with `refused` where one begins there already. */
  'document.split': command(
    z.strictObject({ caseId: CaseId, recordId: RecordId, page: z.int().min(1) }),
    z.strictObject({ id: DocumentId }),
    'split of a record',
  ),
  /** Joins a document to the one before it in its file, whose kind, date and provider stand. */
  'document.merge': command(z.strictObject({ caseId: CaseId, id: DocumentId }), done, 'joining of records'),
  'document.edit': command(
    z.strictObject({ caseId: CaseId, id: DocumentId, change: changeOf(DocumentFacts) }),
    done,
    'change of a record',
  ),
  /**
   * Takes documents out of timeline, search and page counts; they stay in the list, and their file in the ledger.
   * `facts`: so many went with them that were accepted or waited to be.
   */
  'document.remove': command(ofDocuments, z.strictObject({ facts: z.int() }), 'removal of a record'),
  /** Keeps documents in the case that were removed, or are proposed for it. */
  'document.restore': command(ofDocuments, done, 'bringing back of a record'),
} as const;
