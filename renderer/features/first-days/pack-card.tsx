import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { FirstDaysView } from '../../../shared/contract/first-days.ts';
import { openState } from '../../app/drafts/use-form-open.ts';
import { useMay, useSession } from '../../app/session-context.tsx';
import { screenPaths } from '../../app/shell/screen-paths.ts';
import { Button } from '../../design/button.tsx';
import { Card, Row, Stack } from '../../design/layout.tsx';
import { Tag } from '../../design/tag.tsx';
import { packPaper } from '../documents/paper.ts';
import { PreviewDialog } from '../documents/preview-dialog.tsx';

/** Whether the two sheets with which somebody gets through the first night are ready, and what they would leave open. */
export const PackCard = ({ personId, view }: { readonly personId: string; readonly view: FirstDaysView }) => {
  const { t } = useTranslation();
  const may = useMay();
  const navigate = useNavigate();
  const { workplace } = useSession().status;
  const [looking, setLooking] = useState(false);
  const { why, openable, language, missing } = view.pack;
  if (workplace?.kind !== 'prison' || !may('pack.print')) return null;
  return (
    <Card title={t('documents:packs.emergency')} aside={why === undefined ? null : missing.length === 0 ? <Tag tone="done">{t('documents:packs.ready')}</Tag> : <Tag>{t(`enums:packWhy.${why}`)}</Tag>}>
      <Stack gap={3}>
        <p className="v-soft">{t(why === undefined ? 'firstDays:pack.notYet' : 'firstDays:pack.text')}</p>
        {missing.length === 0 ? null : <p>{t('documents:packs.missing', { things: missing.map((thing) => t(`enums:packThing.${thing}`)).join(', ') })}</p>}
        <Row>
          {why === undefined ? (
            openable ? <Button onPress={() => void navigate(screenPaths.packs, { state: openState('packs.open', undefined) })}>{t('firstDays:pack.open')}</Button> : null
          ) : (
            <Button onPress={() => setLooking(true)}>{t('firstDays:pack.look')}</Button>
          )}
        </Row>
      </Stack>
      {looking ? <PreviewDialog paper={packPaper(personId, 'emergency-pack', language)} first={language} onClose={() => setLooking(false)} /> : null}
    </Card>
  );
};
