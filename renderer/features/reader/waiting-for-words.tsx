import type { CaseId } from '../../../shared/ids.ts';
import { useCommand, useQueryOf } from '../../data/hooks.ts';
import { Button } from '../../ui/button.tsx';

/** Over a page whose words are still to be recognised: that they come by themselves, or what holds them. */
export const WaitingForWords = ({ caseId }: { readonly caseId: CaseId }) => {
  const { data: status } = useQueryOf('ocr.status', { caseId });
  const { run: resume } = useCommand('ocr.resume');
  const isPaused = status?.state === 'paused';
  return (
    <div className="words-to-come" role="status">
      <div>
        {isPaused
          ? 'The words of this page wait: recognition is paused.'
          : 'The words of this page are being recognised.'}
        {isPaused ? (
          <Button variant="quiet" label="Go on with the recognition" onPress={() => void resume({ caseId })}>
            Go on
          </Button>
        ) : null}
      </div>
    </div>
  );
};
