import { useState } from 'react';
import type { CaseOverview } from '../../../shared/case.ts';
import type { CaseId } from '../../../shared/ids.ts';
import type { Finding } from '../../../shared/check.ts';
import { useActions } from '../../commands/registry.ts';
import { isDesktop } from '../../data/bridge.ts';
import { showTab } from '../../data/workspace-state.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ExportAnyway } from './export-anyway.tsx';
import { useExport } from './use-export.ts';
import type { Exported } from './use-export.ts';

const Done = ({ exported }: { readonly exported: Exported }) => (
  <Notice tone="safe" title={`Exported at ${exported.at} and read back: the same, word for word.`} isLive>
    {exported.name}, {exported.words.toLocaleString('en-US')} words, is {isDesktop ? 'where you put it' : 'in your browser’s downloads'}. Nothing of you or the patient is in the file’s properties.
    {exported.overridden.length > 0 ? ` Overridden: ${exported.overridden.map(({ check }) => `check ${String(check)}`).join(', ')}.` : ''}
  </Notice>
);

type Props = { readonly caseId: CaseId; readonly overview: CaseOverview; readonly findings: readonly Finding[] };

/** The one thing to do at the end, what stands against it, and what came of it. */
export const ExportSection = ({ caseId, overview, findings }: Props) => {
  const [isAsking, setAsking] = useState(false);
  const { exported, isRunning, run } = useExport(caseId);
  const { form, header } = overview.facts;
  const blocking = findings.filter(({ severity }) => severity === 'block');
  const isBlocked = blocking.length > 0;
  const write = (force?: string): void => void run(header.caseNumber, form, force);
  const begin = (): void => (isBlocked ? setAsking(true) : write());
  useActions([{ id: 'letter.export', label: 'Export letter', group: 'Letter', keywords: 'word docx save write', keys: ['Mod+E'], isEnabled: !isRunning, perform: begin }]);

  return (
    <div role="group" aria-label="Export" className="stack">
      {exported ? <Done exported={exported} /> : null}
      {isBlocked ? (
        <Notice tone="block" title={`${String(blocking.length)} ${blocking.length === 1 ? 'finding blocks' : 'findings block'} the export.`} actions={<Button onPress={() => showTab('checks')}>Show them</Button>}>
          {blocking.slice(0, 3).map((finding) => <p key={`${String(finding.check)} ${finding.where}`}>{finding.message}</p>)}
          {blocking.length > 3 ? <p>And {blocking.length - 3} more.</p> : null}
        </Notice>
      ) : null}
      <div className="row">
        <Button variant={isBlocked ? 'danger' : 'primary'} keys="Mod+E" isPending={isRunning} onPress={begin}>{isBlocked ? 'Export anyway …' : 'Export letter'}</Button>
      </div>
      {isAsking ? <ExportAnyway blocking={blocking} onClose={() => setAsking(false)} onExport={(reason) => { setAsking(false); write(reason); }} /> : null}
    </div>
  );
};
