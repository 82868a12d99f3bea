import { useTranslation } from 'react-i18next';
import { OwnerKind } from '../../../shared/domain/plan.ts';
import { Button } from '../../design/button.tsx';
import { Checkbox } from '../../design/choice.tsx';
import { DateField } from '../../design/date-field.tsx';
import { Select, type Choice } from '../../design/select.tsx';
import { TextField } from '../../design/text-field.tsx';
import { isService, namesOwner, ownedBy, ownerNamed, worded, type StepDraft } from './draft.ts';

interface StepEditorProps {
  readonly step: StepDraft;
  readonly number: number;
  readonly last: boolean;
  /** services of the address book */
  readonly services: readonly Choice[];
  readonly onChange: (step: StepDraft) => void;
  readonly onMove: (by: 1 | -1) => void;
  readonly onRemove: () => void;
}

/** One step: what, who, by when, and whether it goes on after release. */
export const StepEditor = ({ step, number, last, services, onChange, onMove, onRemove }: StepEditorProps) => {
  const { t } = useTranslation();
  const name = t('plan:step.number', { number });
  return (
    <li>
      <fieldset className="v-step-edit" aria-label={name}>
        <TextField
          aboutPerson
          label={t('plan:step.text')}
          error={step.text.trim() === '' ? t('plan:draft.wordsKept', { words: step.kept }) : undefined}
          value={step.text}
          onChange={(text) => onChange(worded(step, text))}
          maxLength={200}
        />
        <Select
          label={t('plan:step.owner')}
          value={step.owner}
          onChange={(owner) => onChange(ownedBy(step, OwnerKind.parse(owner)))}
          options={OwnerKind.options.map((id) => ({ id, label: t(`enums:ownerKind.${id}`) }))}
        />
        <DateField label={t('plan:step.dueDate')} value={step.dueDate} onChange={(dueDate) => onChange({ ...step, dueDate })} />
        {namesOwner(step.owner) ? (
          <div className="v-step-owner">
            <TextField
              label={t(isService(step.owner) ? 'plan:step.service' : 'plan:step.relation')}
              hint={t(isService(step.owner) ? 'plan:step.serviceHint' : 'plan:step.relationHint')}
              value={step.ownerName}
              onChange={(ownerName) => onChange(ownerNamed(step, ownerName))}
              maxLength={80}
            />
            {isService(step.owner) && services.length > 0 ? (
              <Select
                label={t('plan:step.fromBook')}
                placeholder={t('plan:draft.domainChoose')}
                value={step.serviceId ?? null}
                onChange={(serviceId) => onChange({ ...step, serviceId, ownerName: services.find(({ id }) => id === serviceId)?.label ?? step.ownerName })}
                options={services}
              />
            ) : null}
          </div>
        ) : null}
        <div className="v-step-more">
          <Checkbox isSelected={step.carriesOver} onChange={(carriesOver) => onChange({ ...step, carriesOver })}>
            {t('plan:step.carriesOver')}
          </Checkbox>
          <MoveButtons name={name} first={number === 1} last={last} onMove={onMove} onRemove={onRemove} />
        </div>
      </fieldset>
    </li>
  );
};

interface MoveButtonsProps {
  /** what is moved, for the names of the buttons */
  readonly name: string;
  readonly first: boolean;
  readonly last: boolean;
  readonly onMove: (by: 1 | -1) => void;
  readonly onRemove: () => void;
}

/** Up, down and away. What cannot move further is not offered to. */
export const MoveButtons = ({ name, first, last, onMove, onRemove }: MoveButtonsProps) => {
  const { t } = useTranslation();
  return (
    <div className="v-row">
      <Button variant="plain" isDisabled={first} aria-label={t('plan:draft.up', { name })} onPress={() => onMove(-1)}>
        ↑
      </Button>
      <Button variant="plain" isDisabled={last} aria-label={t('plan:draft.down', { name })} onPress={() => onMove(1)}>
        ↓
      </Button>
      <Button variant="plain" aria-label={t('plan:draft.removeName', { name })} onPress={onRemove}>
        {t('plan:draft.remove')}
      </Button>
    </div>
  );
};
