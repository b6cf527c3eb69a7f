import { CaseFacts } from '../../shared/case.ts';
import { LetterHeader, LetterReviewer } from '../../shared/letter.ts';
import type { ReadCase, WriteCase } from './case-file.ts';

const EMPTY: CaseFacts = {
  form: '2016',
  organisation: '',
  guidelineLabel: '',
  header: LetterHeader.parse({}),
  reviewer: LetterReviewer.parse({}),
  track: 'standard',
  recordsComplete: '',
  origin: 'records',
  attested: false,
  notDisputed: [],
  coverFields: {},
};

/** What is stated about the case; what was never stated is empty. */
export const readFacts = (file: ReadCase): CaseFacts => {
  const rows = file.db
    .prepare<[], { id: string; value: string }>('SELECT id, value FROM fact')
    .all()
    .filter(({ id }) => Object.hasOwn(EMPTY, id));
  return CaseFacts.parse({ ...EMPTY, ...Object.fromEntries(rows.map(({ id, value }) => [id, JSON.parse(value)])) });
};

/** Writes the given facts; the others stay. */
export const writeFacts = (file: WriteCase, facts: Partial<CaseFacts>): void => {
  Object.entries(facts).forEach(([id, value]) => {
    if (value !== undefined) file.put('fact', { id, value: JSON.stringify(value) });
  });
};
