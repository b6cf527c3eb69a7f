import { useState } from 'react';
import type { CaseFinding } from '../../../shared/check.ts';
import type { IssuedLetter } from '../../../shared/issued-letter.ts';
import type { LetterForm } from '../../../shared/letter.ts';
import type { FileFormat } from '../../../shared/reviewed.ts';
import { useActions } from '../../commands/registry.ts';
import { blockingOf } from '../../data/findings.ts';
import { showTab } from '../../data/workspace-state.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ExportDialog } from './export-dialog.tsx';
import { ExportDone } from './export-done.tsx';
import type { BesideExport, Export } from './use-export.ts';

type Props = {
  readonly form: LetterForm;
  readonly findings: readonly CaseFinding[];
  readonly issued: readonly IssuedLetter[];
  readonly letter: Export;
  readonly beside: BesideExport;
};

const Blocking = ({ blocking }: { readonly blocking: readonly CaseFinding[] }) => (
  <Notice
    tone="block"
    title={`${String(blocking.length)} ${blocking.length === 1 ? 'finding blocks' : 'findings block'} the export.`}
    actions={<Button onPress={() => showTab('checks')}>Show them</Button>}
  >
    {blocking.slice(0, 3).map((finding) => (
      <p key={finding.id}>{finding.message}</p>
    ))}
    {blocking.length > 3 ? <p>And {blocking.length - 3} more.</p> : null}
  </Notice>
);

/** The one thing to do at the end, what stands against it, and what came of it. */
export const ExportSection = ({ form, findings, issued, letter, beside }: Props) => {
  const [isAsking, setAsking] = useState(false);
  const [isIssued, setIssued] = useState(true);
  const blocking = blockingOf(findings);
  const isBlocked = blocking.length > 0;
  const last = issued.findLast((one) => one.form === form);
  const corrects = last === undefined || last.isCurrent ? null : last.version;
  const issue = (reason: string): { readonly reason: string } | undefined =>
    last === undefined && !isIssued ? undefined : { reason };
  const begin = (format: FileFormat): void =>
    isBlocked || corrects !== null ? setAsking(true) : void letter.run({ format, issue: issue('') });
  useActions([
    {
      id: 'letter.export',
      label: 'Export letter',
      menu: 'file',
      group: 'Letter',
      keywords: 'word docx save write issue',
      keys: ['Mod+E'],
      isEnabled: !letter.isRunning,
      perform: () => begin('docx'),
    },
  ]);

  return (
    <div role="group" aria-label="Export" className="stack">
      {letter.exported ? <ExportDone exported={letter.exported} beside={beside} /> : null}
      {isBlocked ? <Blocking blocking={blocking} /> : null}
      {corrects === null ? null : (
        <Notice tone="info">
          Version {corrects} was issued and the letter has changed since. It goes out as a correction, with its reason.
        </Notice>
      )}
      {last === undefined ? (
        <Checkbox
          label="Issue it"
          note="Kept unchanged as version 1; a later change is a correction with its reason. Without it, a draft is written."
          isOn={isIssued}
          onChange={setIssued}
        />
      ) : null}
      <div className="row">
        <Button
          variant={isBlocked ? 'danger' : 'primary'}
          keys="Mod+E"
          isPending={letter.isRunning}
          onPress={() => begin('docx')}
        >
          {isBlocked ? 'Export anyway …' : corrects === null ? 'Export letter' : 'Issue the correction …'}
        </Button>
        <Button
          variant="quiet"
          isDisabled={isBlocked || corrects !== null || letter.isRunning}
          label="PDF of the letter"
          onPress={() => begin('pdf')}
        >
          PDF
        </Button>
      </div>
      {isAsking ? (
        <ExportDialog
          blocking={blocking}
          corrects={corrects}
          onClose={() => setAsking(false)}
          onExport={(format, { force, correction }) => {
            setAsking(false);
            void letter.run({ format, force, issue: issue(correction) });
          }}
        />
      ) : null}
    </div>
  );
};
