import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScanSet } from '../../../shared/contract/papers.ts';
import { useClient } from '../../app/session-context.tsx';
import { Button } from '../../design/button.tsx';
import { ScanPages } from './scan-pages.tsx';

/** The paper an entry was typed from, shown when somebody asks for it. */
export const RoundPaper = ({ scanId }: { readonly scanId: string }) => {
  const { t } = useTranslation();
  const client = useClient();
  const [open, setOpen] = useState(false);
  const [set, setSet] = useState<ScanSet | undefined>(undefined);
  useEffect(() => {
    let gone = false;
    client.papers.setOf({ scanId }).then(
      (found) => {
        if (!gone) setSet(found);
      },
      // the paper was taken away: the entry stays
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [client, scanId]);
  if (set === undefined) return null;
  return (
    <section className="v-beside" aria-label={t('documents:scan.beside')}>
      <Button variant="link" aria-expanded={open} onPress={() => setOpen(!open)}>
        {t('documents:scan.beside')}
      </Button>
      {open ? <ScanPages set={set} first={scanId} /> : null}
    </section>
  );
};
