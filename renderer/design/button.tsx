import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaProps } from 'react-aria-components/Button';

export interface ButtonProps extends Omit<AriaProps, 'className' | 'style' | 'children'> {
  /** `go`: the one main act of a screen; `danger`: something will be lost; `link`: looks like running text */
  readonly variant?: 'quiet' | 'go' | 'danger' | 'plain' | 'link';
  readonly children: ReactNode;
}

/** A button. While `isPending` it keeps the focus and does nothing. */
export const Button = ({ variant = 'quiet', children, ...props }: ButtonProps) => (
  <AriaButton {...props} className="v-button" data-variant={variant}>
    {children}
  </AriaButton>
);
