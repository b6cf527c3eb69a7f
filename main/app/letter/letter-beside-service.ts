import { createHash } from 'node:crypto';
import type { Letter } from '../../../shared/letter.ts';
import { Refusal } from '../../../shared/reply.ts';
import type { BesidePart, FileFormat } from '../../../shared/reviewed.ts';
import { fillTemplate } from '../../letters/fill-template.ts';
import { coverValues } from '../../letters/report/cover-values.ts';
import { composeDocumentsReviewed } from '../../letters/report/documents-reviewed.ts';
import { composeEvidenceReport, type EvidenceReportInput } from '../../letters/report/evidence-report.ts';
import type { ReadCase } from '../../store/case-file.ts';
import { logEvent } from '../../store/change-case.ts';
import { readFacts } from '../../store/facts.ts';
import type { App, Call, HandlersOf } from '../backend/app.ts';
import type { CaseChecks } from './case-checks.ts';
import { checkCase } from './check-case.ts';
import { readCoverTemplate } from './cover-template.ts';
import { describeEvidence, overriddenIn, reviewedDocuments } from './describe-evidence.ts';
import { renderBlocks } from './render-blocks.ts';
import { verifyOpenCase } from '../vault/verify-service.ts';
import { writeTarget } from '../backend/write-target.ts';

type Written = { readonly bytes: Uint8Array; readonly messages: readonly string[] };

const fillCover = (app: App, file: ReadCase, letter: Letter, format: FileFormat): Written => {
  if (format === 'pdf')
    throw new Refusal('usage', 'The cover page is the organisation’s Word file; export it as DOCX.');
  const template = readCoverTemplate(app);
  if (template === null)
    throw new Refusal('not-found', 'No cover page was chosen yet; choose the organisation’s template in the settings.');
  return fillTemplate(template.bytes, coverValues(letter, reviewedDocuments(file), readFacts(file).coverFields));
};

type Overridden = EvidenceReportInput['overridden'];

const writePart = async (
  app: App,
  file: ReadCase,
  letter: Letter,
  part: BesidePart,
  format: FileFormat,
  overridden: () => Overridden,
  call: Call,
): Promise<Written> => {
  if (part === 'cover') return fillCover(app, file, letter, format);
  const blocks =
    part === 'documents'
      ? composeDocumentsReviewed(reviewedDocuments(file))
      : composeEvidenceReport(
          describeEvidence(file, letter, await verifyOpenCase(app, file, call.signal), overridden()),
        );
  return { bytes: await renderBlocks(app, blocks, format, call), messages: [] };
};

/** What goes beside the letter: the evidence report, the list of documents reviewed, the cover page. */
export const letterBesideService = (
  app: App,
  checks: CaseChecks,
): Pick<HandlersOf<'letter'>, 'letter.documents' | 'letter.exportBeside'> => ({
  'letter.documents': reviewedDocuments,
  'letter.exportBeside': async ({ caseId, part, form, format, target }, call) => {
    const file = app.session.caseToLog(caseId);
    app.offers.target(target);
    const input = await checks.settled(file, form);
    const { bytes, messages } = await writePart(
      app,
      file,
      input.letter,
      part,
      format,
      () => overriddenIn(checkCase(app, file, input)),
      call,
    );
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const name = writeTarget(app, target, bytes);
    const note = JSON.stringify({ part, format, sha256 });
    app.write(file, 'letter.exportBeside', (write) => logEvent(write, 'letter.exportBeside', note));
    return { name, sha256, messages: [...messages] };
  },
});
