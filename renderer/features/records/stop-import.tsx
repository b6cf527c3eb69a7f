import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';

type Props = { readonly isOpen: boolean; readonly onClose: () => void; readonly onStop: () => void };

/** Asks before the rest of an import is given up. */
export const StopImport = ({ isOpen, onClose, onStop }: Props) => (
  <Dialog
    isOpen={isOpen}
    onClose={onClose}
    title="Stop this import?"
    role="alertdialog"
    footer={
      <>
        <Button onPress={onClose} autoFocus>
          Keep importing
        </Button>
        <Button
          variant="danger"
          onPress={() => {
            onClose();
            onStop();
          }}
        >
          Stop the import
        </Button>
      </>
    }
  >
    <p>Files that are not read yet are listed as skipped and have to be given again. What is here already stays.</p>
  </Dialog>
);
