import type { KeyboardEvent, ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { IconButton } from './button.tsx';

export type DialogProps = {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
  /** Buttons, the one to press last. */
  readonly footer?: ReactNode;
  /** `full`: as large as the window allows, for lists; its body does not scroll by itself. */
  readonly size?: 'small' | 'medium' | 'wide' | 'full';
  /** `alertdialog`: asks before something that cannot be undone; a click beside it does not close it. */
  readonly role?: 'dialog' | 'alertdialog';
};

/** Saves a dialog from wherever in it one is: sends its form, or presses the one button that is to be pressed. */
const saveByKey = (event: KeyboardEvent<HTMLElement>): void => {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return;
  const dialog = event.currentTarget;
  const form = dialog.querySelector('form');
  const button = dialog.querySelector<HTMLButtonElement>('.button.primary:not(:disabled)');
  if (button === null && form === null) return;
  event.preventDefault();
  event.stopPropagation();
  if (button !== null) button.click();
  else form?.requestSubmit();
};

/** A modal dialog: focus stays in it, Escape closes it, focus goes back to where it was. */
export const Dialog = ({ isOpen, onClose, title, children, footer, size = 'small', role = 'dialog' }: DialogProps) => (
  <ModalOverlay
    className="shade"
    isOpen={isOpen}
    onOpenChange={(open) => !open && onClose()}
    isDismissable={role === 'dialog'}
  >
    <Modal className={`modal ${size}`}>
      <AriaDialog className="dialog" role={role}>
        <div role="presentation" className="dialog-parts" onKeyDown={saveByKey}>
          <header className="dialog-header">
            <Heading slot="title" className="lead">
              {title}
            </Heading>
            <IconButton icon="close" label="Close" onPress={onClose} />
          </header>
          <div className="dialog-body">{children}</div>
          {footer ? <footer className="dialog-footer">{footer}</footer> : null}
        </div>
      </AriaDialog>
    </Modal>
  </ModalOverlay>
);
