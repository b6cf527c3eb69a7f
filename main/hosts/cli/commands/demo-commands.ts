import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { CaseId } from '../../../../shared/ids.ts';
import { fileSuffix } from '../../../../shared/letter-form.ts';
import type { LetterForm } from '../../../../shared/letter.ts';
import { Refusal } from '../../../../shared/reply.ts';
import { readSampleCase } from '../../../app/vault/sample-case.ts';
import { ROOT, type Client } from '../client.ts';
import type { Answer, Commands } from '../command.ts';
import type { Options } from '../options.ts';
import { printedFinding } from '../printed-finding.ts';
import { decideItems, decideTimeline, writeSummary } from '../run-sample.ts';

const folderOf = (options: Options): string => resolve(options.out ?? 'imr-demo');

type Step = { readonly step: string; readonly milliseconds: number };

/** Runs one step after another, says each with its time on standard error, and keeps the list. */
const timer = (): {
  readonly steps: Step[];
  readonly step: <T>(name: string, work: () => Promise<T>) => Promise<T>;
} => {
  const steps: Step[] = [];
  return {
    steps,
    step: async (name, work) => {
      const begun = performance.now();
      const result = await work();
      const milliseconds = Math.round(performance.now() - begun);
      steps.push({ step: name, milliseconds });
      process.stderr.write(`${String(milliseconds).padStart(6)} ms  ${name}\n`);
      return result;
    },
  };
};

const openVault = async ({ ask }: Client, options: Options): Promise<string[]> => {
  const passphrase = options.passphrase ?? randomBytes(12).toString('base64url');
  if ((await ask('vault.status', {})).exists) {
    if (options.passphrase === undefined)
      throw new Refusal(
        'exists',
        'This folder holds a demo vault already; give its passphrase in IMR_PASSPHRASE or choose another folder with --out.',
      );
    await ask('vault.unlock', { passphrase });
    return [];
  }
  const { recoveryKey } = await ask('vault.create', { passphrase });
  return options.passphrase === undefined
    ? [`The vault's passphrase: ${passphrase}`, `Its recovery key: ${recoveryKey}`]
    : [];
};

const exportLetter = async (client: Client, caseId: CaseId, form: LetterForm, path: string): Promise<void> => {
  await client.ask('letter.export', { caseId, form, target: await client.target(path) });
};

const exportEvidence = async (client: Client, caseId: CaseId, path: string): Promise<void> => {
  await client.ask('letter.exportBeside', {
    caseId,
    part: 'evidence',
    format: 'docx',
    target: await client.target(path),
  });
};

const demo = async (client: Client, options: Options): Promise<Answer> => {
  const out = folderOf(options);
  const sample = readSampleCase(join(ROOT, 'assets', 'sample-case'));
  const { steps, step } = timer();
  const said = await step('make the vault', () => openVault(client, options));
  const { caseId } = await step("import the sample's records and propose the timeline", () =>
    client.ask('case.openSample', {}),
  );
  await step('recognise the scans, the fax and the photo', () => client.ask('ocr.run', { caseId }));
  await step('decide the proposed entries', () => decideTimeline(client, caseId, sample));
  await step('write the summary', () => writeSummary(client, caseId, sample));
  await step('decide the items', () => decideItems(client, caseId, sample));
  const findings = await step('run the checks', () => client.ask('letter.check', { caseId, settled: true }));
  const forms = (await client.ask('form.list', {})).filter(({ isWritten }) => isWritten);
  const letters = forms.map((form) => join(out, `determination${fileSuffix(form)}.docx`));
  for (const [index, { form, title }] of forms.entries())
    await step(`export the letter, ${title}`, () => exportLetter(client, caseId, form, letters[index] ?? out));
  const evidence = join(out, 'evidence.docx');
  await step('write the evidence report', () => exportEvidence(client, caseId, evidence));
  return {
    json: {
      caseId,
      steps,
      findings: findings.map(printedFinding),
      letters,
      evidence,
      vault: join(out, 'vault'),
    },
    lines: [
      ...said,
      ...findings.map(({ check, severity, message }) => `${severity}  ${check}  ${message}`),
      `Letters: ${letters.join(', ')}`,
      `Evidence: ${evidence}`,
    ],
  };
};

export const DEMO_COMMANDS: Commands = {
  demo: {
    usage: 'demo [--out DIR]',
    does: 'does the main job on the sample case: from its files to the letter in every form',
    store: (options) => {
      const out = folderOf(options);
      if (!existsSync(out)) mkdirSync(out, { recursive: true });
      return join(out, 'vault');
    },
    run: (client, options) => demo(client, options),
  },
};
