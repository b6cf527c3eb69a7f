import { readFileSync } from 'node:fs';
import type { CaseId } from '../../../../shared/ids.ts';
import type { CaseRow } from '../../../../shared/case.ts';
import type { Input } from '../../../../shared/contract.ts';
import { Refusal } from '../../../../shared/reply.ts';
import type { CaseVerification, VerifiedPart } from '../../../../shared/verification.ts';
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

const partLine = ({ isSound, said }: VerifiedPart): string =>
  plainLine(`${isSound ? 'sound    ' : 'NOT SOUND'}  ${said}`);

const caseLines = ({ caseId, caseNumber, parts }: CaseVerification): string[] => [
  plainLine(`${caseId}  ${caseNumber || '(no number)'}`),
  ...parts.map((part) => `  ${partLine(part)}`),
];

/** `damaged` or `set-back` where the case cannot be worked on. */
const stateOf = ({ state, condition }: CaseRow): string => (condition.state === 'sound' ? state : condition.state);

const jsonOf = ({ caseNumber, condition, ...row }: CaseRow): object => ({
  number: caseNumber,
  ...row,
  state: stateOf({ caseNumber, condition, ...row }),
  ...(condition.state !== 'sound' && { reason: condition.reason }),
});

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
        json: rows.map(jsonOf),
        lines: rows.map((row) =>
          plainLine(
            `${row.id}  ${row.caseNumber || '(no number)'}  ${stateOf(row)}  ${row.pages} pages  ${row.condition.reason || row.subject}`,
          ),
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
  'case keep': {
    usage: 'case keep ID',
    does: 'takes a case that is older than the vault remembers as it stands, and records that in its log',
    run: async (client, _options, words) => {
      const caseId = caseIdOf(words);
      await client.unlock();
      await client.ask('case.keep', { caseId });
      return { json: { kept: caseId }, lines: [`Case ${caseId} was taken as it stands.`] };
    },
  },
  verify: {
    usage: 'verify [ID]',
    does: 'checks the files, logs, originals and pages of a case, or of the vault and all cases; exit code 1 if not sound',
    run: async (client, _options, words) => {
      await client.unlock();
      if (words.length === 0) {
        const verified = await client.ask('vault.verify', {});
        const lines = [...verified.parts.map(partLine), ...verified.cases.flatMap(caseLines)];
        return { json: verified, lines, exitCode: verified.isSound ? 0 : 1 };
      }
      const verified = await client.ask('case.verify', { caseId: caseIdOf(words) });
      return { json: verified, lines: caseLines(verified), exitCode: verified.isSound ? 0 : 1 };
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
