import { useTranslation } from 'react-i18next';
import type { Statement } from '../../../shared/domain/base.ts';
import type { Round } from '../../../shared/domain/needs.ts';
import { useDateText } from '../../app/words.ts';
import { Restrict } from './restrict.tsx';
import { Dispute } from './dispute.tsx';

interface StatementsProps {
  readonly statements: readonly Statement[];
  /** the round they stand in, where a disagreement may be recorded */
  readonly dispute?: Round;
  /** the round they are read in, where a restriction is told and decided */
  readonly round?: Round;
}

/** What was said or seen, each line with what it rests on and its day; a disagreement of the person stands with it. */
export const Statements = ({ statements, dispute, round }: StatementsProps) => {
  const { t } = useTranslation();
  const date = useDateText();
  if (statements.length === 0) return null;
  return (
    <ul className="v-said">
      {statements.map((statement) => (
        <li key={statement.id}>
          <span lang={statement.lang}>{statement.text}</span>{' '}
          <span className="v-soft">
            ({t(`enums:basis.${statement.basis}`)}, {date(statement.on)})
          </span>{' '}
          {statement.disputed === undefined ? null : <div className="v-soft">{t('needs:card.disputed', { text: statement.disputed.text })}</div>}
          {dispute === undefined ? null : <Dispute round={dispute} statement={statement} />} {round === undefined ? null : <Restrict round={round} statement={statement} writes={dispute !== undefined} />}
        </li>
      ))}
    </ul>
  );
};
