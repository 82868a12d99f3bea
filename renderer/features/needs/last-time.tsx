import { useTranslation } from 'react-i18next';
import type { NeedDomain, Round } from '../../../shared/domain/needs.ts';
import { domainOf } from '../../../shared/domain/round-rules.ts';
import { useDateText } from '../../app/words.ts';
import { Button } from '../../design/button.tsx';
import { choiceOf, type AnswerChoice } from './answers.ts';

interface LastTimeProps {
  readonly domain: NeedDomain;
  /** the closed round before this one */
  readonly earlier: Round | undefined;
  readonly round: Round;
  readonly value: AnswerChoice | undefined;
  readonly onConfirm: (fromRoundId: string) => void;
}

/** What was answered last time, and one press when the person says it still is so: nothing is typed again, and nothing assumed. */
export const LastTime = ({ domain, earlier, round, value, onConfirm }: LastTimeProps) => {
  const { t } = useTranslation();
  const date = useDateText();
  if (earlier === undefined) return null;
  const before = choiceOf(domainOf(earlier, domain));
  if (before === undefined || before === 'NOT_ASKED') return null;
  if (domainOf(round, domain).confirmedFrom === earlier.id) return <p className="v-small v-soft">{t('needs:last.confirmed')}</p>;
  if (value !== undefined && value !== 'NOT_ASKED') return null;
  const on = date(earlier.conductedOn);
  return (
    <p className="v-small v-soft">
      {t('needs:last.was', { date: on, answer: t(`needs:choiceFull.${before}`) })}{' '}
      <Button variant="link" aria-label={t('needs:last.sameName', { date: on, domain: t(`enums:needDomain.${domain}`) })} onPress={() => onConfirm(earlier.id)}>
        {t('needs:last.same')}
      </Button>
    </p>
  );
};
