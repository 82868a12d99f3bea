import { Button as AriaButton } from 'react-aria-components/Button';
import { UNSTABLE_Toast as AriaToast, UNSTABLE_ToastContent as ToastContent, UNSTABLE_ToastQueue as ToastQueue, UNSTABLE_ToastRegion as ToastRegion, Text } from 'react-aria-components/Toast';

/** What is told in passing: it is done, and how to undo it. */
export interface ToastText {
  readonly text: string;
  readonly tone?: 'done' | 'danger';
  readonly act?: { readonly label: string; readonly run: () => void };
}

/** How long a toast stays when nobody looks at it. What it offers must be reachable elsewhere too. */
const STAYS_MS = 12_000;

const queue = new ToastQueue<ToastText>({ maxVisibleToasts: 2 });

/** Tells something in passing. It is read out, stays while pointed at or focused, and F6 leads to it. */
export const tell = (toast: ToastText): void => {
  queue.add(toast, { timeout: STAYS_MS });
};

/** Takes away what is told: nothing of one screen may stay over another. */
export const hush = (): void => queue.clear();

/** Where toasts are shown; once, above every screen. */
export const Toasts = ({ label, closeLabel }: { readonly label: string; readonly closeLabel: string }) => (
  <ToastRegion queue={queue} className="v-toasts" aria-label={label}>
    {({ toast }) => (
      <AriaToast toast={toast} className="v-toast" data-tone={toast.content.tone ?? 'done'}>
        <ToastContent className="v-toast-text">
          <Text slot="title">{toast.content.text}</Text>
        </ToastContent>
        {toast.content.act === undefined ? null : (
          <AriaButton
            className="v-button"
            onPress={() => {
              toast.content.act?.run();
              queue.close(toast.key);
            }}
          >
            {toast.content.act.label}
          </AriaButton>
        )}
        <AriaButton slot="close" className="v-inset" aria-label={closeLabel}>
          ✕
        </AriaButton>
      </AriaToast>
    )}
  </ToastRegion>
);
