import { useController } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { TeamProfession } from '../../../shared/domain/plan.ts';
import { Checkbox } from '../../design/choice.tsx';
import { FormDate, FormText } from '../../design/form/fields.tsx';
import { messageText } from '../../design/form/message.ts';
import { Pair } from '../../design/layout.tsx';
import type { ApprovalForm } from './approval-form.ts';

/** What the minutes of the meeting say: when, which paper, which professions sat at the table. */
export const MeetingFields = () => {
  const { t } = useTranslation();
  return (
    <>
      <Pair>
        <FormDate name="meetingOn" label={t('plan:approve.meetingOn')} />
        <FormText name="reference" label={t('plan:approve.reference')} />
      </Pair>
      <Present />
      <p className="v-small v-soft">{t('plan:approve.wrote')}</p>
    </>
  );
};

const Present = () => {
  const { t } = useTranslation();
  const { field, fieldState } = useController<ApprovalForm, 'present'>({ name: 'present' });
  const wrong = fieldState.error?.message;
  return (
    <fieldset className="v-field" ref={(group) => field.ref(group === null ? null : { focus: () => group.querySelector('input')?.focus() })}>
      <legend className="v-label">{t('plan:approve.present')}</legend>
      {wrong === undefined ? null : <span className="v-wrong">{messageText(t, wrong)}</span>}
      <div className="v-pair">
        {TeamProfession.options.map((profession) => (
          <Checkbox
            key={profession}
            isSelected={field.value.includes(profession)}
            onChange={(on) => field.onChange(TeamProfession.options.filter((other) => (other === profession ? on : field.value.includes(other))))}
          >
            {t(`enums:teamProfession.${profession}`)}
          </Checkbox>
        ))}
      </div>
    </fieldset>
  );
};
