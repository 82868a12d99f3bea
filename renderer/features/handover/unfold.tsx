import { useState, type ReactNode } from 'react';
import { Button } from '../../design/button.tsx';
import { Row, Stack } from '../../design/layout.tsx';

/** Something that is there for whoever wants to see it. */
export const Unfold = ({ show, hide, children }: { readonly show: string; readonly hide: string; readonly children: ReactNode }) => {
  const [open, setOpen] = useState(false);
  return (
    <Stack gap={3}>
      <Row>
        <Button variant="link" aria-expanded={open} onPress={() => setOpen(!open)}>
          {open ? hide : show}
        </Button>
      </Row>
      {open ? children : null}
    </Stack>
  );
};
