import { useTranslation } from 'react-i18next';
import type { FollowUpView } from '../../../shared/contract/outcomes.ts';
import { OutcomeQuestions } from '../../../shared/domain/outcome-return.ts';
import { useDateText } from '../../app/words.ts';
import { Facts, Stack } from '../../design/layout.tsx';
import { Tag } from '../../design/tag.tsx';

/** How somebody was doing, newest first, each with what it rests on and who was told. */
export const ReportsList = ({ reports }: { readonly reports: FollowUpView['reports'] }) => {
  const { t } = useTranslation();
  const date = useDateText();
  return (
    <Stack>
      {reports.map(({ id, checkpoint, observedOn, answers, firstAppointment, paper, told, from }) => (
        <section key={id} aria-label={`${t(`enums:checkpoint.${checkpoint}`)}, ${date(observedOn)}`}>
          <h3>
            {t(`enums:checkpoint.${checkpoint}`)} · {date(observedOn)} {told === undefined ? null : <Tag tone="done">{t('outcomes:list.told')}</Tag>}
          </h3>
          <Facts
            entries={[
              ...OutcomeQuestions.map((question): [string, string] => [t(`outcomes:question.${question}`), t(`enums:outcome${question.charAt(0).toUpperCase()}${question.slice(1)}.${answers[question]}`)]),
              ...(answers.unknownReason === undefined ? [] : [[t('outcomes:record.unknownReason'), t(`enums:unknownReason.${answers.unknownReason}`)] as [string, string]]),
              ...(firstAppointment === undefined ? [] : [[t('outcomes:list.first'), t(`outcomes:first.${firstAppointment}`)] as [string, string]]),
            ]}
          />
          <p className="v-small v-soft">
            {from === undefined ? (paper === undefined ? t('outcomes:list.seen') : t('outcomes:list.paper', { by: paper.signedBy, date: date(paper.on) })) : t('outcomes:list.from', { name: from.name, ground: t(`enums:returnGround.${from.ground}`) })}
          </p>
        </section>
      ))}
    </Stack>
  );
};
