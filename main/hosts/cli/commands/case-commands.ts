import { readFileSync } from 'node:fs';
import type { CaseId } from '../../../../shared/ids.ts';
import type { Input } from '../../../../shared/contract.ts';
import { Refusal } from '../../../../shared/reply.ts';
import { plainLine, word, type Commands } from '../command.ts';
import { recoveryLines } from '../recovery-lines.ts';

/** An id as typed; the backend refuses what is none. */
export const caseIdOf = (words: readonly string[]): CaseId => word(words, 0, 'The id of the case') as CaseId;

const readJson = (path: string): Input<'case.create'>['letter'] => {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new Refusal('usage', `The file ${plainLine(path)} cannot be read; check its path.`);
  }
  try {
    return JSON.parse(text) as Input<'case.create'>['letter'];
  } catch {
    throw new Refusal(
      'usage',
      `The file ${plainLine(path)} is not JSON; compare it with what "imr read-letter FILE --json" prints.`,
    );
  }
};

export const CASE_COMMANDS: Commands = {
  'case new': {
    usage: 'case new FILE.json',
    does: 'makes a case from the parts of a letter, each optional; makes the vault if there is none',
    run: async (client, _options, words) => {
      const letter = readJson(word(words, 0, 'FILE.json'));
      const made = await client.unlock(true);
      const { caseId } = await client.ask('case.create', { letter, origin: 'records' });
      return { json: { caseId }, lines: [...recoveryLines(made.recoveryKey), caseId] };
    },
  },
  'case list': {
    usage: 'case list',
    does: 'lists the cases',
    run: async (client) => {
      await client.unlock();
      const rows = await client.ask('case.list', {});
      return {
        json: rows.map(({ caseNumber, ...row }) => ({ number: caseNumber, ...row })),
        lines: rows.map((row) =>
          plainLine(`${row.id}  ${row.caseNumber || '(no number)'}  ${row.state}  ${row.pages} pages  ${row.subject}`),
        ),
      };
    },
  },
  'case show': {
    usage: 'case show ID',
    does: 'shows a case with its items',
    run: async (client, _options, words) => {
      const caseId = caseIdOf(words);
      await client.unlock();
      const [overview, items] = [await client.ask('case.show', { caseId }), await client.ask('item.list', { caseId })];
      return {
        json: { ...overview, number: overview.caseNumber, itemList: items },
        lines: [
          `${overview.caseNumber || '(no number)'}  ${overview.state}${overview.facts.origin === 'published-letter' ? '  made from a published letter' : ''}`,
          `${overview.records} records, ${overview.pages} pages, ${overview.pagesRead} read`,
          ...items.map((item) => plainLine(`${item.heading}: ${item.decision ?? 'not decided'}`)),
        ],
      };
    },
  },
  'case erase': {
    usage: 'case erase ID',
    does: "destroys a case's key and its file",
    run: async (client, _options, words) => {
      const caseId = caseIdOf(words);
      await client.unlock();
      await client.ask('case.erase', { caseId });
      return { json: { erased: caseId }, lines: [`The key of case ${caseId} was destroyed and its file removed.`] };
    },
  },
};
