import { useTranslation } from 'react-i18next';
import type { Statement } from '../../../shared/domain/base.ts';
import { useDateText } from '../../app/words.ts';

/** What was said or seen, each line with what it rests on and its day; a disagreement of the person stands with it. */
export const Statements = ({ statements }: { readonly statements: readonly Statement[] }) => {
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
          </span>
          {statement.disputed === undefined ? null : <div className="v-soft">{t('needs:card.disputed', { text: statement.disputed.text })}</div>}
        </li>
      ))}
    </ul>
  );
};
