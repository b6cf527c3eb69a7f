import { resolve } from 'node:path';
import type { RecordId } from '../../../../shared/ids.ts';
import type { IntakeTotals } from '../../../../shared/record.ts';
import { Refusal } from '../../../../shared/reply.ts';
import { plainLine, word, type Commands } from '../command.ts';
import { caseIdOf } from './case-commands.ts';

const totalsLine = (totals: IntakeTotals): string =>
  `In the case: ${totals.given} files given = ${totals.imported} imported + ${totals.duplicate} duplicate + ${totals.failed} failed + ${totals.skipped} skipped${totals.waiting > 0 ? ` + ${totals.waiting} waiting` : ''}; ` +
  `${totals.pagesPromised} pages promised = ${totals.pagesStored} stored + ${totals.pagesFailed} failed` +
  `${totals.pagesBlank > 0 ? `; ${totals.pagesBlank} blank` : ''}${totals.pagesToRecognise > 0 ? `; ${totals.pagesToRecognise} still to be recognised` : ''}${totals.pagesByEye > 0 ? `; ${totals.pagesByEye} to be read by eye` : ''}.`;

export const RECORD_COMMANDS: Commands = {
  import: {
    usage: 'import ID [PATH...]',
    does: 'imports files and folders, one line a file; without a path goes on with what was stopped',
    run: async (client, _options, words) => {
      const caseId = caseIdOf(words);
      await client.unlock();
      const files = await client.backend.offer(words.slice(1).map((path) => ({ kind: 'path', path: resolve(path) })));
      const { files: results } = files.length === 0 ? await client.ask('intake.resume', { caseId }) : await client.ask('record.import', { caseId, files });
      const recognition = await client.ask('ocr.run', { caseId });
      const { totals } = await client.ask('intake.list', { caseId });
      return {
        json: { files: results.map(({ name, status, kind, pages, messages, ...rest }) => ({ name, status, kind, pages, messages, ...rest })), totals, recognition },
        lines: [...results.map(({ name, status, kind, pages, messages }) => plainLine([`${status}  ${name}  ${kind}  ${pages} pages`, ...messages].join('  '))), totalsLine(totals)],
        exitCode: results.length > 0 && results.every(({ status }) => status === 'failed' || status === 'skipped') ? 1 : 0,
      };
    },
  },
  pages: {
    usage: 'pages ID [--record R]',
    does: 'prints the pages with their text, size, text source and OCR confidence',
    run: async (client, options, words) => {
      const caseId = caseIdOf(words);
      await client.unlock();
      const rows = await client.ask('page.list', { caseId, ...(options.record !== undefined && { recordId: options.record as RecordId }) });
      if (options.record !== undefined && rows.length === 0) throw new Refusal('not-found', `There is no record ${plainLine(options.record)} in this case; list the pages without --record.`);
      const pages = [];
      for (const { id } of rows) {
        const { words: _words, blocks: _blocks, number, ...page } = await client.ask('page.show', { caseId, pageId: id });
        pages.push({ page: number, ...page });
      }
      return { json: pages, lines: pages.map((page) => `record ${page.record}  page ${page.page}  ${page.source}${page.needsOcr ? '  needs OCR' : ''}  ${page.text.length} characters`) };
    },
  },
  search: {
    usage: 'search ID QUERY',
    does: 'full-text search, best first',
    run: async (client, _options, words) => {
      const caseId = caseIdOf(words);
      const query = [word(words, 1, 'The words to search for'), ...words.slice(2)].join(' ');
      await client.unlock();
      const { total, hits } = await client.ask('search.run', { caseId, query });
      return { json: { total, hits }, lines: [`${total} ${total === 1 ? 'page' : 'pages'}`, ...hits.map((hit) => plainLine(`record ${hit.record}  page ${hit.page}  ${hit.snippet}`))] };
    },
  },
  timeline: {
    usage: 'timeline ID',
    does: 'prints the proposed and accepted entries with their sources',
    run: async (client, _options, words) => {
      const caseId = caseIdOf(words);
      await client.unlock();
      const entries = await client.ask('timeline.list', { caseId });
      return { json: entries, lines: entries.map((entry) => plainLine(`${entry.date ?? 'no date'}  ${entry.kind}  ${entry.state}  ${entry.text}`)) };
    },
  },
};
