import { closeCase } from '../../commands/app-view.ts';
import { isDesktop } from '../../data/bridge.ts';
import { useCommand } from '../../data/hooks.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { BesideExport, Exported } from './use-export.ts';

/** Each check once: `check 14 (6 times), check 22`. */
const overriddenInWords = ({ overridden }: Exported): string => {
  const counts = [...Map.groupBy(overridden, ({ check }) => check)].map(
    ([check, found]) => `check ${String(check)}${found.length > 1 ? ` (${String(found.length)} times)` : ''}`,
  );
  return counts.length === 0 ? '' : ` Against ${counts.join(', ')}, each with its reason.`;
};
const versionInWords = ({ version }: Exported): string =>
  version === null ? ' It is a draft: nothing was issued.' : ` It is version ${String(version)}, kept unchanged.`;

type Props = { readonly exported: Exported; readonly beside: BesideExport };

/** Where the file is, that it was read back, and what to do next. */
export const ExportDone = ({ exported, beside }: Props) => {
  const { run: reveal } = useCommand('host.revealTarget');
  const next = beside.written.evidence ? (
    <Button onPress={closeCase}>Next: all cases</Button>
  ) : (
    <Button isDisabled={beside.isRunning} onPress={() => void beside.run('evidence', 'pdf')}>
      Next: the evidence report
    </Button>
  );
  return (
    <Notice
      tone="safe"
      title={`Exported at ${exported.at} and read back: the same, word for word.`}
      isLive
      actions={
        <>
          {next}
          {isDesktop ? (
            <Button variant="quiet" onPress={() => void reveal({ file: exported.target })}>
              Show the file
            </Button>
          ) : null}
        </>
      }
    >
      {exported.name}, {exported.words.toLocaleString('en-US')} words, is{' '}
      {isDesktop ? 'where you put it' : 'in your browser’s downloads'}. Nothing of you or the patient is in the file’s
      properties.
      {versionInWords(exported)}
      {overriddenInWords(exported)}
    </Notice>
  );
};
