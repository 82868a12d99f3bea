import { useTranslation } from 'react-i18next';
import type { BriefView } from '../../../shared/contract/person-details.ts';
import type { MissingState } from '../../../shared/domain/missing-rules.ts';
import type { Live } from '../../app/use-live.ts';
import { useDateText } from '../../app/words.ts';
import { Tag, type Tone } from '../../design/tag.tsx';
import { LiveCard } from './live-card.tsx';

const tones: Readonly<Record<MissingState, Tone>> = { OPEN: 'danger', IN_PLAN: 'warn', REQUESTED: 'warn', NOT_POSSIBLE: 'danger', TO_SET: 'warn', UNKNOWN: 'danger' };

/** What would fail on the first day outside. A refusal is never here: it is a choice. */
export const MissingCard = ({ live, endless }: { readonly live: Live<BriefView>; readonly endless: boolean }) => {
  const { t } = useTranslation();
  const date = useDateText();
  const count = live.value?.missing.length ?? 0;
  return (
    <LiveCard
      title={count === 0 ? t('people:missing.title') : t('people:missing.heading', { count })}
      live={live}
      nothing={({ missing, preparing }) => (missing.length > 0 ? undefined : t(`people:missing.${preparing ? 'nothing' : endless ? 'endless' : 'notYet'}`))}
    >
      {({ missing }) => (
        <ul className="v-lines">
          {missing.map(({ what, state, on }) => (
            <li key={what}>
              <span>{t(`enums:criticalThing.${what}`)}</span>
              <Tag tone={tones[state]}>{on === undefined ? t(`enums:missingState.${state}`) : t('people:missing.by', { state: t(`enums:missingState.${state}`), date: date(on) })}</Tag>
            </li>
          ))}
        </ul>
      )}
    </LiveCard>
  );
};
