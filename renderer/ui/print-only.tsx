import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import './print.css';

type Props = {
  /** Called when the person has printed, or has thought better of it. */
  readonly onDone: () => void;
  readonly children: ReactNode;
};

/** Prints what it holds, and nothing else of the screen, as soon as it is drawn. Mount it when everything is there. */
export const PrintOnly = ({ onDone, children }: Props) => {
  useEffect(() => {
    window.addEventListener('afterprint', onDone, { once: true });
    window.print();
    return () => window.removeEventListener('afterprint', onDone);
  }, [onDone]);
  return createPortal(<div className="print-only">{children}</div>, document.body);
};
