import type { GuidelineRow } from '../../../shared/guideline.ts';
import { Refusal } from '../../../shared/reply.ts';
import { guidelinesFromCsv, guidelinesFromJson, guidelinesToCsv, rowProblem } from '../../letters/guideline-table.ts';
import { guidelinesInForce } from '../../letters/guidelines-in-force.ts';
import type { App, HandlersOf } from '../backend/app.ts';
import { readGuidelines, saveGuidelines } from './read-guidelines.ts';
import { takeText } from '../backend/take-text.ts';
import { writeTarget } from '../backend/write-target.ts';

/** Editions in force on the day first, each group in the table's order. */
const inForceFirst = (rows: readonly GuidelineRow[], day: string): GuidelineRow[] => {
  const inForce = guidelinesInForce(rows, day);
  return [...inForce, ...rows.filter((row) => !inForce.includes(row))];
};

const putRow = (rows: readonly GuidelineRow[], row: GuidelineRow): GuidelineRow[] =>
  rows.some(({ id }) => id === row.id) ? rows.map((other) => (other.id === row.id ? row : other)) : [...rows, row];

const checkRow = (row: GuidelineRow): void => {
  const problem = rowProblem(row);
  if (problem !== null) throw new Refusal('invalid', problem);
};

/** The guideline table of the vault: editions by effective date, edited, read from and written to files. */
export const guidelineService = (app: App): HandlersOf<'guideline'> => {
  const save = (rows: readonly GuidelineRow[] | null): void => saveGuidelines(app, rows);
  return {
    'guideline.list': ({ decisionDate }) =>
      decisionDate === undefined ? [...readGuidelines(app)] : inForceFirst(readGuidelines(app), decisionDate),
    'guideline.save': ({ row }) => {
      checkRow(row);
      const saved = { ...row, id: row.id === '' ? app.newId() : row.id };
      save(putRow(readGuidelines(app), saved));
      return saved;
    },
    'guideline.remove': ({ id }) => {
      const rows = readGuidelines(app);
      if (!rows.some((row) => row.id === id))
        throw new Refusal('not-found', 'This edition is no longer in the table.', { id });
      save(rows.filter((row) => row.id !== id));
      return {};
    },
    'guideline.import': async ({ file, mode }, call) => {
      const text = await takeText(app, file, call);
      const read = /^\s*[[{]/u.test(text) ? guidelinesFromJson(text) : guidelinesFromCsv(text);
      if (read.rows.length === 0)
        throw new Refusal('unreadable', read.messages[0] ?? 'The file holds no edition of a guideline.');
      app.changeVault(() => save(read.rows.reduce(putRow, mode === 'replace' ? [] : [...readGuidelines(app)])));
      return { rows: read.rows.length, messages: [...read.messages] };
    },
    'guideline.export': ({ target, format }) => {
      const rows = readGuidelines(app);
      const text = format === 'csv' ? guidelinesToCsv(rows) : `${JSON.stringify(rows, null, 2)}\n`;
      return { name: writeTarget(app, target, new TextEncoder().encode(text)), rows: rows.length };
    },
    'guideline.reset': () => {
      save(null);
      return {};
    },
  };
};
