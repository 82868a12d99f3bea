import { useTranslation } from 'react-i18next';
import type { AttendanceSums } from '../../../shared/domain/attendance-sums.ts';
import { usePreferences } from '../../app/preferences-context.tsx';
import { hoursIn } from './total.ts';

/** Sessions held, attended, excused, missed; hours and percentage. */
export const Sums = ({ sums }: { readonly sums: AttendanceSums }) => {
  const { t } = useTranslation();
  const { preferences } = usePreferences();
  const entries = [
    [t('learning:sums.held'), sums.held],
    [t('learning:sums.present'), sums.present],
    [t('learning:sums.excused'), sums.excused],
    [t('learning:sums.absent'), sums.absent],
    [t('learning:sums.hours'), hoursIn(sums.minutes).toLocaleString(preferences.language)],
    [t('learning:sums.percent'), sums.percent === undefined ? '–' : `${sums.percent} %`],
  ] as const;
  return (
    <dl className="v-sums">
      {entries.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
};
