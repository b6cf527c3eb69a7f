import { resolve } from 'node:path';
import { editionName, type GuidelineDifference, type GuidelineRow } from '../../../../shared/guideline.ts';
import { usDate } from '../../../../shared/partial-date.ts';
import type { Client } from '../client.ts';
import { plainLine, word, type Commands } from '../command.ts';
import type { Options } from '../options.ts';

const rowLine = (row: GuidelineRow): string =>
  plainLine(
    [
      row.effectiveFrom ?? (row.status === 'proposed' ? 'proposed  ' : 'not known '),
      row.effectiveTo ?? '          ',
      row.certainty.padEnd(9),
      row.regulation,
      editionName(row),
    ].join('  '),
  );

const compare = async (client: Client, options: Options, file: string): Promise<GuidelineDifference> => {
  await client.unlock();
  const [token] = await client.backend.offer([{ kind: 'path', path: resolve(file) }]);
  if (token === undefined) throw new Error('nothing was offered');
  return client.ask('guideline.compare', { file: token, mode: options.replace ? 'replace' : 'add' });
};

const differenceLines = ({ messages, added, changed, removed, table }: GuidelineDifference): string[] => [
  ...messages.map(plainLine),
  ...added.map((row) => `added    ${rowLine(row)}`),
  ...changed.map(({ after, what }) => `changed  ${rowLine(after)}  (${what.join(', ')})`),
  ...removed.map((row) => `removed  ${rowLine(row)}`),
  `${added.length} added, ${changed.length} changed, ${removed.length} removed; complete to ${usDate(table.completeTo)}.`,
];

export const LAW_COMMANDS: Commands = {
  rules: {
    usage: 'rules',
    does: 'lists the rules that letters are held to: what each asks, where it stands, how sure, since when',
    run: async (client) => {
      await client.unlock();
      const rules = await client.ask('rule.list', {});
      return {
        json: rules,
        lines: rules.flatMap(({ title, kind, stands, certainty, since, asks, isOwn }) =>
          [
            `${title}${isOwn ? ' (your own)' : ''}`,
            `  ${kind}; ${stands}; ${certainty}${since === null ? '' : `; since ${usDate(since)}`}`,
            `  ${asks}`,
          ].map(plainLine),
        ),
      };
    },
  },
  guidelines: {
    usage: 'guidelines',
    does: 'lists the editions of the guideline table, and the day to which it is complete',
    run: async (client) => {
      await client.unlock();
      const table = await client.ask('guideline.table', {});
      return {
        json: table,
        lines: [
          ...table.rows.map(rowLine),
          `${table.rows.length} editions; complete to ${usDate(table.completeTo)}. What came later, rows from memory and proposals are not judged by.`,
        ],
      };
    },
  },
  'guidelines compare': {
    usage: 'guidelines compare FILE [--replace]',
    does: 'says what a table in CSV or JSON would change; takes nothing',
    run: async (client, options, words) => {
      const difference = await compare(client, options, word(words, 0, 'FILE'));
      return { json: difference, lines: differenceLines(difference) };
    },
  },
  'guidelines take': {
    usage: 'guidelines take FILE [--replace]',
    does: 'adds the editions of such a table, or puts them in place of all; whole or not at all',
    run: async (client, options, words) => {
      const difference = await compare(client, options, word(words, 0, 'FILE'));
      await client.ask('guideline.take', { table: difference.table });
      return { json: difference, lines: differenceLines(difference) };
    },
  },
};
