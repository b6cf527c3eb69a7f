import type { DocumentRow } from '../../../shared/document.ts';
import type { DocumentId, RecordId } from '../../../shared/ids.ts';
import { Refusal } from '../../../shared/reply.ts';
import { stated } from '../../../shared/stated.ts';
import { describeRecord } from '../../reading/describe-record.ts';
import type { ReadCase, WriteCase } from '../../store/case-file.ts';
import {
  documentId,
  documentsOf,
  keptDocuments,
  listDocuments,
  readDocument,
  writeDocument,
  writeDocuments,
} from '../../store/documents.ts';
import { theCase } from '../../store/open-case.ts';
import { readTexts } from '../../store/pages.ts';
import { readRecord } from '../../store/records.ts';
import { today, type App, type Call, type HandlersOf } from '../backend/app.ts';
import { takeOutRecord } from '../timeline/take-out-record.ts';
import { divideFile } from './read-record.ts';

/** Another patient's pages are proposed for removal. */
const acceptedState = ({ patient }: DocumentRow): DocumentRow['state'] =>
  patient === 'other' ? 'removed' : 'confirmed';

const change = (
  write: WriteCase,
  ids: readonly DocumentId[],
  next: (document: DocumentRow) => Partial<DocumentRow>,
): void => {
  for (const id of ids) {
    const document = readDocument(write, id);
    writeDocument(write, document.file, { ...document, ...next(document) });
  }
};

/** What was read from the removed ones among these leaves the timeline with them; how many facts that were. */
const takeOutRemoved = (write: WriteCase, ids: readonly DocumentId[]): number =>
  ids
    .map((id) => readDocument(write, id))
    .filter(({ state }) => state === 'removed')
    .reduce((facts, document) => facts + takeOutRecord(write, document), 0);

/** Pages that are looked at for what a document is. */
const PAGES_LOOKED_AT = 6;

const split = (app: App, write: WriteCase, file: RecordId, page: number): DocumentId => {
  const whole = documentsOf(write, file).find(({ first, last }) => page >= first && page <= last);
  if (whole === undefined)
    throw new Refusal('not-found', 'There is no such page in this file.', { recordId: file, page });
  if (whole.first === page)
    throw new Refusal('refused', 'A record begins on this page already; show the page that the next one begins on.');
  const pages = readTexts(write, file, page - 1, Math.min(PAGES_LOOKED_AT, whole.last - page + 1));
  const { kind, title, date, provider } = describeRecord({ record: file, pages }, { latest: today(app) });
  writeDocument(write, file, {
    first: page,
    // Pages that do not tell what they are stay what they were taken for.
    ...(kind === 'other' ? { kind: whole.kind, title: whole.title } : { kind, title }),
    date,
    provider,
    patient: whole.patient,
    state: whole.state === 'removed' ? 'removed' : 'confirmed',
    reason: 'Divided here by hand.',
    isSure: true,
  });
  return documentId(file, page);
};

const merge = (write: WriteCase, id: DocumentId): void => {
  const document = readDocument(write, id);
  const before = documentsOf(write, document.file).findLast(({ first }) => first < document.first);
  if (before === undefined)
    throw new Refusal('refused', 'This record is the first of its file; there is none before it to join it to.');
  if (before.state === 'removed' || document.state === 'removed')
    throw new Refusal('refused', 'One of the two records was removed; bring it back first.');
  writeDocument(write, document.file, { ...document, state: 'joined' });
};

/** Divides a file anew. One that is a single document may become several, whoever has described it. */
const propose = async (app: App, file: ReadCase, record: RecordId, call: Call): Promise<number> => {
  const known = keptDocuments(file, record);
  const standing = known.filter(({ state }) => state !== 'joined');
  const documents = await divideFile(app, file, readRecord(file, record), standing.length === 1 ? [] : known);
  call.signal.throwIfAborted();
  app.change(file, { method: 'document.propose' }, (write) => {
    if (JSON.stringify(keptDocuments(write, record)) !== JSON.stringify(known))
      throw new Refusal('stale', 'The records of this file were changed meanwhile; ask again.');
    writeDocuments(write, record, documents);
  });
  return documents.length;
};

/** What is known of the documents of a case's files, and what a person decides about them. */
export const documentService = (app: App): HandlersOf<'document'> => {
  /** The timeline is read again where the change has made it void. */
  const thenRead = (write: WriteCase, afterwards: (work: () => void) => void): void =>
    afterwards(() => app.catchUp(theCase(write)));
  return {
    'document.list': listDocuments,
    'document.propose': async ({ caseId, recordId }, call) => {
      const file = app.session.case(caseId);
      const documents = await propose(app, file, recordId, call);
      app.catchUp(file);
      return { documents };
    },
    'document.accept': (write, { ids }, { afterwards }) => {
      change(write, ids, (document) => (document.state === 'proposed' ? { state: acceptedState(document) } : {}));
      takeOutRemoved(write, ids);
      thenRead(write, afterwards);
      return {};
    },
    'document.acceptAll': (write, { recordId }) => {
      const open = listDocuments(write).filter(
        ({ state, file }) => state === 'proposed' && (recordId === undefined || file === recordId),
      );
      const accepted = open.filter(({ patient }) => patient === 'worker');
      for (const document of accepted) writeDocument(write, document.file, { ...document, state: 'confirmed' });
      return { accepted: accepted.length, left: open.length - accepted.length };
    },
    'document.split': (write, { recordId, page }, { afterwards }) => {
      const id = split(app, write, recordId, page);
      thenRead(write, afterwards);
      return { id };
    },
    'document.merge': (write, { id }, { afterwards }) => {
      merge(write, id);
      thenRead(write, afterwards);
      return {};
    },
    'document.edit': {
      joinsWith: (_file, { id, change: { kind, ...rest } }) =>
        kind === undefined ? `${id} ${Object.keys(rest).join(' ')}` : undefined,
      run: (write, { id, change: facts }, { afterwards }) => {
        change(write, [id], () => stated(facts));
        thenRead(write, afterwards);
        return {};
      },
    },
    'document.remove': (write, { ids }, { afterwards }) => {
      change(write, ids, () => ({ state: 'removed' }));
      thenRead(write, afterwards);
      return { facts: takeOutRemoved(write, ids) };
    },
    'document.restore': (write, { ids }, { afterwards }) => {
      change(write, ids, () => ({ state: 'confirmed' }));
      thenRead(write, afterwards);
      return {};
    },
  };
};
