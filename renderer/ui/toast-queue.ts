import { UNSTABLE_ToastQueue as ToastQueue } from 'react-aria-components/Toast';

/** What a toast says; `action` is one thing that can be done about it. */
export type ToastContent = {
  readonly tone: 'plain' | 'safe' | 'warn' | 'block';
  readonly text: string;
  /** Stays until it is closed: for what must be read. */
  readonly stays?: boolean;
  readonly action?: { readonly label: string; readonly perform: () => void };
};

export const toasts = new ToastQueue<ToastContent>({ maxVisibleToasts: 3 });

const STAYS_MS = 6000;

/** Says something at the edge of the window for six seconds; a refusal stays until it is closed. */
export const showToast = (content: ToastContent): void => {
  toasts.add(content, content.tone === 'block' || content.stays === true ? {} : { timeout: STAYS_MS });
};
