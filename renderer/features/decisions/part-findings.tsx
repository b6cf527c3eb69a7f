import type { Finding } from '../../../shared/check.ts';
import { Icon } from '../../ui/icon.tsx';
import { Notice } from '../../ui/notice.tsx';

/** Checks that say only that something is still empty: the empty field says it too, so a quiet line is enough. */
const MISSING = [14, 15];

/** The findings of a part, under it: which check, its words, and why. */
export const PartFindings = ({ findings }: { readonly findings: readonly Finding[] }) =>
  findings.map((finding) => (MISSING.includes(finding.check) ? <p key={finding.message} className="part-missing"><Icon name="blocked" size={12} />{finding.message}</p> : (
    <Notice key={`${String(finding.check)} ${finding.message}`} tone={finding.severity} title={finding.quote ? `“${finding.quote}”` : undefined}>
      <span className="visually-hidden">Check {finding.check}: </span>{finding.message}
    </Notice>
  )));
