import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaProps } from 'react-aria-components/Button';

export interface ButtonProps extends Omit<AriaProps, 'className' | 'style' | 'children' | 'isPending'> {
  /** `go`: the one main act of a screen; `danger`: something will be lost; `link`: looks like running text */
  readonly variant?: 'quiet' | 'go' | 'danger' | 'plain' | 'link';
  /** the act it starts is under way */
  readonly isPending?: boolean;
  readonly children: ReactNode;
}

/**
 * A button. While `isPending` it keeps the focus and looks busy; acts under way ignore a second press (`useAction`), and
 * what they wait for is said by a progress bar, not by the button.
 */
export const Button = ({ variant = 'quiet', isPending = false, children, ...props }: ButtonProps) => (
  <AriaButton {...props} className="v-button" data-variant={variant} {...(isPending ? { 'data-pending': '' } : {})}>
    {children}
  </AriaButton>
);
