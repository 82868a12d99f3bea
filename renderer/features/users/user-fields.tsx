import { useController, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { CaseScope, type WorkplaceKind } from '../../../shared/domain/office.ts';
import { GUEST_DAYS, rolesIn } from '../../../shared/domain/user-rules.ts';
import { Checkbox } from '../../design/choice.tsx';
import { FormDate, FormRadio, FormText } from '../../design/form/fields.tsx';
import { messageText } from '../../design/form/message.ts';
import { haveCases, rolesAfter, type UserForm } from './user-form.ts';

const hints = { OWN: 'users:form.ownHint', UNITS: 'users:form.unitsHint', FACILITY: undefined } as const;

/** Roles, whose cases, until when. */
export const StandingFields = ({ kind }: { readonly kind: WorkplaceKind }) => {
  const { t } = useTranslation();
  const [roles, scope] = useWatch<UserForm, ['roles', 'scope']>({ name: ['roles', 'scope'] });
  return (
    <>
      <Roles kind={kind} />
      {haveCases(roles) ? (
        <FormRadio
          name="scope"
          label={t('users:form.scope')}
          options={CaseScope.options.toReversed().map((id) => {
            const hint = hints[id];
            return { id, label: t(`enums:caseScope.${id}`), ...(hint === undefined ? {} : { hint: t(hint) }) };
          })}
        />
      ) : null}
      {haveCases(roles) && scope === 'UNITS' ? <FormText name="units" label={t('users:form.units')} hint={t('users:form.unitsHow')} /> : null}
      <FormDate name="until" label={t('users:form.until')} hint={t('users:form.untilHint', { days: GUEST_DAYS })} />
    </>
  );
};

const Roles = ({ kind }: { readonly kind: WorkplaceKind }) => {
  const { t } = useTranslation();
  const { field, fieldState } = useController<UserForm, 'roles'>({ name: 'roles' });
  const wrong = fieldState.error?.message;
  return (
    <fieldset className="v-field" ref={(group) => field.ref(group === null ? null : { focus: () => group.querySelector('input')?.focus() })}>
      <legend className="v-label">{t('users:form.roles')}</legend>
      <span className="v-hint">{t('users:form.rolesHint')}</span>
      {wrong === undefined ? null : <span className="v-wrong">{messageText(t, wrong)}</span>}
      <div className="v-pair">
        {rolesIn[kind].map((role) => (
          <Checkbox key={role} isSelected={field.value.includes(role)} onChange={(on) => field.onChange(rolesAfter(field.value, role, on))}>
            {t(`enums:userRole.${role}`)}
          </Checkbox>
        ))}
      </div>
    </fieldset>
  );
};
