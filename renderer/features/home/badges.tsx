import { useTranslation } from 'react-i18next';
import { useLive } from '../../app/use-live.ts';
import { useWhose } from './whose.ts';

/** The number beside a part of the menu; nothing while there is none. Screen readers hear what is counted. */
const Badge = ({ number, says, urgent = false }: { readonly number: number; readonly says: string; readonly urgent?: boolean }) =>
  number === 0 ? null : (
    <span className="v-badge" {...(urgent ? { 'data-urgent': '' } : {})}>
      <span aria-hidden="true">{number > 999 ? '999+' : number}</span>
      <span className="v-heard">{says}</span>
    </span>
  );

const useCounts = () => {
  const [whose] = useWhose();
  return useLive(`counts ${whose}`, (client, signal) => client.home.counts({ whose }, { signal })).value;
};

/** How much is due today or late. */
export const DueBadge = () => {
  const { t } = useTranslation();
  const number = useCounts()?.due ?? 0;
  return <Badge number={number} says={t('home:badge.due', { number })} urgent />;
};

/** How many people are released this week. */
export const ReleasesBadge = () => {
  const { t } = useTranslation();
  const number = useCounts()?.releases ?? 0;
  return <Badge number={number} says={t('home:badge.releases', { number })} />;
};
