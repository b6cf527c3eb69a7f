import { Button as LinkButton } from 'react-aria-components';
import { openOverlay } from '../../commands/app-view.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { CaseIntake } from './use-case-intake.ts';

/** How a case begins: below the list, or, when there is none yet, as large as the window. */
export const StartHint = ({ isAlone, intake }: { readonly isAlone: boolean; readonly intake: CaseIntake }) => {
  const sample = (): void => void intake.openSample();
  if (isAlone) {
    return (
      <div className="start-alone">
        <EmptyState
          icon="drop"
          title="Drop a case's files, a folder or a ZIP anywhere in this window"
          actions={
            <>
              <Button variant="primary" isPending={intake.isOpeningSample} onPress={sample}>
                Open the sample case
              </Button>
              <Button onPress={() => openOverlay('new-case')}>Enter a case by hand</Button>
            </>
          }
        >
          They become a new case, encrypted on this computer. To look around first, open the sample: a fictional back
          injury with two disputed items.
        </EmptyState>
      </div>
    );
  }
  return (
    <div className="start-hint">
      <p className="quiet">Drop a case's files, a folder or a ZIP anywhere in this window to start a case.</p>
      <LinkButton className="link-button" isDisabled={intake.isOpeningSample} onPress={sample}>
        Open the sample case
      </LinkButton>
    </div>
  );
};
