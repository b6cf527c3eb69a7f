import { useState } from 'react';
import type { CaseFinding } from '../../../shared/check.ts';
import type { CaseId } from '../../../shared/ids.ts';
import { closeCase } from '../../commands/app-view.ts';
import { useActions } from '../../commands/registry.ts';
import { isDesktop } from '../../data/bridge.ts';
import { blockingOf } from '../../data/findings.ts';
import { useCommand } from '../../data/hooks.ts';
import { showTab } from '../../data/workspace-state.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ExportAnyway } from './export-anyway.tsx';
import type { BesideExport, Export, Exported } from './use-export.ts';

const overriddenInWords = ({ overridden }: Exported): string => (overridden.length === 0 ? '' : ` Against ${overridden.map(({ check }) => `check ${String(check)}`).join(', ')}, each with its reason.`);

type DoneProps = { readonly exported: Exported; readonly beside: BesideExport };

/** Where the file is, that it was read back, and what to do next. */
const Done = ({ exported, beside }: DoneProps) => {
  const { run: reveal } = useCommand('host.revealTarget');
  const next = beside.written.evidence
    ? <Button onPress={closeCase}>Next: all cases</Button>
    : <Button isDisabled={beside.isRunning} onPress={() => void beside.run('evidence', 'pdf')}>Next: the evidence report</Button>;
  return (
    <Notice tone="safe" title={`Exported at ${exported.at} and read back: the same, word for word.`} isLive actions={<>{next}{isDesktop ? <Button variant="quiet" onPress={() => void reveal({ file: exported.target })}>Show the file</Button> : null}</>}>
      {exported.name}, {exported.words.toLocaleString('en-US')} words, is {isDesktop ? 'where you put it' : 'in your browser’s downloads'}. Nothing of you or the patient is in the file’s properties.
      {overriddenInWords(exported)}
    </Notice>
  );
};

type Props = { readonly caseId: CaseId; readonly findings: readonly CaseFinding[]; readonly letter: Export; readonly beside: BesideExport };

/** The one thing to do at the end, what stands against it, and what came of it. */
export const ExportSection = ({ findings, letter, beside }: Props) => {
  const [isAsking, setAsking] = useState(false);
  const blocking = blockingOf(findings);
  const isBlocked = blocking.length > 0;
  const begin = (): void => (isBlocked ? setAsking(true) : void letter.run('docx'));
  useActions([{ id: 'letter.export', label: 'Export letter', group: 'Letter', keywords: 'word docx save write', keys: ['Mod+E'], isEnabled: !letter.isRunning, perform: begin }]);

  return (
    <div role="group" aria-label="Export" className="stack">
      {letter.exported ? <Done exported={letter.exported} beside={beside} /> : null}
      {isBlocked ? (
        <Notice tone="block" title={`${String(blocking.length)} ${blocking.length === 1 ? 'finding blocks' : 'findings block'} the export.`} actions={<Button onPress={() => showTab('checks')}>Show them</Button>}>
          {blocking.slice(0, 3).map((finding) => <p key={finding.id}>{finding.message}</p>)}
          {blocking.length > 3 ? <p>And {blocking.length - 3} more.</p> : null}
        </Notice>
      ) : null}
      <div className="row">
        <Button variant={isBlocked ? 'danger' : 'primary'} keys="Mod+E" isPending={letter.isRunning} onPress={begin}>{isBlocked ? 'Export anyway …' : 'Export letter'}</Button>
        <Button variant="quiet" isDisabled={isBlocked || letter.isRunning} label="PDF of the letter" onPress={() => void letter.run('pdf')}>PDF</Button>
      </div>
      {isAsking ? <ExportAnyway blocking={blocking} onClose={() => setAsking(false)} onExport={(format, reason) => { setAsking(false); void letter.run(format, reason); }} /> : null}
    </div>
  );
};
