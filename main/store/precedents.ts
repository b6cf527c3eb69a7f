import type { CaseId } from '../../shared/ids.ts';
import type { Decision } from '../../shared/item.ts';
import type { Precedent, PrecedentLetter } from '../../shared/precedent.ts';
import type { Database } from './open-database.ts';
import { searchExpression } from './search-pages.ts';
import { vaultStatements, type VaultStatements } from './vault-statements.ts';

/** A decided item as it is stored: with what it is found by, as JSON, and the version of that. */
export type NewPrecedent = Pick<
  Precedent,
  'heading' | 'decision' | 'outcome' | 'claimsGuideline' | 'reviewerGuideline' | 'rationale'
> & { readonly tokens: string };
/** A determination with its items; `sha256` names its words, so that it is loaded once. */
type NewPrecedentLetter = {
  readonly id: string;
  readonly sha256: string;
  readonly caseNumber: string;
  readonly decisionDate: string;
  readonly programme: string;
  readonly isOwn: boolean;
  readonly caseId: CaseId | null;
  readonly loadedAt: string;
};
type StoredTokens = {
  readonly id: string;
  readonly decision: Precedent['decision'];
  readonly isOwn: boolean;
  readonly tokens: string;
  readonly tokensVersion: number;
};

/** A case whose own letters are no earlier ones. */
export type OwnCase = { readonly id: CaseId; readonly caseNumber: string };

/** The precedents of a vault. */
export type PrecedentStore = {
  /** Adds a letter with its items; false where the same words were loaded before. */
  readonly add: (letter: NewPrecedentLetter, items: readonly NewPrecedent[], tokensVersion: number) => boolean;
  readonly letters: () => PrecedentLetter[];
  /** Removes a letter with its items; false where it is not there. */
  readonly remove: (letterId: string) => boolean;
  /** Removes the letters that were issued from a case. */
  readonly removeOfCase: (caseId: CaseId) => void;
  /** What every item is found by. */
  readonly tokens: () => StoredTokens[];
  /** The items whose tokens were made in another way than `tokensVersion`. */
  readonly outdated: (
    tokensVersion: number,
  ) => { readonly id: string; readonly heading: string; readonly reviewerGuideline: string }[];
  readonly writeTokens: (
    tokens: readonly { readonly id: string; readonly tokens: string }[],
    tokensVersion: number,
  ) => void;
  readonly read: (ids: readonly string[]) => Precedent[];
  /** The items that hold all these words, anywhere or in the reviewer's guideline, best first, at most `limit`. */
  readonly search: (words: string, limit: number, where?: 'guideline') => string[];
  /**
   * Rationales of the reviewer's own letters that hold this run of words, those of one case left out: issued from it,
   * or loaded under its number.
   */
  readonly ownWithWords: (
    run: string,
    except: OwnCase,
    limit: number,
  ) => { readonly caseNumber: string; readonly rationale: string }[];
};

type Row = {
  readonly id: number;
  readonly case_number: string;
  readonly decision_date: string;
  readonly heading: string;
  readonly decision: Decision | '';
  readonly outcome: string;
  readonly programme: string;
  readonly claims: string;
  readonly reviewer: string;
  readonly rationale: string;
  readonly is_own: number;
};

const toPrecedent = (row: Row): Precedent => ({
  id: String(row.id),
  caseNumber: row.case_number,
  decisionDate: row.decision_date,
  heading: row.heading,
  decision: row.decision === '' ? null : row.decision,
  outcome: row.outcome,
  programme: row.programme,
  claimsGuideline: row.claims,
  reviewerGuideline: row.reviewer,
  rationale: row.rationale,
  isOwn: row.is_own === 1,
});

