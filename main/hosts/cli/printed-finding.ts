import type { CaseFinding, Finding } from '../../../shared/check.ts';
import { partPath } from '../../../shared/part.ts';

/** A finding as the command line prints it: the same, with `where` it stands, and its mend, as a path for the eye. */
export const printedFinding = (finding: Finding | CaseFinding): object => ({
  ...finding,
  where: partPath(finding.part),
  ...('mend' in finding && finding.mend !== null && { mend: { ...finding.mend, where: partPath(finding.mend.part) } }),
});
