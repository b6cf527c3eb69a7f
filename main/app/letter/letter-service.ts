import { createHash } from 'node:crypto';
import type { Letter } from '../../../shared/letter.ts';
import { composeLetter } from '../../letters/compose-letter.ts';
import { paginateLetter } from '../../letters/layout/paginate-letter.ts';
import { logEvent } from '../../store/change-case.ts';
import { listIssued, readIssuedDocx } from '../../store/issued-letters.ts';
import type { App, Call, HandlersOf } from '../backend/app.ts';
import { buildLetter } from './build-letter.ts';
import type { CaseChecks } from './case-checks.ts';
import { exportLetter } from './export-letter.ts';
import { isSameLetter } from './issue-letter.ts';
import type { PrecedentShelf } from './precedent-shelf.ts';
import { renderBlocks } from './render-blocks.ts';
import { writeTarget } from '../backend/write-target.ts';

type Letters = 'letter.preview' | 'letter.pages' | 'letter.export' | 'letter.issued' | 'letter.exportIssued';

/** The letter of a case as it is shown, exported and issued. */
export const letterService = (
  app: App,
  checks: CaseChecks,
  shelf: PrecedentShelf,
): Pick<HandlersOf<'letter'>, Letters> => {
  const pdfOf = (letter: Letter, call: Call): Promise<Uint8Array> =>
    renderBlocks(app, composeLetter(letter, app.assets.forms), 'pdf', call);
  return {
    'letter.preview': (file, { form }) => {
      const letter = buildLetter(app, file, form);
      return { form: letter.form, blocks: composeLetter(letter, app.assets.forms) };
    },
    'letter.pages': (file, { form }) => {
      const letter = buildLetter(app, file, form);
      return { form: letter.form, pages: paginateLetter(composeLetter(letter, app.assets.forms)) };
    },
    'letter.export': (input, call) => exportLetter(app, checks, shelf, input, call),
    'letter.issued': (file) => {
      return listIssued(file).map(({ letter, ...issued }) => ({
        ...issued,
        isCurrent: isSameLetter(letter, buildLetter(app, file, issued.form)),
      }));
    },
    'letter.exportIssued': async ({ caseId, version, format, target }, call) => {
      const file = app.session.caseToLog(caseId);
      app.offers.target(target);
      const docx = readIssuedDocx(file, version);
      const letter = listIssued(file).find((issued) => issued.version === version)?.letter;
      const bytes = format === 'docx' || letter === undefined ? docx : await pdfOf(letter, call);
      const name = writeTarget(app, target, bytes);
      const note = JSON.stringify({ version, format });
      app.write(file, 'letter.exportIssued', (write) => logEvent(write, 'letter.exportIssued', note));
      return { name, sha256: createHash('sha256').update(bytes).digest('hex') };
    },
  };
};
