import type { Finding } from '../../../shared/check.ts';
import { Notice } from '../../ui/notice.tsx';

/** The findings of a part, under it: which check, its words, and why. */
export const PartFindings = ({ findings }: { readonly findings: readonly Finding[] }) =>
  findings.map((finding) => (
    <Notice key={`${String(finding.check)} ${finding.message}`} tone={finding.severity} title={finding.quote ? `“${finding.quote}”` : undefined}>
      <span className="visually-hidden">Check {finding.check}: </span>{finding.message}
    </Notice>
  ));
