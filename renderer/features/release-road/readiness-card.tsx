import { useTranslation } from 'react-i18next';
import type { ReadinessView } from '../../../shared/contract/release.ts';
import { usePreferences } from '../../app/preferences-context.tsx';
import { useDateText } from '../../app/words.ts';
import { Card } from '../../design/layout.tsx';
import { Ring } from './ring.tsx';

/** How far the preparation is: second to what is missing, and about tasks only. */
export const ReadinessCard = ({ readiness }: { readonly readiness: ReadinessView }) => {
  const { t } = useTranslation();
  return (
    <Card title={t('release:ready.title')}>
      {readiness.percent === undefined ? <p className="v-soft">{t('release:ready.nothing')}</p> : <ReadinessWords readiness={readiness} percent={readiness.percent} />}
    </Card>
  );
};

export const ReadinessWords = ({ readiness: { done, of, notApplicable, refused, next }, percent }: { readonly readiness: ReadinessView; readonly percent: number }) => {
  const { t } = useTranslation();
  const { preferences } = usePreferences();
  const date = useDateText();
  const aside = [...(notApplicable === 0 ? [] : [t('release:ready.notApplicable', { count: notApplicable })]), ...(refused === 0 ? [] : [t('release:ready.refused', { count: refused })])].join(' · ');
  return (
    <div className="v-ready">
      <Ring percent={percent} label={t('release:ready.ring', { percent })} />
      <div>
        <p className="v-strong">{t('release:ready.of', { done, of })}</p>
        {aside === '' ? null : <p className="v-small v-soft">{aside}</p>}
        {next === undefined ? null : <p className="v-small v-soft">{t('release:ready.next', { item: next.names[preferences.language], date: date(next.on) })}</p>}
      </div>
    </div>
  );
};
