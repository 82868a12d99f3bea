import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { RegisterPreview } from '../../../shared/domain/registers/schemas.ts';
import { Button } from '../../design/button.tsx';
import { Stack } from '../../design/layout.tsx';
import { Notice } from '../../design/notice.tsx';
import { Rows } from './rows.tsx';

export interface Taken {
  readonly added: number;
  readonly changed: number;
  readonly gone: number;
  /** chosen and not taken over, because it was stopped */
  readonly left: number;
}

/** What was taken over, and what is left for a person to look at. */
export const Report = ({ preview, taken }: { readonly preview: RegisterPreview; readonly taken: Taken }) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <Stack>
      <Notice tone="done" title={t('office:import.done.title')}>
        <p>{t('office:import.done.text', { added: taken.added, changed: taken.changed, refused: preview.counts.refused, gone: taken.gone })}</p>
        <Button variant="go" onPress={() => void navigate('/people')}>
          {t('office:import.done.go')}
        </Button>
      </Notice>
      {taken.left === 0 ? null : <Notice tone="warn" title={t('registers:taking.left', { count: taken.left })} />}
      <Rows preview={preview} />
    </Stack>
  );
};
