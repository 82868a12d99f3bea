/** Keys to press, beside what they do. For the eye only: the same keys are told with `aria-keyshortcuts`. */
export const Keys = ({ children }: { readonly children: string }) => <kbd aria-hidden="true">{children}</kbd>;
