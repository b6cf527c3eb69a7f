import type { ReactNode } from 'react';

export type SourceLinkProps = {
  readonly children: ReactNode;
  readonly onPress: () => void;
  readonly label?: string;
  /** More than there is room for. */
  readonly title?: string;
  readonly isInTabOrder?: boolean;
};

/** A page that something rests on; opens it at the words. Plain elements, for there may be thousands. */
export const SourceLink = ({ children, onPress, label, title, isInTabOrder = true }: SourceLinkProps) => (
  <button
    type="button"
    className="link-button source-link"
    tabIndex={isInTabOrder ? 0 : -1}
    {...(label ? { 'aria-label': label } : {})}
    title={title}
    onClick={(event) => {
      event.stopPropagation();
      onPress();
    }}
  >
    {children}
  </button>
);
