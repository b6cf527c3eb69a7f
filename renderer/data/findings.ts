import { useMemo } from 'react';
import type { CaseFinding } from '../../shared/check.ts';
import type { CaseId } from '../../shared/ids.ts';
import type { CallError } from './client.ts';
import { useQueryOf } from './hooks.ts';

const NONE: readonly CaseFinding[] = [];

export type Findings = {
  /** Undefined until they are there. */
  readonly all: readonly CaseFinding[] | undefined;
  /** Those that nobody has given a reason for. */
  readonly open: readonly CaseFinding[];
  readonly overridden: readonly CaseFinding[];
  readonly error: CallError | null;
};

/** The findings of the open ones that block the export. */
export const blockingOf = <F extends Pick<CaseFinding, 'severity'>>(findings: readonly F[]): F[] =>
  findings.filter(({ severity }) => severity === 'block');

/** What the letter checks find in the case as it stands, followed. */
export const useFindings = (caseId: CaseId): Findings => {
  const { data: all, error } = useQueryOf('letter.check', { caseId }, { keepsPrevious: true });
  return useMemo(() => {
    const found = all ?? NONE;
    return {
      all,
      error,
      open: found.filter(({ overridden }) => overridden === null),
      overridden: found.filter(({ overridden }) => overridden !== null),
    };
  }, [all, error]);
};
