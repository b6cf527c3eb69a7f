import { resolve } from 'node:path';
import type { CaseFinding, Finding } from '../../../../shared/check.ts';
import { partPath } from '../../../../shared/part.ts';
import { Refusal } from '../../../../shared/reply.ts';
import type { Client } from '../client.ts';
import { plainLine, word, type Answer, type Commands } from '../command.ts';
import type { Options } from '../options.ts';
import { printedFinding } from '../printed-finding.ts';
import { recoveryLines } from '../recovery-lines.ts';
import { caseIdOf } from './case-commands.ts';

/** A file named `.pdf` is written as one; any other is a Word file. */
const formatOf = (path: string): 'docx' | 'pdf' => (/\.pdf$/iu.test(path) ? 'pdf' : 'docx');

const isOverridden = (finding: Finding | CaseFinding): finding is CaseFinding =>
  'overridden' in finding && finding.overridden !== null;

const checked = (findings: readonly (Finding | CaseFinding)[]): Answer => ({
  json: findings.map(printedFinding),
  lines:
    findings.length === 0
      ? ['All checks passed.']
      : findings.map((finding) =>
          plainLine(
            `${finding.severity}  ${finding.check}  ${partPath(finding.part)}  ${finding.message}${isOverridden(finding) ? `  Overridden: ${finding.overridden ?? ''}` : ''}`,
          ),
        ),
  exitCode: findings.some((finding) => finding.severity === 'block' && !isOverridden(finding)) ? 1 : 0,
});

/** The form that was asked for; refuses with `usage` one that is not known. */
const formFor = async (client: Client, { form }: Options): Promise<string | undefined> => {
  if (form === undefined) return undefined;
  const known = (await client.ask('form.list', {})).map((one) => one.form);
  if (known.includes(form)) return form;
  throw new Refusal('usage', `There is no form ${form}; use ${known.map((one) => `--form ${one}`).join(' or ')}.`);
};

export const LETTER_COMMANDS: Commands = {
  check: {
    usage: 'check ID [--form FORM]',
    does: 'runs the letter checks; exit code 1 if a blocking one fails',
    run: async (client, options, words) => {
      const [caseId, form] = [caseIdOf(words), await formFor(client, options)];
      await client.unlock();
      return checked(await client.ask('letter.check', { caseId, form, settled: true }));
    },
  },
  'check-letter': {
    usage: 'check-letter FILE',
    does: 'runs the checks that a letter alone can answer',
    run: async (client, _options, words) =>
      checked(
        await client.ask('letter.checkFile', {
          file: await client.offer({ kind: 'path', path: resolve(word(words, 0, 'FILE')) }),
        }),
      ),
  },
  letter: {
    usage:
      'letter ID --out FILE.docx|.pdf [--form FORM] [--force REASON] [--issue] [--correction REASON] [--version N]',
    does: 'exports the letter, read back and compared; refuses with reasons; --issue keeps it as a version',
    run: async (client, options, words) => {
      const [caseId, form] = [caseIdOf(words), await formFor(client, options)];
      if (options.out === undefined) throw new Refusal('usage', 'Say where to write the letter with --out FILE.docx.');
      await client.unlock();
      const target = await client.target(options.out);
      const format = formatOf(options.out);
      if (options.version !== undefined) {
        const written = await client.ask('letter.exportIssued', { caseId, version: options.version, format, target });
        return { json: written, lines: [`${options.out}: version ${options.version} as it was issued.`] };
      }
      const exported = await client.ask('letter.export', {
        caseId,
        form,
        format,
        target,
        force: options.force,
        ...(options.issue && { issue: { reason: options.correction ?? '' } }),
      });
      return {
        json: { ...exported, overridden: exported.overridden.map(printedFinding) },
        lines: [
          `${options.out}: ${exported.words} words, read back the same${exported.version === null ? '' : `, version ${exported.version}`}.`,
        ],
      };
    },
  },
  evidence: {
    usage: 'evidence ID --out FILE.docx|.pdf',
    does: 'writes the evidence report: every sentence with its record, page and quote',
    run: async (client, options, words) => {
      const [caseId, form] = [caseIdOf(words), await formFor(client, options)];
      if (options.out === undefined) throw new Refusal('usage', 'Say where to write the report with --out FILE.docx.');
      await client.unlock();
      const target = await client.target(options.out);
      const written = await client.ask('letter.exportBeside', {
        caseId,
        part: 'evidence',
        form,
        format: formatOf(options.out),
        target,
      });
      return { json: written, lines: [`${options.out}: written, read back the same.`] };
    },
  },
  'read-letter': {
    usage: 'read-letter FILE [--case new]',
    does: 'takes a published determination apart; with --case new makes a case of it',
    run: async (client, options, words) => {
      if (options.case !== undefined && options.case !== 'new')
        throw new Refusal('usage', 'Use --case new to make a case of the letter.');
      const letter = await client.ask('letter.read', {
        file: await client.offer({ kind: 'path', path: resolve(word(words, 0, 'FILE')) }),
      });
      if (options.case === undefined) return { json: letter, lines: [JSON.stringify(letter, null, 2)] };
      const made = await client.unlock(true);
      const { caseId } = await client.ask('case.create', { letter, origin: 'published-letter' });
      return {
        json: { caseId },
        lines: [...recoveryLines(made.recoveryKey), ...letter.messages.map(plainLine), caseId],
      };
    },
  },
  text: {
    usage: 'text FILE',
    does: 'prints the text of a file, page by page; nothing is kept',
    run: async (client, _options, words) => {
      const read = await client.ask('file.text', {
        file: await client.offer({ kind: 'path', path: resolve(word(words, 0, 'FILE')) }),
      });
      return { json: read, lines: [...read.pages.map(({ text }) => text), ...read.messages] };
    },
  },
  dates: {
    usage: 'dates FILE',
    does: 'prints every date found in a file; nothing is kept',
    run: async (client, _options, words) => {
      const dates = await client.ask('file.dates', {
        file: await client.offer({ kind: 'path', path: resolve(word(words, 0, 'FILE')) }),
      });
      return {
        json: dates,
        lines: dates.map(({ text, date, kind, page }) => plainLine(`page ${page}  ${date}  ${kind}  ${text}`)),
      };
    },
  },
};
