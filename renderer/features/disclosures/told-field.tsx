import { useId } from 'react';
import { useController } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { DisclosureTopic } from '../../../shared/domain/disclosure.ts';
import { Checkbox } from '../../design/choice.tsx';
import { messageText } from '../../design/form/message.ts';
import { Row } from '../../design/layout.tsx';
import type { DisclosureForm } from './disclosure-form.ts';

/** What was told, by kinds. */
export const ToldField = () => {
  const { t } = useTranslation();
  const id = useId();
  const { field, fieldState } = useController<DisclosureForm, 'told'>({ name: 'told' });
  const wrong = fieldState.error?.message;
  return (
    <div role="group" aria-labelledby={id} className="v-field">
      <span id={id} className="v-label">
        {t('disclosures:form.told')}
      </span>
      {wrong === undefined ? null : <span className="v-wrong">{messageText(t, wrong)}</span>}
      <Row>
        {DisclosureTopic.options.map((topic) => (
          <Checkbox
            key={topic}
            isSelected={field.value.includes(topic)}
            onChange={(on) => field.onChange(DisclosureTopic.options.filter((other) => (other === topic ? on : field.value.includes(other))))}
          >
            {t(`enums:disclosureTopic.${topic}`)}
          </Checkbox>
        ))}
      </Row>
    </div>
  );
};
