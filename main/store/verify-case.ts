import { createHash } from 'node:crypto';
import { clockTime } from '../../shared/clock-time.ts';
import type { VerifiedPart } from '../../shared/verification.ts';
import type { ReadCase } from './case-file.ts';
import type { CaseHead } from './case-head.ts';
import { hashOf, headOf, type Link } from './change-case.ts';
import { isDamage } from './error-sentences.ts';
import { intakeTotals } from './intake.ts';
import { chunksOfOriginal } from './originals.ts';
import { databaseOf, query } from './statements.ts';

/** A check in slices: other work may go on between two of them. */
type Verifying = Generator<undefined, VerifiedPart>;

const counted = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;
const few = (found: readonly (number | string)[]): string =>
  `${found.slice(0, 5).join(', ')}${found.length > 5 ? ` and ${String(found.length - 5)} more` : ''}`;

const PAGES_FAILED = 'Pages of the file cannot be read, or do not belong together.';

function* verifyFile(file: ReadCase): Verifying {
  const db = databaseOf(file);
  const said = (isSound: boolean, words: string): VerifiedPart => ({ part: 'file', isSound, said: words });
  if (db.pragma('integrity_check', { simple: true }) !== 'ok') return said(false, PAGES_FAILED);
  yield;
  if ((db.pragma('foreign_key_check') as unknown[]).length > 0)
    return said(false, 'Rows of the file point at others that are not there.');
  const pages = Number(db.pragma('page_count', { simple: true }));
  return said(true, `All ${counted(pages, 'page', 'pages')} of the file can be read and belong together.`);
}

const LINKS_AT_ONCE = 500;

function* linksOf(file: ReadCase): Generator<Link | undefined> {
  const next = query<[number, number], Link>(file, 'SELECT * FROM change WHERE seq > ? ORDER BY seq LIMIT ?');
  let links = next.all(0, LINKS_AT_ONCE);
  for (let last = links.at(-1); last !== undefined; last = links.at(-1)) {
    yield* links;
    yield undefined;
    links = next.all(last.seq, LINKS_AT_ONCE);
  }
}

/** What is said of the last change, beside what the vault remembers. */
const endOfChain = (head: CaseHead, known: CaseHead | null, knownHash: string | undefined): string | null => {
  if (known === null || known.seq === 0) return head.seq === 0 ? '' : 'the vault remembers none of them';
  if (head.seq < known.seq) return null;
  return knownHash === known.hash ? 'as the vault remembers' : null;
};

function* verifyChain(file: ReadCase, known: CaseHead | null, now: Date): Verifying {
  const said = (isSound: boolean, words: string): VerifiedPart => ({ part: 'chain', isSound, said: words });
  let previous: Pick<Link, 'hash' | 'at'> = { hash: '', at: '' };
  let knownHash: string | undefined;
  let setBack = 0;
  for (const link of linksOf(file)) {
    if (link === undefined) {
      yield;
      continue;
    }
    if (link.previous !== previous.hash || hashOf(link) !== link.hash)
      return said(false, `Change ${String(link.seq)} does not follow from the one before it: the log was altered.`);
    if (link.at < previous.at) setBack += 1;
    if (link.seq === known?.seq) knownHash = link.hash;
    previous = link;
  }
  const head = headOf(file);
  const end = endOfChain(head, known, knownHash);
  const lastOf = ({ seq, at }: CaseHead): string => `change ${String(seq)} of ${clockTime(at, now)}`;
  if (end === null && known !== null)
    return said(
      false,
      head.seq < known.seq
        ? `The log ends at ${head.seq === 0 ? 'no change' : lastOf(head)}, and the vault remembers ${lastOf(known)}.`
        : `The vault remembers another ${lastOf(known)}.`,
    );
  const clock =
    setBack === 0 ? '' : ` The clock of the computer was set back ${counted(setBack, 'time', 'times')} between them.`;
  return said(
    true,
    head.seq === 0
      ? 'The log holds no change yet.'
      : `${head.seq === 1 ? 'The log holds one change' : `${head.seq.toLocaleString('en-US')} changes follow one another to the last`}, ${lastOf(head)}, ${end ?? ''}.${clock}`,
  );
}

type StoredOriginal = { readonly id: number; readonly sha256: string; readonly size: number };