const writing = (
  db: Database,
  { write }: VaultStatements,
): Pick<PrecedentStore, 'add' | 'remove' | 'removeOfCase' | 'writeTokens'> => ({
  add: (letter, items, tokensVersion) =>
    db
      .transaction(() => {
        const { changes } = write(
          'INSERT INTO precedent_letter (id, sha256, case_number, decision_date, programme, is_own, case_id, loaded_at) VALUES (@id, @sha256, @caseNumber, @decisionDate, @programme, @own, @caseId, @loadedAt) ON CONFLICT (sha256) DO NOTHING',
        ).run({ ...letter, own: Number(letter.isOwn) });
        const insert = write(
          'INSERT INTO precedent (letter_id, heading, decision, outcome, claims, reviewer, rationale, tokens, tokens_version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
        );
        if (changes === 1)
          items.forEach((item) =>
            insert.run(
              letter.id,
              item.heading,
              item.decision ?? '',
              item.outcome,
              item.claimsGuideline,
              item.reviewerGuideline,
              item.rationale,
              item.tokens,
              tokensVersion,
            ),
          );
        return changes === 1;
      })
      .immediate(),
  remove: (letterId) => write('DELETE FROM precedent_letter WHERE id = ?').run(letterId).changes > 0,
  removeOfCase: (caseId) => {
    write('DELETE FROM precedent_letter WHERE case_id = ?').run(caseId);
  },
  writeTokens: (tokens, tokensVersion) => {
    const update = write('UPDATE precedent SET tokens = ?, tokens_version = ? WHERE id = ?');
    db.transaction(() => tokens.forEach((one) => update.run(one.tokens, tokensVersion, Number(one.id)))).immediate();
  },
});

const reading = ({ query }: VaultStatements): Omit<PrecedentStore, keyof ReturnType<typeof writing>> => ({
  letters: () =>
    query<[], Omit<PrecedentLetter, 'isOwn'> & { own: number }>(
      `SELECT id, case_number AS caseNumber, decision_date AS decisionDate, (SELECT count(*) FROM precedent WHERE letter_id = precedent_letter.id) AS items, is_own AS own, loaded_at AS loadedAt
         FROM precedent_letter ORDER BY loaded_at, case_number, id`,
    )
      .all()
      .map(({ own, ...letter }) => ({ ...letter, isOwn: own === 1 })),
  tokens: () =>
    query<[], { id: number; decision: Decision | ''; own: number; tokens: string; version: number }>(
      'SELECT precedent.id, decision, is_own AS own, tokens, tokens_version AS version FROM precedent JOIN precedent_letter ON precedent_letter.id = letter_id ORDER BY precedent.id',
    )
      .all()
      .map(({ id, decision, own, tokens, version }) => ({
        id: String(id),
        decision: decision === '' ? null : decision,
        isOwn: own === 1,
        tokens,
        tokensVersion: version,
      })),
  outdated: (tokensVersion) =>
    query<[number], { id: number; heading: string; reviewer: string }>(
      'SELECT id, heading, reviewer FROM precedent WHERE tokens_version <> ?',
    )
      .all(tokensVersion)
      .map(({ id, heading, reviewer }) => ({ id: String(id), heading, reviewerGuideline: reviewer })),
  read: (ids) => {
    const one = query<[number], Row>(
      'SELECT precedent.*, case_number, decision_date, programme, is_own FROM precedent JOIN precedent_letter ON precedent_letter.id = letter_id WHERE precedent.id = ?',
    );
    return ids.flatMap((id) => one.all(Number(id))).map(toPrecedent);
  },
  search: (words, limit, where) => {
    const typed = searchExpression(words);
    if (typed === null) return [];
    const expression = where === undefined ? typed : `reviewer : (${typed})`;
    return query<[string, number], { id: number }>(
      'SELECT rowid AS id FROM precedent_search WHERE precedent_search MATCH ? ORDER BY rank LIMIT ?',
    )
      .all(expression, limit)
      .map(({ id }) => String(id));
  },
  ownWithWords: (run, except, limit) =>
    query<[string, string, string, number], { caseNumber: string; rationale: string }>(
      `SELECT case_number AS caseNumber, precedent.rationale FROM precedent_search JOIN precedent ON precedent.id = precedent_search.rowid JOIN precedent_letter ON precedent_letter.id = letter_id
         WHERE precedent_search MATCH ? AND is_own = 1 AND (case_id IS NULL OR case_id <> ?) AND (case_number = '' OR case_number <> ?) LIMIT ?`,
    ).all(`rationale : "${run.replaceAll('"', ' ')}"`, except.id, except.caseNumber, limit),
});

/** The precedents kept in `vault.db`. */
export const precedentStore = (db: Database): PrecedentStore => {
  const statements = vaultStatements(db);
  return { ...reading(statements), ...writing(db, statements) };
};
