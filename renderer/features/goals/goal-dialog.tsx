import { useTranslation } from 'react-i18next';
import type { GoalRow } from '../../../shared/contract/goals.ts';
import { Language } from '../../../shared/domain/base.ts';
import { NeedDomain } from '../../../shared/domain/needs.ts';
import { Horizon, OwnerKind } from '../../../shared/domain/plan.ts';
import { PlanLine } from '../../../shared/domain/plan-lines.ts';
import { KeptDialog } from '../../app/drafts/kept-dialog.tsx';
import { usePreferences } from '../../app/preferences-context.tsx';
import { FormSelect, FormText } from '../../design/form/fields.tsx';
import { Pair } from '../../design/layout.tsx';
import { contentOf, formOf, goalForm, STEPS, type GoalForm } from './goal-form.ts';

/** A goal as this house sets it, in one language. */
export const GoalDialog = ({ row, onClose }: { readonly row?: GoalRow | undefined; readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const { preferences } = usePreferences();
  const choose = t('sharedPacks:seal.choose');
  const owners = OwnerKind.options.map((id) => ({ id, label: t(`enums:ownerKind.${id}`) }));
  return (
    <KeptDialog<Record<keyof GoalForm, string>, GoalForm>
      {...(row === undefined ? { form: 'goals.add' as const } : { form: 'goals.change' as const, about: row.id })}
      title={t(row === undefined ? 'sharedPacks:goals.add' : 'sharedPacks:goals.edit')}
      schema={goalForm as never}
      defaults={formOf(row, preferences.language)}
      send={async (client, values) => {
        const content = contentOf(values, row);
        await (row === undefined ? client.goals.add(content) : client.goals.change({ id: row.id, content }));
        return true;
      }}
      onClose={onClose}
    >
      <FormText name="title" label={t('sharedPacks:field.title')} hint={t('sharedPacks:goals.titleHint')} />
      <FormText name="measure" label={t('sharedPacks:field.measure')} />
      <Pair>
        <FormSelect name="lang" label={t('sharedPacks:field.lang')} options={Language.options.map((id) => ({ id, label: t(`enums:language.${id}`) }))} />
        <FormSelect name="domain" label={t('sharedPacks:field.domain')} placeholder={choose} options={NeedDomain.options.map((id) => ({ id, label: t(`enums:needDomain.${id}`) }))} />
        <FormSelect name="line" label={t('sharedPacks:field.line')} placeholder={choose} options={PlanLine.options.map((id) => ({ id, label: t(`enums:planLine.${id}`) }))} />
        <FormSelect name="horizon" label={t('sharedPacks:field.horizon')} placeholder={choose} options={Horizon.options.map((id) => ({ id, label: t(`enums:horizon.${id}`) }))} />
      </Pair>
      {Array.from({ length: STEPS }, (_, at) => at + 1).map((no) => (
        <Pair key={no}>
          <FormText name={`step${no}`} label={t('sharedPacks:goals.step', { no })} />
          <FormSelect name={`owner${no}`} label={t('sharedPacks:goals.owner', { no })} options={owners} />
        </Pair>
      ))}
    </KeptDialog>
  );
};
