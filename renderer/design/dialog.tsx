import type { ReactNode } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useStrayEscape } from './stray-escape.ts';

export interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly wide?: boolean;
  /** stays where it opens while its content grows and shrinks */
  readonly high?: boolean;
  /** as large as the window */
  readonly full?: boolean;
  /** a question whose answer matters is not closed by Escape or a click beside it */
  readonly mustAnswer?: boolean;
}

/** A window over the screen. The focus stays inside and goes back when it closes. */
export const Dialog = ({ title, isOpen, onClose, children, wide = false, high = false, full = false, mustAnswer = false }: DialogProps) => {
  useStrayEscape(isOpen, mustAnswer ? undefined : onClose);
  return (
    <ModalOverlay
      className="v-veil"
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      isDismissable={false}
      isKeyboardDismissDisabled={mustAnswer}
    >
      <Modal className="v-modal" {...(high ? { 'data-high': '' } : {})} {...(wide ? { 'data-wide': '' } : {})} {...(full ? { 'data-full': '' } : {})}>
        <AriaDialog className="v-dialog" {...(mustAnswer ? { role: 'alertdialog' as const } : {})}>
          <Heading slot="title" className="v-dialog-title">
            {title}
          </Heading>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
};
