import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBackend } from '../../../main/app/backend/create-backend.ts';
import { readSampleCase, type SampleCase } from '../../../main/app/vault/sample-case.ts';
import type { Client } from '../../../main/hosts/cli/client.ts';
import { decideItems, decideTimeline, writeSummary } from '../../../main/hosts/cli/run-sample.ts';
import type { Finding } from '../../../shared/check.ts';
import type { Entry } from '../../../shared/entry.ts';
import type { Sentence } from '../../../shared/summary.ts';

export const ASSETS = join(import.meta.dirname, '..', '..', '..', 'assets');

/** The forms that the sample case has an expected letter in. */
export const SAMPLE_FORMS = ['2014', '2016'] as const;
type SampleForm = (typeof SAMPLE_FORMS)[number];

export type SampleWalk = {
  readonly timeline: readonly Entry[];
  readonly summary: readonly Sentence[];
  readonly findings: Readonly<Record<SampleForm, readonly Finding[]>>;
  /** One line a paragraph of the letter. */
  readonly letters: Readonly<Record<SampleForm, string>>;
  readonly docx: Readonly<Record<SampleForm, Uint8Array>>;
};

const clientOf = (backend: Client['backend']): Client => ({
  backend,
  ask: async (method, input) => {
    const reply = await backend.call(method, input);
    if (!reply.ok) throw new Error(reply.error.message);
    return reply.value as never;
  },
  offer: async (offer) => (await backend.offer([offer]))[0]!,
  target: () => Promise.reject(new Error('the walk writes no file')),
  unlock: () => Promise.reject(new Error('the vault is made in the walk')),
  close: () => backend.close(),
});

const inBothForms = async <T>(ask: (form: SampleForm) => Promise<T>): Promise<Record<SampleForm, T>> => ({
  '2014': await ask('2014'),
  '2016': await ask('2016'),
});

const walk = async (client: Client, sample: SampleCase): Promise<SampleWalk> => {
  const { ask, offer, backend } = client;
  await ask('vault.create', { passphrase: 'a passphrase for tests' });
  const { caseId } = await ask('case.openSample', {});
  await ask('ocr.run', { caseId });
  await decideTimeline(client, caseId, sample);
  await writeSummary(client, caseId, sample);
  await decideItems(client, caseId, sample);
  return {
    timeline: await ask('timeline.list', { caseId }),
    summary: await ask('summary.show', { caseId }),
    findings: await inBothForms((form) => ask('letter.check', { caseId, form, settled: true })),
    letters: await inBothForms(async (form) =>
      (await ask('letter.preview', { caseId, form })).blocks
        .map(({ runs }) => `${runs.map(({ text }) => text).join('')}\n`)
        .join(''),
    ),
    docx: await inBothForms(async (form) => {
      const target = await offer({ kind: 'download', name: 'determination.docx' });
      await ask('letter.export', { caseId, form, target });
      return (await backend.take(target))!.bytes;
    }),
  };
};

/**
 * Does the main job on the sample case of an assets folder, from its files to both letters, in a vault that is thrown
 * away.
 */
export const walkSample = async (
  assetsDir: string,
  change: (sample: SampleCase) => SampleCase = (sample) => sample,
): Promise<SampleWalk> => {
  const storeDir = mkdtempSync(join(tmpdir(), 'imr-sample-'));
  const backend = await createBackend({
    storeDir,
    assetsDir,
    parsers: 2,
    kdfCost: 1024,
    now: () => new Date('2016-10-20T12:00:00Z'),
  });
  try {
    return await walk(clientOf(backend), change(readSampleCase(join(assetsDir, 'sample-case'))));
  } finally {
    await backend.close();
    rmSync(storeDir, { recursive: true });
  }
};
