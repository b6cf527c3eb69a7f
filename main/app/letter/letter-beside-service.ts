import { createHash } from 'node:crypto';
import { daysInWords } from '../../../shared/edition-words.ts';
import type { Letter, LetterBlock, LetterForm } from '../../../shared/letter.ts';
import { Refusal } from '../../../shared/reply.ts';
import type { BesidePart, FileFormat } from '../../../shared/reviewed.ts';
import { paginateLetter } from '../../letters/layout/paginate-letter.ts';
import type { CheckInput } from '../../letters/checks/check.ts';
import { fillTemplate } from '../../letters/fill-template.ts';
import { editionDaysOf } from '../../letters/items/edition-days.ts';
import { coverValues } from '../../letters/report/cover-values.ts';
import { composeDocumentsReviewed } from '../../letters/report/documents-reviewed.ts';
import { composeEvidenceReport, type EvidenceReportInput } from '../../letters/report/evidence-report.ts';
import type { ReadCase } from '../../store/case-file.ts';
import { logEvent } from '../../store/change-case.ts';
import { readFacts } from '../../store/facts.ts';
import type { App, Call, HandlersOf } from '../backend/app.ts';
import type { CaseChecks } from './case-checks.ts';
import { checkCase } from './check-case.ts';
import { readSettings } from '../vault/settings-service.ts';
import { readCoverTemplate } from './cover-template.ts';
import { describeEvidence, overriddenIn, reviewedDocuments } from './describe-evidence.ts';
import { unreliedPages } from './find-mentions.ts';
import { renderBlocks } from './render-blocks.ts';
import { verifyOpenCase } from '../vault/verify-service.ts';
import { writeTarget } from '../backend/write-target.ts';

type Written = { readonly bytes: Uint8Array; readonly messages: readonly string[] };

const fillCover = async (app: App, file: ReadCase, letter: Letter, format: FileFormat): Promise<Written> => {
  if (format === 'pdf')
    throw new Refusal('usage', 'The cover page is the organisation’s Word file; export it as DOCX.');
  const template = await readCoverTemplate(app);
  if (template === null)
    throw new Refusal('not-found', 'No cover page was chosen yet; choose the organisation’s template in the settings.');
  return fillTemplate(template.bytes, coverValues(letter, reviewedDocuments(file), readFacts(file).coverFields));
};

/** How far the guideline table goes, and the days by which each item's edition was told. */
const guidelinesOf = ({ letter: { header, items }, context }: CheckInput): EvidenceReportInput['guidelines'] => ({
  completeTo: context.guidelines.completeTo,
  days: items.map(({ heading }) => daysInWords(editionDaysOf(heading, header, context.today, context.requested))),
});

type Part = { readonly file: ReadCase; readonly form: LetterForm | undefined; readonly part: BesidePart };

/** What goes beside the letter: the evidence report, the list of documents reviewed, the cover page. */
export const letterBesideService = (
  app: App,
  checks: CaseChecks,
): Pick<HandlersOf<'letter'>, 'letter.documents' | 'letter.exportBeside' | 'letter.besidePages'> => {
  const evidenceOf = async ({ file, form }: Part, { signal }: Call): Promise<LetterBlock[]> => {
    const input = await checks.settled(file, form);
    const verified = await verifyOpenCase(app, file, signal);
    return composeEvidenceReport(
      describeEvidence(file, input.letter, verified, guidelinesOf(input), overriddenIn(checkCase(app, file, input))),
    );
  };
  const blocksOf = (part: Part, call: Call): Promise<LetterBlock[]> | LetterBlock[] =>
    part.part === 'documents'
      ? composeDocumentsReviewed(reviewedDocuments(part.file), {
          grain: readSettings(app).documentsGrain,
          unread: unreliedPages(part.file),
        })
      : evidenceOf(part, call);
  const writePart = async (part: Part, format: FileFormat, call: Call): Promise<Written> =>
    part.part === 'cover'
      ? await fillCover(app, part.file, (await checks.settled(part.file, part.form)).letter, format)
      : { bytes: await renderBlocks(app, await blocksOf(part, call), format, call), messages: [] };
  return {
    'letter.documents': reviewedDocuments,
    'letter.exportBeside': async ({ caseId, part, form, format, target }, call) => {
      const file = app.session.caseToLog(caseId);
      app.offers.target(target);
      const { bytes, messages } = await writePart({ file, form, part }, format, call);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const name = writeTarget(app, target, bytes);
      const note = JSON.stringify({ part, format, sha256 });
      app.write(file, 'letter.exportBeside', (write) => logEvent(write, 'letter.exportBeside', note));
      return { name, sha256, messages: [...messages] };
    },
    'letter.besidePages': async ({ caseId, part, form }, call) => ({
      pages: paginateLetter(await blocksOf({ file: app.session.case(caseId), form, part }, call)),
    }),
  };
};
