import type { KeyboardEvent, ReactNode } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useStrayEscape } from './stray-escape.ts';

interface FullScreenProps {
  /** what it is, for screen readers */
  readonly label: string;
  readonly lang: string;
  readonly onClose: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly children: ReactNode;
}

/** One thing over everything else, in large type: nothing of the screen behind can be seen or reached. Escape closes it. */
export const FullScreen = ({ label, lang, onClose, onKeyDown, children }: FullScreenProps) => {
  useStrayEscape(true, onClose);
  return (
    <ModalOverlay
      className="v-whole-screen"
      isOpen
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      isDismissable={false}
    >
      <Modal className="v-whole-screen-in">
        <AriaDialog className="v-whole-screen-page" aria-label={label}>
          <div lang={lang} className="v-whole-screen-page" role="presentation" onKeyDown={onKeyDown}>
            {children}
          </div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
};
