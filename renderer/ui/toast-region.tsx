import {
  Button as AriaButton,
  Text,
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components';
import { Icon } from './icon.tsx';
import { toasts } from './toast-queue.ts';

/** Where toasts appear; once in the page. F6 goes to it. */
export const Toasts = () => (
  <ToastRegion queue={toasts} className="toasts" aria-label="Messages">
    {({ toast }) => (
      <Toast toast={toast} className={`toast ${toast.content.tone}`}>
        <ToastContent className="spread">
          <Text slot="title">{toast.content.text}</Text>
        </ToastContent>
        {toast.content.action ? (
          <AriaButton
            className="button quiet"
            onPress={() => {
              toast.content.action?.perform();
              toasts.close(toast.key);
            }}
          >
            {toast.content.action.label}
          </AriaButton>
        ) : null}
        <AriaButton slot="close" className="icon-button" aria-label="Close message">
          <Icon name="close" />
        </AriaButton>
      </Toast>
    )}
  </ToastRegion>
);
