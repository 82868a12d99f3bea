import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.tsx';
import { Row, Stack } from '../../design/layout.tsx';
import { ScanPages } from './scan-pages.tsx';
import type { TypedPaper } from './typed-paper.ts';

/** The signed paper beside the form it is typed into. */
export const PaperBeside = ({ paper }: { readonly paper: TypedPaper | undefined }) => {
  const { t } = useTranslation();
  if (paper === undefined) return null;
  return (
    <section className="v-beside" aria-label={t('documents:scan.beside')}>
      <Stack gap={2}>
        <Row between>
          <span className="v-strong">{t('documents:scan.beside')}</span>
          <Button variant="link" onPress={paper.leave}>
            {t('documents:scan.without')}
          </Button>
        </Row>
        <p className="v-small v-soft">{t('documents:scan.besideHint')}</p>
        <ScanPages set={paper.set} first={paper.scanId} />
      </Stack>
    </section>
  );
};
