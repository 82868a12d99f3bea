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
  /** the row has a key for it: no stop more on the way from domain to domain */
  readonly byKey?: boolean;
}

/** The round a domain can be confirmed from: it was answered there, and is not answered yet here. */
export const confirmable = (domain: NeedDomain, earlier: Round | undefined, value: AnswerChoice | undefined): Round | undefined => {
  const before = earlier === undefined ? undefined : choiceOf(domainOf(earlier, domain));
  const answered = value !== undefined && value !== 'NOT_ASKED';
  return before === undefined || before === 'NOT_ASKED' || answered ? undefined : earlier;
};

/** What was answered last time, and one press when the person says it still is so: nothing is typed again, and nothing assumed. */
export const LastTime = ({ domain, earlier, round, value, onConfirm, byKey = false }: LastTimeProps) => {
  const { t } = useTranslation();
  const date = useDateText();
  if (earlier !== undefined && domainOf(round, domain).confirmedFrom === earlier.id) return <p className="v-small v-soft">{t('needs:last.confirmed')}</p>;
  const from = confirmable(domain, earlier, value);
  if (earlier === undefined || from === undefined) return null;
  const before = choiceOf(domainOf(from, domain)) ?? 'NOT_ASKED';
  const on = date(earlier.conductedOn);
  return (
    <p className="v-small v-soft">
      {t('needs:last.was', { date: on, answer: t(`needs:choiceFull.${before}`) })}{' '}
      <Button variant="link" excludeFromTabOrder={byKey} aria-label={t('needs:last.sameName', { date: on, domain: t(`enums:needDomain.${domain}`) })} onPress={() => onConfirm(earlier.id)}>
        {t('needs:last.same')}
      </Button>
    </p>
  );
};
