import { Button as AriaButton } from 'react-aria-components';

export type SourceLinkProps = { readonly children: string; readonly onPress: () => void; readonly label?: string; readonly isInTabOrder?: boolean };

/** A page that something rests on; opens it at the words. */
export const SourceLink = ({ children, onPress, label, isInTabOrder = true }: SourceLinkProps) => (
  <AriaButton className="link-button source-link" onPress={onPress} excludeFromTabOrder={!isInTabOrder} {...(label ? { 'aria-label': label } : {})}>{children}</AriaButton>
);
