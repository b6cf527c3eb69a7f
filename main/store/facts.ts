import { CaseFacts } from '../../shared/case.ts';
import { LetterHeader, LetterReviewer } from '../../shared/letter.ts';
import { keepUnknown, parseStored, readStored } from '../../shared/stored-json.ts';
import type { ReadCase, WriteCase } from './case-file.ts';
import { put, query } from './statements.ts';

const EMPTY: CaseFacts = {
  form: '',
  organisation: '',
  guidelineLabel: '',
  header: LetterHeader.parse({}),
  reviewer: LetterReviewer.parse({}),
  track: 'standard',
  recordsComplete: '',
  certifiedOn: '',
  extensionDays: 0,
  urByMail: false,
  origin: 'records',
  attested: false,
  notDisputed: [],
  coverFields: {},
};

type FactRow = { readonly id: string; readonly value: string };

/**
 * What is stated about the case; what was never stated is empty, and so is what is stored in a way that is not known
 * here.
 */
export const readFacts = (file: ReadCase): CaseFacts => {
  const rows = query<[], FactRow>(file, 'SELECT id, value FROM fact')
    .all()
    .filter(({ id }) => Object.hasOwn(EMPTY, id))
    .map(({ id, value }) => [id, parseStored(value)] as const);
  return readStored(CaseFacts, { ...EMPTY, ...Object.fromEntries(rows) }, EMPTY);
};

const storedFact = (file: ReadCase, id: string): unknown =>
  parseStored(query<[string], FactRow>(file, 'SELECT id, value FROM fact WHERE id = ?').get(id)?.value ?? null);

/** Writes the given facts; the others stay. */
export const writeFacts = (file: WriteCase, facts: Partial<CaseFacts>): void => {
  const { header, reviewer } = facts;
  // What a newer version stored in the objects stays.
  const objects = {
    ...(header && { header: keepUnknown(LetterHeader, storedFact(file, 'header'), header) }),
    ...(reviewer && { reviewer: keepUnknown(LetterReviewer, storedFact(file, 'reviewer'), reviewer) }),
  };
  Object.entries({ ...facts, ...objects }).forEach(([id, value]) => {
    if (value !== undefined) put(file, 'fact', { id, value: JSON.stringify(value) });
  });
};
