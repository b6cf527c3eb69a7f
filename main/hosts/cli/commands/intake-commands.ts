import { resolve } from 'node:path';
import type { Input } from '../../../../shared/contract.ts';
import type { CaseId } from '../../../../shared/ids.ts';
import type { FileResult, IntakeRow, IntakeTotals } from '../../../../shared/record.ts';
import { Refusal } from '../../../../shared/reply.ts';
import type { Client } from '../client.ts';
import { plainLine, word, type Answer, type Commands } from '../command.ts';
import { caseIdOf } from './case-commands.ts';

const totalsLine = (totals: IntakeTotals): string =>
  `In the case: ${totals.given} files given = ${totals.imported} imported + ${totals.duplicate} duplicate + ${totals.failed} failed + ${totals.skipped} skipped${totals.waiting > 0 ? ` + ${totals.waiting} waiting` : ''}; ` +
  `${totals.pagesPromised} pages promised = ${totals.pagesStored} stored + ${totals.pagesFailed} failed` +
  `${totals.pagesBlank > 0 ? `; ${totals.pagesBlank} blank` : ''}${totals.pagesToRecognise > 0 ? `; ${totals.pagesToRecognise} still to be recognised` : ''}${totals.pagesByEye > 0 ? `; ${totals.pagesByEye} to be read by eye` : ''}.`;

/** Where a file came from: its name behind those of the archives that it lay in. */
const pathOf = (row: Pick<IntakeRow, 'name' | 'container'>, rows: ReadonlyMap<number, IntakeRow>): string => {
  const outer = row.container === null ? undefined : rows.get(row.container);
  return outer === undefined ? row.name : `${pathOf(outer, rows)} > ${row.name}`;
};

const lineOf = (row: IntakeRow, rows: ReadonlyMap<number, IntakeRow>): string =>
  plainLine(
    [
      row.state,
      `line ${row.id}`,
      pathOf(row, rows),
      row.kind,
      `${row.pages} ${row.pages === 1 ? 'page' : 'pages'}`,
      ...row.messages,
    ].join('  '),
  );

const byId = (rows: readonly IntakeRow[]): ReadonlyMap<number, IntakeRow> => new Map(rows.map((row) => [row.id, row]));

/**
 * Recognises what was read, then tells what became of each file. An archive is no answer by itself: the files in it
 * are.
 */
const answered = async (client: Client, caseId: CaseId, results: readonly FileResult[]): Promise<Answer> => {
  const recognition = await client.ask('ocr.run', { caseId });
  const { files, totals } = await client.ask('intake.list', { caseId });
  const rows = byId(files);
  const own = results.filter(({ kind, status }) => kind !== 'zip' || status !== 'imported');
  return {
    json: {
      files: results.map(({ name, status, kind, pages, messages, ...rest }) => ({
        name,
        status,
        kind,
        pages,
        messages,
        ...rest,
      })),
      totals,
      recognition,
    },
    lines: [...results.flatMap(({ id }) => rows.get(id) ?? []).map((row) => lineOf(row, rows)), totalsLine(totals)],
    exitCode: results.length > 0 && own.every(({ status }) => status === 'failed' || status === 'skipped') ? 1 : 0,
  };
};

const lineIn = (words: readonly string[]): number => {
  const line = word(words, 1, 'The line of the ledger');
  if (!/^\d{1,9}$/u.test(line))
    throw new Refusal('usage', `"${plainLine(line)}" is not a line of the ledger; "imr intake ID" prints them.`);
  return Number(line);
};

const importFiles = async (client: Client, input: Input<'record.import'>): Promise<readonly FileResult[]> =>
  (input.files.length === 0
    ? await client.ask('intake.resume', { caseId: input.caseId })
    : await client.ask('record.import', input)
  ).files;

export const INTAKE_COMMANDS: Commands = {
  import: {
    usage: 'import ID [PATH...] [--file-password-file FILE]',
    does: 'imports files, folders and ZIPs, one line a file; without a path goes on with what was stopped',
    run: async (client, { filePassword: password }, words) => {
      const caseId = caseIdOf(words);
      await client.unlock();
      const files = await client.backend.offer(words.slice(1).map((path) => ({ kind: 'path', path: resolve(path) })));
      return answered(client, caseId, await importFiles(client, { caseId, files, password }));
    },
  },
  intake: {
    usage: 'intake ID',
    does: 'prints the ledger: every file that was given, and what became of it',
    run: async (client, _options, words) => {
      const caseId = caseIdOf(words);
      await client.unlock();
      const ledger = await client.ask('intake.list', { caseId });
      const rows = byId(ledger.files);
      return { json: ledger, lines: [...ledger.files.map((row) => lineOf(row, rows)), totalsLine(ledger.totals)] };
    },
  },
  retry: {
    usage: 'retry ID LINE [--file-password-file FILE]',
    does: 'reads a file of the ledger again that failed, or those of an archive',
    run: async (client, { filePassword: password }, words) => {
      const [caseId, id] = [caseIdOf(words), lineIn(words)];
      await client.unlock();
      return answered(client, caseId, (await client.ask('intake.retry', { caseId, id, password })).files);
    },
  },
  original: {
    usage: 'original ID LINE --out FILE [--overwrite]',
    does: 'writes the untouched file behind a line of the ledger, byte for byte',
    run: async (client, { out }, words) => {
      const [caseId, id] = [caseIdOf(words), lineIn(words)];
      if (out === undefined) throw new Refusal('usage', 'Say where to write the file with --out FILE.');
      await client.unlock();
      const written = await client.ask('intake.original', {
        caseId,
        id,
        target: await client.target(out),
      });
      return { json: written, lines: [`${out}: written, sha256 ${written.sha256}.`] };
    },
  },
};
