import type { RecordId } from '../../../../shared/ids.ts';
import { Refusal } from '../../../../shared/reply.ts';
import { plainLine, word, type Commands } from '../command.ts';
import { caseIdOf } from './case-commands.ts';
import { searchAbsent } from './search-absent.ts';

export const RECORD_COMMANDS: Commands = {
  records: {
    usage: 'records ID',
    does: 'prints the records of every file: first and last page, kind, title, date, provider, state and reason',
    run: async (client, _options, words) => {
      const caseId = caseIdOf(words);
      await client.unlock();
      const records = (await client.ask('document.list', { caseId })).map(
        ({ id, file, first, last, kind, title, date, provider, patient, state, reason }) => ({
          ...{ record: id, file, first, last, kind, title, date, provider, patient, state, reason },
        }),
      );
      return {
        json: records,
        lines: records.map(({ file, first, last, kind, date, state, title }) =>
          plainLine(`file ${file}  pages ${first}-${last}  ${date ?? 'no date'}  ${kind}  ${state}  ${title}`),
        ),
      };
    },
  },
  pages: {
    usage: 'pages ID [--record R]',
    does: 'prints the pages with their text, size, text source and OCR confidence',
    run: async (client, options, words) => {
      const caseId = caseIdOf(words);
      await client.unlock();
      const rows = await client.ask('page.list', {
        caseId,
        ...(options.record !== undefined && { recordId: options.record as RecordId }),
      });
      if (options.record !== undefined && rows.length === 0)
        throw new Refusal(
          'not-found',
          `There is no record ${plainLine(options.record)} in this case; list the pages without --record.`,
        );
      const pages = [];
      for (const { id } of rows) {
        const {
          words: _words,
          blocks: _blocks,
          number,
          ...page
        } = await client.ask('page.show', { caseId, pageId: id });
        pages.push({ page: number, ...page });
      }
      return {
        json: pages,
        lines: pages.map(
          (page) =>
            `record ${page.record}  page ${page.page}  ${page.source}${page.needsOcr ? '  needs OCR' : ''}  ${page.text.length} characters`,
        ),
      };
    },
  },
  search: {
    usage: 'search ID QUERY | search ID --absent TERM...',
    does: 'full-text search, best first; with --absent a negative search for each term over all pages, kept with its day',
    run: async (client, options, words) => {
      const caseId = caseIdOf(words);
      if (options.absent) return searchAbsent(client, caseId, words.slice(1));
      const query = [word(words, 1, 'The words to search for'), ...words.slice(2)].join(' ');
      await client.unlock();
      const { total, hits } = await client.ask('search.run', { caseId, query });
      return {
        json: { total, hits },
        lines: [
          `${total} ${total === 1 ? 'page' : 'pages'}`,
          ...hits.map((hit) => plainLine(`record ${hit.record}  page ${hit.page}  ${hit.snippet}`)),
        ],
      };
    },
  },
  timeline: {
    usage: 'timeline ID',
    does: 'prints the proposed and accepted entries with their sources',
    run: async (client, _options, words) => {
      const caseId = caseIdOf(words);
      await client.unlock();
      const entries = await client.ask('timeline.list', { caseId });
      return {
        json: entries,
        lines: entries.map((entry) =>
          plainLine(`${entry.date ?? 'no date'}  ${entry.kind}  ${entry.state}  ${entry.text}`),
        ),
      };
    },
  },
};
