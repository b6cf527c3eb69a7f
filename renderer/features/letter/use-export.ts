import { useState } from 'react';
import type { Output } from '../../../shared/contract.ts';
import type { CaseId, FileToken } from '../../../shared/ids.ts';
import type { LetterForm } from '../../../shared/letter.ts';
import type { BesidePart, FileFormat } from '../../../shared/reviewed.ts';
import { flushEdits } from '../../data/use-edit.ts';
import { useJob } from '../../data/hooks.ts';
import { suffixOf, useLetterForms } from '../../data/letter-forms.ts';
import { useSaveFile } from '../../data/save-file.ts';

/** A file that was written: where it is, and when. */
type Written = { readonly name: string; readonly at: string; readonly target: FileToken };
export type Exported = Output<'letter.export'> & Written;

const PART_NAMES: Readonly<Record<BesidePart, string>> = {
  evidence: 'evidence',
  documents: 'documents-reviewed',
  cover: 'cover',
};

const baseName = (caseNumber: string): string => (caseNumber === '' ? 'determination' : caseNumber);
const now = (): string => new Date().toLocaleTimeString('en-US', { hour: 'numeric', minute: '2-digit' });

export type Export = {
  /** The last export of the letter. */
  readonly exported: Exported | null;
  readonly isRunning: boolean;
  /** Writes the letter, as a draft or issued. */
  readonly run: (how: HowToExport) => Promise<boolean>;
  /** Writes a version again as it was issued. */
  readonly runIssued: (version: number, format: FileFormat) => Promise<void>;
};

/**
 * `force` is the reason why blocking findings are overridden, `issue` that of a correction (empty for the first
 * version).
 */
type HowToExport = {
  readonly format: FileFormat;
  readonly force?: string | undefined;
  readonly issue?: { readonly reason: string } | undefined;
};

type About = { readonly caseId: CaseId; readonly caseNumber: string; readonly form: LetterForm };

/** Export: a place is chosen, the file is written, read back and compared, and then shown. */
export const useExport = ({ caseId, caseNumber, form }: About): Export => {
  const { choose, handOver } = useSaveFile();
  const forms = useLetterForms();
  const { start, job } = useJob('letter.export');
  const { start: startIssued, job: issuedJob } = useJob('letter.exportIssued');
  const [exported, setExported] = useState<Exported | null>(null);
  const run = async ({ format, force, issue }: HowToExport): Promise<boolean> => {
    await flushEdits();
    const target = await choose(`${baseName(caseNumber)}${suffixOf(forms, form)}.${format}`);
    if (target === null) return false;
    const reply = await start(
      {
        caseId,
        form,
        format,
        target,
        ...(force === undefined ? {} : { force }),
        ...(issue === undefined ? {} : { issue }),
      },
      'Writing the letter and reading it back',
    );
    if (!reply.ok) return false;
    setExported({ ...reply.value, at: now(), target });
    await handOver(target, reply.value.name);
    return true;
  };
  const runIssued = async (version: number, format: FileFormat): Promise<void> => {
    const target = await choose(`${baseName(caseNumber)}-version-${String(version)}.${format}`);
    if (target === null) return;
    const reply = await startIssued(
      { caseId, version, format, target },
      `Writing version ${String(version)} as it was issued`,
    );
    if (reply.ok) await handOver(target, reply.value.name);
  };
  return { exported, isRunning: job !== null || issuedJob !== null, run, runIssued };
};

export type BesideExport = {
  /** What was written of each part, and what there is to say about it. */
  readonly written: Readonly<Partial<Record<BesidePart, Written & { readonly messages: readonly string[] }>>>;
  readonly isRunning: boolean;
  readonly run: (part: BesidePart, format: FileFormat) => Promise<void>;
};

/** Writes what goes beside the letter. */
export const useBesideExport = ({ caseId, caseNumber, form }: About): BesideExport => {
  const { choose, handOver } = useSaveFile();
  const { start, job } = useJob('letter.exportBeside');
  const [written, setWritten] = useState<BesideExport['written']>({});
  const run = async (part: BesidePart, format: FileFormat): Promise<void> => {
    await flushEdits();
    const target = await choose(`${baseName(caseNumber)}-${PART_NAMES[part]}.${format}`);
    if (target === null) return;
    const reply = await start({ caseId, part, form, format, target }, 'Writing what goes beside the letter');
    if (!reply.ok) return;
    const { name, messages } = reply.value;
    setWritten((all) => ({ ...all, [part]: { name, messages, at: now(), target } }));
    await handOver(target, name);
  };
  return { written, isRunning: job !== null, run };
};