function* verifyOriginals(file: ReadCase): Verifying {
  const originals = query<[], StoredOriginal>(
    file,
    'SELECT id, sha256, size FROM original WHERE sha256 IS NOT NULL ORDER BY id',
  ).all();
  const changed: number[] = [];
  let bytes = 0;
  for (const { id, sha256, size } of originals) {
    const hash = createHash('sha256');
    let length = 0;
    for (const chunk of chunksOfOriginal(file, id)) {
      hash.update(chunk);
      length += chunk.length;
      yield;
    }
    if (hash.digest('hex') !== sha256 || length !== size) changed.push(id);
    bytes += size;
  }
  const megabytes = (bytes / 1024 / 1024).toFixed(1);
  return {
    part: 'originals',
    isSound: changed.length === 0,
    said:
      changed.length > 0
        ? `${counted(changed.length, 'original is', 'originals are')} no longer as it was imported (number ${few(changed)}).`
        : originals.length === 0
          ? 'No original was imported yet.'
          : `${counted(originals.length, 'original is', 'originals are')} byte for byte as imported (${megabytes} MB).`,
  };
}

function* verifyLetters(file: ReadCase): Verifying {
  const letters = query<[], { version: number; docx: Buffer; sha256: string }>(
    file,
    'SELECT version, docx, sha256 FROM issued_letter ORDER BY version',
  ).all();
  const changed: number[] = [];
  for (const { version, docx, sha256 } of letters) {
    if (createHash('sha256').update(docx).digest('hex') !== sha256) changed.push(version);
    yield;
  }
  return {
    part: 'letters',
    isSound: changed.length === 0,
    said:
      changed.length > 0
        ? `An issued letter is no longer as it was issued (version ${few(changed)}).`
        : letters.length === 0
          ? 'No letter was issued yet.'
          : `${counted(letters.length, 'issued letter is', 'issued letters are')} byte for byte as issued.`,
  };
}

/** Records that do not have the pages 1 to as many as they have. */
const GAPS = `SELECT record.id FROM record LEFT JOIN page ON page.record_id = record.id WHERE is_complete = 1
  GROUP BY record.id HAVING count(page.id) <> coalesce(max(page.number), 0) OR coalesce(min(page.number), 1) <> 1`;

function* verifyPages(file: ReadCase): Verifying {
  const gaps = query<[], { id: number }>(file, GAPS).all();
  yield;
  const totals = intakeTotals(file);
  const { given, imported, duplicate, failed, skipped, waiting, pagesPromised, pagesStored, pagesFailed } = totals;
  const filesAddUp = given === imported + duplicate + failed + skipped + waiting;
  const pagesAddUp = pagesPromised === pagesStored + pagesFailed;
  const ledger = `${counted(given, 'file', 'files')} given; ${counted(pagesPromised, 'page', 'pages')} promised = ${String(pagesStored)} stored + ${String(pagesFailed)} that could not be read`;
  if (gaps.length > 0)
    return {
      part: 'pages',
      isSound: false,
      said: `Pages are missing in ${counted(gaps.length, 'record', 'records')} (number ${few(gaps.map(({ id }) => id))}).`,
    };
  return {
    part: 'pages',
    isSound: filesAddUp && pagesAddUp,
    said:
      filesAddUp && pagesAddUp
        ? `The pages add up with the ledger: ${ledger}.`
        : `The pages do not add up with the ledger: ${ledger}.`,
  };
}

const NOT_READ: Readonly<Record<'file' | 'chain' | 'originals' | 'letters' | 'pages', string>> = {
  file: PAGES_FAILED,
  chain: 'The log of changes cannot be read to its end.',
  originals: 'Not all originals can be read.',
  letters: 'Not all issued letters can be read.',
  pages: 'The pages cannot be counted.',
};

function* orDamaged(part: keyof typeof NOT_READ, check: Verifying): Verifying {
  try {
    return yield* check;
  } catch (error) {
    if (!isDamage(error)) throw error;
    return { part, isSound: false, said: NOT_READ[part] };
  }
}

/**
 * Looks at all of an open case: its file, its log from the first change to the one that `known` remembers, its
 * originals and issued letters by their hashes, its pages beside the ledger.
 */
export function* verifyCase(file: ReadCase, known: CaseHead | null, now: Date): Generator<undefined, VerifiedPart[]> {
  return [
    yield* orDamaged('file', verifyFile(file)),
    yield* orDamaged('chain', verifyChain(file, known, now)),
    yield* orDamaged('originals', verifyOriginals(file)),
    yield* orDamaged('letters', verifyLetters(file)),
    yield* orDamaged('pages', verifyPages(file)),
  ];
}
