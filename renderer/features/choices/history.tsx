import { useTranslation } from 'react-i18next';
import type { Consent, ConsentPurpose } from '../../../shared/domain/consents.ts';
import { useSession, userName } from '../../app/session-context.tsx';
import { useDateText } from '../../app/words.ts';
import { Button } from '../../design/button.tsx';
import { Row } from '../../design/layout.tsx';
import { useChoiceWords } from './choice-words.ts';

/** Every record of one question, newest first: an earlier answer is never lost. */
export const History = ({ consents, purpose, onBack }: { readonly consents: readonly Consent[]; readonly purpose: ConsentPurpose; readonly onBack: () => void }) => {
  const { t } = useTranslation();
  const { status } = useSession();
  const date = useDateText();
  const words = useChoiceWords();
  const records = consents.filter((consent) => consent.purpose === purpose);
  return (
    <>
      <ul className="v-lines">
        {records.map((record) => {
          const name = userName(status, record.explainedBy);
          const facts = [
            ...(record.explainedHow === undefined ? [] : [t(`enums:explainedHow.${record.explainedHow}`)]),
            t(`enums:language.${record.lang}`),
            ...(record.givenBy === 'REPRESENTATIVE' ? [t('enums:choiceBy.REPRESENTATIVE')] : []),
            ...(record.validTo === undefined ? [] : [t('choices:until', { date: date(record.validTo) })]),
            ...(record.fromPaper === undefined ? [] : [t('documents:scan.from', { date: date(record.on) })]),
            ...(name === undefined ? [] : [t('choices:by', { name })]),
          ];
          return (
            <li key={record.id}>
              <span>
                <span className="v-strong">{words.decision(purpose, record.decision)}</span>
                <br />
                <span className="v-small v-soft">{facts.join(' · ')}</span>
                {record.words === undefined ? null : (
                  <>
                    <br />
                    <q lang={record.lang}>{record.words}</q>
                  </>
                )}
              </span>
              <span className="v-soft v-number">{date(record.on)}</span>
            </li>
          );
        })}
      </ul>
      <Row end>
        <Button onPress={onBack}>
          {t('choices:back')}
        </Button>
      </Row>
    </>
  );
};
