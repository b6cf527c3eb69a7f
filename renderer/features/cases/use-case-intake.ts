import { useCallback } from 'react';
import type { CaseFacts } from '../../../shared/case.ts';
import type { Input } from '../../../shared/contract.ts';
import type { CaseId } from '../../../shared/ids.ts';
import { openCase } from '../../commands/app-view.ts';
import { useCommand, useJob } from '../../data/hooks.ts';
import { useImportFiles } from '../../data/import-files.ts';
import { useOfferFile } from '../../data/offer-file.ts';
import { showToast } from '../../ui/toast-queue.ts';
import { readingInWords } from './case-words.ts';

type LetterInput = Input<'case.create'>['letter'];

export type CaseIntake = {
  /** Makes a case of a letter's parts and opens it; null when it was refused. */
  readonly create: (letter: LetterInput, origin?: CaseFacts['origin']) => Promise<CaseId | null>;
  /** Makes an empty case and reads the files into it. */
  readonly fromFiles: (files: readonly File[]) => Promise<void>;
  /** Asks for a published determination and makes a case of it. */
  readonly fromLetter: () => Promise<void>;
  readonly openSample: () => Promise<void>;
  readonly isOpeningSample: boolean;
};

/** The ways in which a case begins. */
export const useCaseIntake = (): CaseIntake => {
  const { run: runCreate } = useCommand('case.create');
  const { start: startImport } = useImportFiles();
  const { start: startRead } = useJob('letter.read');
  const offerFile = useOfferFile();
  const { start: startSample, job: sample } = useJob('case.openSample');

  const create = useCallback(
    async (letter: LetterInput, origin: CaseFacts['origin'] = 'records') => {
      const reply = await runCreate({ letter, origin });
      if (!reply.ok) return null;
      openCase(reply.value.caseId);
      return reply.value.caseId;
    },
    [runCreate],
  );
  const fromFiles = useCallback(
    async (files: readonly File[]) => {
      const caseId = files.length === 0 ? null : await create({});
      if (caseId !== null) await startImport(caseId, files);
    },
    [create, startImport],
  );
  const fromLetter = useCallback(async () => {
    const file = await offerFile();
    if (file === null) return;
    const letter = await startRead({ file: file.token }, `Reading ${file.name}`);
    if (!letter.ok || (await create(letter.value, 'published-letter')) === null) return;
    const remarks = readingInWords(file.name, letter.value.messages);
    if (remarks !== null) showToast({ tone: 'warn', text: remarks, stays: true });
  }, [create, offerFile, startRead]);
  const openSample = useCallback(async () => {
    const reply = await startSample({}, 'Opening the sample case');
    if (reply.ok) openCase(reply.value.caseId);
  }, [startSample]);
  return { create, fromFiles, fromLetter, openSample, isOpeningSample: sample !== null };
};
