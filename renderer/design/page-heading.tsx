import { useEffect, useRef, type ReactNode } from 'react';
import { Row } from './layout.tsx';

/** The name of a screen and its main acts. A new screen takes the focus here, so that a screen reader says where one is. */
export const PageHeading = ({ title, focusOnArrival = true, children }: { readonly title: string; readonly focusOnArrival?: boolean; readonly children?: ReactNode }) => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const busy = document.activeElement instanceof HTMLInputElement;
    if (focusOnArrival && !busy) heading.current?.focus({ preventScroll: true });
  }, [focusOnArrival]);
  return (
    <div className="v-page-head">
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {children === undefined ? null : <Row>{children}</Row>}
    </div>
  );
};
