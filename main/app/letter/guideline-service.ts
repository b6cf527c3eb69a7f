import { endOf, standingOf } from '../../../shared/edition-standing.ts';
import type { GuidelineRow, GuidelineTable } from '../../../shared/guideline.ts';
import { rankChapters } from '../../../shared/rank-chapters.ts';
import { Refusal } from '../../../shared/reply.ts';
import { guidelinesToCsv } from '../../letters/guideline-csv.ts';
import { rowProblem, tableProblem } from '../../letters/guideline-rules.ts';
import { compareTables, putRow, readGuidelineFile } from '../../letters/guideline-table.ts';
import { editionDaysOf } from '../../letters/items/edition-days.ts';
import { readFacts } from '../../store/facts.ts';
import { readItem } from '../../store/items.ts';
import { today, type App, type HandlersOf } from '../backend/app.ts';
import { takeText } from '../backend/take-text.ts';
import { writeTarget } from '../backend/write-target.ts';
import { readGuidelines, saveGuidelines } from './read-guidelines.ts';
import { requestedOn } from './requested-on.ts';

const STATES = ['in-force', 'not-known', 'not-in-force'];

const checkTable = (rows: readonly GuidelineRow[]): void => {
  const problem = rows.map(rowProblem).find((one) => one !== null) ?? tableProblem(rows);
  if (problem !== undefined && problem !== null) throw new Refusal('invalid', problem);
};

/** The guideline table of the vault: editions by effective date, edited, compared with files, read from and written to them. */
export const guidelineService = (app: App): HandlersOf<'guideline'> => {
  const save = (table: GuidelineTable): void => {
    checkTable(table.rows);
    saveGuidelines(app, table);
  };
  return {
    'guideline.table': () => readGuidelines(app),
    'guideline.forItem': (file, { itemId }) => {
      const { heading } = readItem(file, itemId);
      const { header } = readFacts(file);
      const table = readGuidelines(app);
      const days = editionDaysOf(heading, header, today(app), requestedOn(file));
      const editions = rankChapters(table.rows, heading).map((row) => ({
        row,
        standing: standingOf(row, table, days),
        end: endOf(row, table.rows),
      }));
      return {
        days,
        completeTo: table.completeTo,
        editions: STATES.flatMap((state) => editions.filter(({ standing }) => standing.state === state)),
      };
    },
    'guideline.save': ({ row }) => {
      const saved = { ...row, id: row.id === '' ? app.newId() : row.id };
      const table = readGuidelines(app);
      save({ ...table, rows: putRow(table.rows, saved) });
      return saved;
    },
    'guideline.remove': ({ id }) => {
      const table = readGuidelines(app);
      if (!table.rows.some((row) => row.id === id))
        throw new Refusal('not-found', 'This edition is no longer in the table.', { id });
      save({ ...table, rows: table.rows.filter((row) => row.id !== id) });
      return {};
    },
    'guideline.setComplete': ({ completeTo }) => {
      save({ ...readGuidelines(app), completeTo });
      return {};
    },
    'guideline.compare': async ({ file, mode }, call) => {
      const read = readGuidelineFile(await takeText(app, file, call));
      const difference = 'problem' in read ? read : compareTables(readGuidelines(app), read, mode);
      if ('problem' in difference) throw new Refusal('unreadable', difference.problem);
      return difference;
    },
    'guideline.take': ({ table }) => {
      save(table);
      return { rows: table.rows.length };
    },
    'guideline.export': ({ target, format }) => {
      const table = readGuidelines(app);
      const text = format === 'csv' ? guidelinesToCsv(table.rows) : `${JSON.stringify(table, null, 2)}\n`;
      return { name: writeTarget(app, target, new TextEncoder().encode(text)), rows: table.rows.length };
    },
    'guideline.reset': () => {
      saveGuidelines(app, null);
      return {};
    },
  };
};
